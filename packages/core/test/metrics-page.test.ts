import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Metric, metrics } from '../src/index.ts';

const page = path.join(import.meta.dirname, '../../../docs/metrics.md');
const BEGIN = '<!-- begin: metrics -->';
const END = '<!-- end: metrics -->';

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function entry({ name, title, alsoCalled = [], about, definitions, disagreement, sources, shownBy }: Metric): string {
  const rows = definitions.map(
    ({ id, title: words, formula, usedBy }) =>
      `| \`${id.slice(name.length + 1)}\` | ${cell(words)} | \`${cell(formula)}\` | ${cell(usedBy.join(', '))} |`,
  );
  const where = shownBy === undefined ? '' : ` Shown by \`${shownBy}\`.`;
  return [
    `### ${title}`,
    `\`${name}\`${alsoCalled.length === 0 ? '' : `, ${alsoCalled.join(', ')}`}. ${about}${where}`,
    ['| definition | what it is | formula | used by |', '|---|---|---|---|', ...rows].join('\n'),
    disagreement,
    `Sources: ${sources.join('; ')}.`,
  ].join('\n\n');
}

test('the page on metrics tells what the table holds', () => {
  const text = fs.readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  const now = `\n\n${metrics.map(entry).join('\n\n')}\n\n`;
  const isNew = process.env['DEBRIEF_UPDATE_FIXTURES'] === '1';
  if (isNew) fs.writeFileSync(page, text.slice(0, from) + now + text.slice(to));
  expect(isNew ? now : text.slice(from, to)).toBe(now);
});

test('every metric says all that explaining it takes', () => {
  for (const { name, title, about, definitions, disagreement, sources } of metrics) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect([title, about, disagreement, ...sources].filter((words) => words.trim() === '')).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
    expect(definitions.length).toBeGreaterThan(0);
    for (const { id, title: words, formula, usedBy } of definitions) {
      expect(id.startsWith(`${name}/`)).toBe(true);
      expect([words, formula, ...usedBy].filter((part) => part.trim() === '')).toEqual([]);
      expect(usedBy.length).toBeGreaterThan(0);
    }
  }
});

test('no name stands for two things', () => {
  const names = [
    ...metrics.map(({ name }) => name),
    ...metrics.flatMap(({ definitions }) => definitions.map(({ id }) => id)),
  ];
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
