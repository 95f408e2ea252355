import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './repository.ts';

test('the figures for the README are drawn from what the command finds, and are small', () => {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/insight-pictures.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).not.toContain('not in step');
  expect(status).toBe(0);
  const files = stdout.split('\n').flatMap((line) => /^(docs\/\S+\.svg): in step/.exec(line)?.[1] ?? []);
  expect(files).toHaveLength(4);
  for (const file of files) expect(fs.statSync(path.join(root, file)).size).toBeLessThan(40_000);
});
