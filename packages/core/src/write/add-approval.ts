import type { Approval, Change, Refusal, Splice } from '../model/index.ts';
import { nameOf } from '../read/labels.ts';
import { headingEnd, newLabel } from './label-line.ts';
import { isKnownAs, oneMore } from './listed-ways.ts';
import { newSection } from './new-section.ts';
import { below, lineStop, type Page } from './page.ts';
import { headEnd, newRow } from './table-row.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { replaceAt } from './write-at.ts';
import { normalized, waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** How to add an approval: a row of the sign-off, or a label with name and date. */
export function addApproval(page: Page, { role, name, date }: Of<'addApproval'>, template?: Template): Plan | Refusal {
  const { reading, outline } = page.examined;
  const before = reading.postmortem.signOff.approvals;
  const isNew = (approval: Approval): boolean =>
    approval.role === normalized(role) &&
    isKnownAs(approval.name, name) &&
    (date === undefined || isKnownAs(approval.date, date));
  return {
    ways: approvalWays(page, { kind: 'addApproval', role, name, ...(date !== undefined && { date }) }, template),
    expect: {
      may: ['signOff', 'people.approvers', 'people.reviewers', 'otherLabels', 'followUp'],
      sections: !outline.sections.some(({ names }) => names.includes('signOff')),
      reached: (after) => oneMore(before, after.reading.postmortem.signOff.approvals, isNew),
    },
  };
}

function* approvalWays(
  page: Page,
  { role, name, date }: Of<'addApproval'>,
  template: Template | undefined,
): Generator<readonly Splice[]> {
  const { context, outline, labels, reading } = page.examined;
  const cells = [role, name, date ?? ''].map(cellWords);
  const open = reading.postmortem.signOff.approvals.find(
    (approval) => approval.role === normalized(role) && approval.name.state !== 'known',
  );
  const [hole] = open?.name.places ?? [];
  const [day] = open?.date.places ?? [];
  if (hole !== undefined) {
    const own = [...replaceAt(page, hole, name, 'line')];
    const dated = date === undefined ? [[]] : day === undefined ? [] : [...replaceAt(page, day, date, 'line')];
    for (const one of own) for (const two of dated) yield [...one, ...two];
  }
  for (const [index, section] of outline.sections.entries()) {
    if (!section.names.includes('signOff')) continue;
    for (const block of outline.bodies[index] ?? []) {
      if (block.kind !== 'table') continue;
      const last = block.rows.at(-1);
      const own = block.header.map((_cell, at) => cells[at] ?? '');
      yield [below(page, last?.to ?? headEnd(page, block), newRow(page, block, last ?? null, own))];
    }
  }
  const value = date === undefined ? name : `${name} (${date})`;
  for (const meaning of ['approvers', 'reviewers'] as const) {
    const own = labels.find(({ label, names }) => label === normalized(role) && names.includes(meaning));
    if (own?.value === null)
      yield [
        {
          from: own.labelPlace.to,
          to: lineStop(page.text, own.labelPlace.to),
          insert: `${page.text.slice(own.labelPlace.to, lineStop(page.text, own.labelPlace.to)).trimEnd()} ${value}`,
        },
      ];
    if (nameOf(context, role).includes(meaning)) yield* newLabel(page, meaning, value, ['signOff', 'followUp']);
  }
  const row = `| ${cells.join(' | ')} |`;
  const table = `| Role | Name | Date |\n|------|------|------|\n${row}`;
  for (const section of outline.sections) {
    if (!section.names.includes('signOff')) continue;
    const body = outline.bodies[outline.sections.indexOf(section)] ?? [];
    yield [
      below(
        page,
        body.findLast(({ kind }) => kind !== 'rule')?.to ?? headingEnd(page, section.headingPlace),
        `\n${table}`,
      ),
    ];
  }
  yield* newSection(page, { name: 'signOff' }, table, template);
}

function cellWords(value: string): string {
  return [...waysToWrite(value, 'cell')][0] ?? '';
}
