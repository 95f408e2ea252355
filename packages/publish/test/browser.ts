import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

export interface StartedBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser, or the sentence why none starts here. */
export async function startBrowser(): Promise<StartedBrowser | { readonly reason: string }> {
  const refused: string[] = [];
  for (const start of [
    startBrought,
    ...systemBrowsers.filter((file) => existsSync(file)).map((file) => () => startFrom(file)),
  ]) {
    try {
      return await start();
    } catch (error) {
      refused.push(String(error).split('\n', 1)[0] ?? '');
    }
  }
  return { reason: `no browser starts here: ${refused.join('; ')}` };
}

/** The browser that npm brought, with the libraries it may miss on a bare machine. */
async function startBrought(): Promise<StartedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('npm brings a browser for Linux on x64 only');
  const executable = await sparticuz.executablePath();
  return startFrom(executable, { LD_LIBRARY_PATH: await broughtLibraries() });
}

async function broughtLibraries(): Promise<string> {
  const packed = path.join(import.meta.dirname, '../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  return path.join(await inflate(packed), 'lib');
}

async function startFrom(executablePath: string, env: Record<string, string> = {}): Promise<StartedBrowser> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'debrief-browser-'));
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, HOME: profile, ...env },
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
