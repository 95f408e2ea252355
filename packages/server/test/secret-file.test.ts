import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accessFor } from '../src/accounts/access-for.ts';
import { secretIn } from '../src/accounts/secret-file.ts';
import { readConfig } from '../src/config.ts';

function withFolder(work: (folder: string) => void): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-secret-'));
  try {
    work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

test('the secret of a data folder is made once, for the eyes of its owner', () => {
  withFolder((folder) => {
    const data = path.join(folder, 'deeper', 'data');
    const secret = secretIn(data);
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(secretIn(data)).toBe(secret);
    expect(fs.statSync(path.join(data, 'secret')).mode & 0o077).toBe(0);
    expect(secretIn(path.join(folder, 'another'))).not.toBe(secret);
  });
});

test('a secret that is too short is not used', () => {
  withFolder((folder) => {
    fs.writeFileSync(path.join(folder, 'secret'), 'short\n');
    expect(() => secretIn(folder)).toThrow(RangeError);
  });
});

test('limits, proxies and the address of a server come from its settings', () => {
  withFolder((folder) => {
    const accessWith = (...args: readonly string[]) => {
      const read = readConfig(['--data', folder, ...args], {}, folder);
      return read.ok ? accessFor(read.config) : null;
    };
    expect(accessWith()).toMatchObject({ publicUrl: null, trustProxy: false, limits: { account: { count: 6_000 } } });
    expect(accessWith('--requests-per-minute', '0', '--url', 'https://d.example/x', '--trust-proxy')).toMatchObject({
      publicUrl: 'https://d.example/x',
      trustProxy: true,
      limits: { account: null, token: null, address: null, signInBoth: { count: 10 } },
    });
  });
});
