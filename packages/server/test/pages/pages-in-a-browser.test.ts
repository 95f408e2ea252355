import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../../publish/test/browser.ts';
import { addComment } from '../../src/comment/add-comment.ts';
import { createPostmortem } from '../../src/postmortem/create-postmortem.ts';
import { KITE_FEED } from './kite-feed.ts';
import { PASSWORD, type ServedSite, serveSite } from './served-site.ts';

const started = await startBrowser();
if ('reason' in started) process.stderr.write(`The pages are not tried in a browser: ${started.reason}\n`);

describe.skipIf('reason' in started)('in a browser', () => {
  let site: ServedSite;
  let id = '';

  beforeAll(async () => {
    site = await serveSite();
    const robin = await site.join('Robin', 'admin');
    await site.join('Kim', 'editor');
    ({ id } = await createPostmortem(robin, { text: KITE_FEED, fileName: 'kite.md', reason: 'First' }));
    await addComment(robin, { id, text: 'Was it there before?', anchor: null });
  });

  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    if (!('reason' in started)) await started.close();
  });

  async function enter(
    name: string,
    options: { colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    if ('reason' in started) throw new Error(started.reason);
    const context = await started.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(`${site.url}/sign-in`);
    await page.fill('#email', `${name}@example.test`);
    await page.fill('#password', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForURL(`${site.url}/`);
    return page;
  }

  test.each(['light', 'dark'] as const)(
    'no page has a fault that axe knows, in %s',
    async (colorScheme) => {
      const page = await enter('robin', { colorScheme });
      const faults: string[] = [];
      const own = `/postmortems/${id}`;
      const paths = [
        '/',
        '/postmortems',
        '/new',
        '/actions',
        '/people',
        '/account',
        '/settings',
        '/postmortems/not-there-at-all',
        own,
        `${own}/edit`,
        `${own}/history`,
        `${own}/review`,
        `${own}/diff?from=1&to=1`,
      ];
      for (const path of paths) {
        await page.goto(site.url + path);
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
        const { violations } = await new AxeBuilder({ page }).analyze();
        faults.push(...violations.map(({ id: rule, nodes }) => `${path} ${rule}: ${nodes[0]?.html}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    240_000,
  );

  test('from signing in to publishing without any script', async () => {
    const kim = await enter('kim', { javaScriptEnabled: false });
    await kim.goto(`${site.url}/new`);
    await kim.fill(
      '#text',
      KITE_FEED.replace('The reviewer should have caught the missing index.', 'Nothing checks for a missing index.'),
    );
    await kim.click('button:has-text("Keep this text")');
    const own = kim.url();
    expect(await kim.textContent('h1')).toContain('Kite feed stood still');
    await kim.goto(`${own}/edit`);
    await kim.fill('#text', `${await kim.inputValue('#text')}\nOne more line.\n`);
    await kim.click('button[value=read]');
    expect(await kim.textContent('.document')).toContain('One more line.');
    await kim.goto(`${own}/review`);
    await kim.check('input[name=people]');
    await kim.click('button:has-text("Ask for a review")');
    const robin = await enter('robin', { javaScriptEnabled: false });
    expect(await robin.textContent('main')).toContain('Asked to review');
    await robin.goto(`${own}/review`);
    await robin.click('button:has-text("Approve this text")');
    expect(await robin.textContent('main')).toContain('You approved this text.');
    await kim.context().close();
    await robin.context().close();
  }, 120_000);

  test('hostile texts, titles, comments and searches run nothing and ask nobody', async () => {
    const robin = await site.join('Vera', 'editor');
    const handlers = ['onerror', 'onload', 'ontoggle', 'onfocus', 'onmouseover', 'onanimationstart', 'onbegin'];
    const tags = [
      'img src=x',
      'svg',
      'details open',
      'input autofocus',
      'body',
      'video src=x',
      'iframe srcdoc=x',
      'a href=#',
    ];
    const ends = ['>', '/>', ' x=">', '\n>'];
    const payloads = [
      ...handlers.flatMap((handler) => tags.flatMap((tag) => ends.map((end) => `<${tag} ${handler}="alert(1)"${end}`))),
      ...[
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        'data:text/html,<script>alert(1)</script>',
        '//evil.invalid/x',
        'https://evil.invalid/x',
      ].flatMap((address) => [
        `[a](${address})`,
        `![a](${address})`,
        `<${address}>`,
        `[a]: ${address}\n\n[a]`,
        `<img src="${address}">`,
        `<link rel=stylesheet href="${address}">`,
      ]),
      '"><script>alert(1)</script>',
      "'-alert(1)-'",
      '</textarea><script>alert(1)</script>',
      '</title><script>alert(1)</script>',
      '<!--><script>alert(1)</script>',
    ];
    const text = `# ${payloads.at(-1)} ${payloads[0]}\n\n**Severity:** <img src=x onerror=alert(1)>\n\n## Timeline\n\n- 10:02 ${payloads[3]}\n\n${payloads.join('\n\n')}\n`;
    const { id: hostile } = await createPostmortem(robin, {
      text,
      fileName: '<script>alert(1)</script>.md',
      reason: payloads[0] ?? '',
    });
    await addComment(robin, { id: hostile, text: payloads.slice(0, 40).join('\n'), anchor: null });
    const page = await enter('robin');
    const strange: string[] = [];
    page.on('dialog', (dialog) => {
      strange.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) strange.push(request.url());
    });
    const own = `/postmortems/${hostile}`;
    const search = `/postmortems?q=${encodeURIComponent('"><script>alert(1)</script>')}`;
    for (const path of [
      own,
      `${own}/edit`,
      `${own}/history`,
      `${own}/review`,
      '/',
      '/postmortems',
      search,
      '/actions',
    ]) {
      await page.goto(site.url + path);
      expect(
        await page.evaluate(
          'document.scripts.length + document.querySelectorAll("iframe,object,embed,video,svg script,[onerror],[onload]").length',
        ),
      ).toBe(0);
    }
    await page.goto(`${site.url}${own}/edit`);
    expect(await page.inputValue('#text')).toBe(text);
    expect(payloads.length).toBeGreaterThan(200);
    expect(strange).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('the reading page is small before its text begins', async () => {
    const page = await enter('robin');
    const html = await (await page.goto(`${site.url}/postmortems/${id}`))?.text();
    const href = await page.getAttribute('link[rel=stylesheet]', 'href');
    const sheet = await page.request.get(`${site.url}${href}`);
    expect(sheet.headers()['cache-control']).toContain('immutable');
    const head = html?.slice(0, html.indexOf('<div class="document"')) ?? '';
    const gzipped = gzipSync(head + (await sheet.text()));
    expect(gzipped.length).toBeLessThan(14_000);
    await page.context().close();
  });
});
