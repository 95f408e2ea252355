import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Rule, rules, stageNames } from '../src/index.ts';
import { commentOf, type RuleExample } from './rule-examples.ts';

const page = path.join(import.meta.dirname, '../../../docs/rules.md');
const BEGIN = '<!-- begin: rules -->';
const END = '<!-- end: rules -->';

function entry(rule: Rule): string {
  const { id, reason, question, source, levels } = rule;
  const { about, finds, passes } = commentOf(rule);
  return [
    `#### ${id}`,
    `${about} ${reason}`,
    `> ${question}`,
    stageNames.map((stage) => `${stage}: ${levels[stage]}`).join(' · '),
    [...finds.map((example) => line('finds', example)), ...passes.map((example) => line('passes', example))].join('\n'),
    ...(source === undefined ? [] : [`Source: ${source}.`]),
  ].join('\n\n');
}

function line(what: string, { where, written, slice }: RuleExample): string {
  // A pair of marks more than any within keeps code in one piece.
  const marks = '`'.repeat(1 + Math.max(0, ...(written.match(/`+/g) ?? []).map(({ length }) => length)));
  const code = written === '' ? 'nothing at all' : `${marks} ${written} ${marks}`;
  const pointed = slice === null ? '' : `, at “${slice}”`;
  return `- ${what}${where === 'document' ? '' : `, in ${where}`}: ${code}${pointed}`;
}

test('the page on rules tells what their comments say', () => {
  const text = fs.readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  const groups = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  const parts = groups.map((group) =>
    [`### ${group}`, ...rules.filter(({ id }) => id.startsWith(`${group}/`)).map(entry)].join('\n\n'),
  );
  const now = `\n\n${parts.join('\n\n')}\n\n`;
  const isNew = process.env['DEBRIEF_UPDATE_FIXTURES'] === '1';
  if (isNew) fs.writeFileSync(page, text.slice(0, from) + now + text.slice(to));
  expect(isNew ? now : text.slice(from, to)).toBe(now);
});
