import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './repository.ts';

const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');

test('the example in the README is what the command prints', () => {
  const { stdout } = spawnSync(process.execPath, ['bin/debrief.js', 'read', 'docs/examples'], {
    cwd: root,
    encoding: 'utf8',
  });
  const blocks = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
  expect(blocks).toContain(stdout);
});

test('the picture in the README is drawn from what the command prints', () => {
  const file = 'docs/examples/parcel-labels.md';
  const { stdout } = spawnSync(process.execPath, ['bin/debrief.js', 'read', file], { cwd: root, encoding: 'utf8' });
  const picture = fs.readFileSync(path.join(root, 'docs/reading.svg'), 'utf8');
  const drawn = [...picture.matchAll(/xml:space="preserve">([^<]*)</g)].map(([, line = '']) =>
    line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
  expect(drawn.slice(2).join('\n')).toBe(stdout.trimEnd());
});

test('files that the README and the map link to exist', () => {
  for (const document of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    const text = fs.readFileSync(path.join(root, document), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !fs.existsSync(path.join(root, target)))).toEqual([]);
  }
});
