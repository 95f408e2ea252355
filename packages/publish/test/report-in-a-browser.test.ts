import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insightsReport } from '../src/index.ts';
import { believableInsights, emptyInsights, groupedInsights } from './any-insights.ts';
import { startBrowser } from './browser.ts';

const reports = {
  year: groupedInsights(),
  nothing: emptyInsights(),
  tenThousand: believableInsights({ incidents: 10_000 }),
};
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

const started = await startBrowser();
if ('reason' in started) process.stderr.write(`The report is not tried in a browser: ${started.reason}\n`);

describe.skipIf('reason' in started)('in a browser', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'debrief-report-'));
    await Promise.all(
      Object.entries(reports).map(([name, insights]) =>
        writeFile(
          path.join(folder, `${name}.html`),
          insightsReport(insights, { title: 'What the year shows', made: '2026-11-20T08:30:00Z' }),
        ),
      ),
    );
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    if (!('reason' in started)) await started.close();
  });

  async function open(
    name: keyof typeof reports,
    options: BrowserContextOptions,
  ): Promise<{ readonly page: Page; readonly requests: readonly string[]; readonly complaints: readonly string[] }> {
    if ('reason' in started) throw new Error(started.reason);
    const context = await started.browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path.join(folder, `${name}.html`)).href);
    return { page, requests, complaints };
  }

  test.each([
    ['year', 'light', desk],
    ['year', 'dark', desk],
    ['year', 'light', phone],
    ['nothing', 'dark', phone],
  ] as const)('%s in %s has no fault that axe knows', async (name, colorScheme, size) => {
    const { page } = await open(name, { ...size, colorScheme });
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  test('asks the network for nothing, runs nothing and complains about nothing', async () => {
    const { page, requests, complaints } = await open('year', { ...desk, offline: true });
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.scripts.length')).toBe(0);
    await page.context().close();
  });

  test.each(Object.keys(reports) as (keyof typeof reports)[])('%s fits a phone', async (report) => {
    const { page } = await open(report, phone);
    expect(await overflowOf(page)).toBe(0);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })");
    expect(await overflowOf(page)).toBe(0);
    const pictures = await page
      .locator('svg.picture:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('class')));
    expect(pictures.filter((name) => name !== 'picture narrow')).toEqual([]);
    await page.context().close();
  });

  test('letters in pictures are never smaller than 9 pixels', async () => {
    for (const width of [360, 480, 768, 1280, 1920]) {
      const { page } = await open('year', { viewport: { width, height: 900 } });
      const scales: number[] = await page.evaluate(
        "[...document.querySelectorAll('svg.picture')].filter((one) => one.getBoundingClientRect().width > 0).map((one) => one.getBoundingClientRect().width / one.viewBox.baseVal.width)",
      );
      expect(scales.length).toBeGreaterThan(0);
      expect(Math.min(...scales) * 12).toBeGreaterThanOrEqual(9);
      await page.context().close();
    }
  });

  test.each([
    ['light', 'rgb(251, 251, 249)'],
    ['dark', 'rgb(20, 22, 25)'],
  ] as const)('follows a reader who wants it %s', async (colorScheme, colour) => {
    const { page } = await open('year', { ...desk, colorScheme });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(colour);
    await page.context().close();
  });

  test('prints on paper, with its short tables and nothing cut off', async () => {
    const { page } = await open('year', { viewport: { width: 688, height: 1000 }, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await overflowOf(page)).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 31, 36)');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeLessThan(1_000_000);
    await page.context().close();
  });
});

/** How far the page is too wide. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}
