import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sectionNames } from '../src/index.ts';
import { asksFor, headingsOf } from '../src/write/index.ts';
import { templates } from './templates.ts';

const page = path.join(import.meta.dirname, '../../../docs/templates.md');
const BEGIN = '<!-- begin: side by side -->';
const END = '<!-- end: side by side -->';

/** The sections of each template, and the header values that each asks for, as the page shows them. */
function sideBySide(): string {
  const names = ['executive', 'blameless', 'service-levels', 'alert', 'compact'];
  const sections = sectionNames.flatMap((section) => {
    const cells = names.map((name) => {
      const template = templates.get(name);
      const own =
        template === undefined ? [] : headingsOf(template).filter((heading) => heading.names.includes(section));
      return own.map(({ heading }) => heading.replaceAll('|', '\\|')).join('<br>');
    });
    return cells.every((cell) => cell === '') ? [] : [row([section, ...cells])];
  });
  const values = VALUES.map((value) =>
    row([`\`${value}\``, ...names.map((name) => (asksFor(templates.get(name) ?? { body: '' }, value) ? 'yes' : ''))]),
  );
  const header = (first: string): string => `${row([first, ...names])}\n${row(['---', ...names.map(() => '---')])}`;
  return `${header('section')}\n${sections.join('\n')}\n\n${header('value')}\n${values.join('\n')}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const VALUES = [
  'incidentId',
  'date',
  'startTime',
  'duration',
  'severity',
  'status',
  'documentStatus',
  'commander',
  'technicalLead',
  'reporter',
  'authors',
  'responders',
  'reviewers',
  'approvers',
  'services',
  'users',
  'revenue',
  'whys',
  'factors',
  'timeToDetect',
  'timeToAcknowledge',
  'timeToDiagnose',
  'timeToMitigate',
  'timeToResolve',
  'reviewDate',
  'nextReview',
] as const;

test('the page on templates shows what they hold', () => {
  const text = fs.readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  const now = `\n\n${sideBySide()}\n\n`;
  const isNew = process.env['DEBRIEF_UPDATE_FIXTURES'] === '1';
  if (isNew) fs.writeFileSync(page, text.slice(0, from) + now + text.slice(to));
  expect(isNew ? now : text.slice(from, to)).toBe(now);
});
