import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../src/config.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const PAGE = path.join(ROOT, 'docs/operate.md');
const START = '<!-- settings -->\n';
const END = '<!-- end of settings -->';

function settingsTable(): string {
  const rows = Object.entries(configSchema.shape).map(([name, schema]) => {
    const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const read = schema.safeParse(undefined);
    const usual = read.success && read.data !== undefined ? `\`${String(read.data)}\`` : '–';
    const variable = `DEBRIEF_${dashed.replaceAll('-', '_').toUpperCase()}`;
    return `| \`--${dashed}\` | \`${variable}\` | \`${name}\` | ${usual} | ${schema.description ?? ''} |`;
  });
  return ['| flag | environment | file | by default | |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

test('the table of settings on the page of operation says what the server reads', () => {
  const page = fs.readFileSync(PAGE, 'utf8');
  const from = page.indexOf(START) + START.length;
  const to = page.indexOf(END);
  const kept = `${page.slice(0, from)}${settingsTable()}${page.slice(to)}`;
  if (process.env['DEBRIEF_UPDATE_FIXTURES'] === '1') fs.writeFileSync(PAGE, kept);
  expect(fs.readFileSync(PAGE, 'utf8')).toBe(kept);
});

test('every variable and flag that the files for a server set is one that it reads', () => {
  const known = Object.keys(configSchema.shape).map(
    (name) => `DEBRIEF_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
  );
  for (const file of ['Dockerfile', 'compose.yaml', 'debrief.service']) {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    const used = Array.from(text.matchAll(/DEBRIEF_[A-Z]+(?:_[A-Z]+)*/g), ([name]) => name);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  }
});

test('the image runs for nobody in particular, and what it copies is let in', () => {
  const lines = fs.readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8').split('\n');
  expect(lines.indexOf('USER node')).toBeGreaterThan(lines.lastIndexOf('FROM node:24-slim'));
  expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  const letIn = fs.readFileSync(path.join(ROOT, '.dockerignore'), 'utf8').split('\n');
  const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
  for (const each of copied) {
    expect(letIn).toContain(`!${each}`);
    expect(fs.existsSync(path.join(ROOT, each))).toBe(true);
  }
});

test('the containers keep what they write in volumes alone, and take no rights', () => {
  const { services, volumes } = parse(fs.readFileSync(path.join(ROOT, 'compose.yaml'), 'utf8')) as {
    readonly services: Readonly<Record<string, { readonly volumes: readonly string[]; readonly read_only?: boolean }>>;
    readonly volumes: Readonly<Record<string, unknown>>;
  };
  expect(services['debrief']).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  for (const { volumes: mounted } of Object.values(services))
    for (const mount of mounted) expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
});
