import type { LeftOut, RelatedAnswer, RelatedIncident, RelatedNote } from '@debrief/core';
import { cutTo, pad, painter, wrap } from './paint.ts';

interface TextLook {
  readonly color: boolean;
  readonly width: number;
  readonly explain: boolean;
}

type Paint = ReturnType<typeof painter>;

/** What is like a document, for people to read: each incident with its reasons and the actions that bear on this one. */
export function relatedText(name: string, title: string | null, answer: RelatedAnswer, look: TextLook): string {
  const paint = painter(look.color);
  const blocks = [
    [
      paint('bold', `Like ${title ?? name}`),
      paint('dim', wrap(closing(answer), look.width).join('\n')),
      ...answer.notes.map((note) => paint('yellow', wrap(NOTES[note], look.width).join('\n'))),
    ],
    ...answer.incidents.map((incident, at) => incidentLines(at + 1, incident, look, paint)),
    ...(look.explain ? [explanation(answer, look, paint)] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const NOTES: Readonly<Record<RelatedNote, string>> = {
  undated: 'This text gives no date, so incidents that came later may be among these.',
  empty: 'This text says nothing yet that could be compared. Write a title and a summary, and ask again.',
};

function closing({ incidents, alike, compared, notes }: RelatedAnswer): string {
  const documents = `${compared} ${compared === 1 ? 'document' : 'documents'}`;
  if (notes.includes('empty')) return `${documents} could be compared`;
  if (alike === 0) return `nothing alike was found among ${documents}`;
  const shown = incidents.length < alike ? `, the nearest ${incidents.length} are shown` : '';
  return `${alike} alike among ${documents}${shown}`;
}

function incidentLines(rank: number, incident: RelatedIncident, look: TextLook, paint: Paint): readonly string[] {
  const { title, incidentId, file, date, score, reasons, actions } = incident;
  const head = [date ?? 'no date', incidentId, file].filter((part) => part !== null).join(' · ');
  return [
    `${paint('bold', pad(`${rank}.`, 3))} ${paint('bold', cutTo(title ?? '(no title)', look.width - 20))}  ${paint('cyan', `${score} points`)}`,
    paint('dim', `    ${head}`),
    ...reasons.flatMap(({ weight, text, how, words = [] }) => [
      ...hanging(`    ${pad(weight.toFixed(1).padStart(5), 7)}`, 11, text, look.width).slice(0, 3),
      ...(look.explain ? hanging('           ', 11, how, look.width).map((line) => paint('dim', line)) : []),
      ...(look.explain && words.length > 0
        ? hanging(
            '           ',
            11,
            words.map(({ word, weight: each }) => `${word} ${each}`).join(' · '),
            look.width,
          ).map((line) => paint('dim', line))
        : []),
    ]),
    ...(actions.length === 0 ? [] : ['    Its action items that bear on this one:']),
    ...actions.flatMap(({ state, text, because }) => [
      ...hanging(`    ${MARK[state]} `, 6, cutTo(text, 300), look.width).slice(0, 3),
      paint('dim', `      ${STATE[state]}; ${because}`),
    ]),
  ];
}

const MARK = { open: '·', done: '✓', unknown: '?' } as const;
const STATE = { open: 'open', done: 'done', unknown: 'its text does not say whether it was done' } as const;

const MOST_LEFT_OUT = 10;

function explanation({ leftOut, floor }: RelatedAnswer, { width }: TextLook, paint: Paint): readonly string[] {
  const counts = Map.groupBy(leftOut, ({ reason }) => reason);
  return [
    paint('bold', 'How this was found'),
    ...hanging(
      '  ',
      2,
      `The weights of the reasons add up to the points; below ${floor} points nothing is shown. docs/related.md has the method.`,
      width,
    ),
    ...(['copy', 'dismissed', 'form', 'later'] as const).flatMap((reason) =>
      leftOutLines(counts.get(reason) ?? [], width),
    ),
  ];
}

function leftOutLines(leftOut: readonly LeftOut[], width: number): readonly string[] {
  const [first] = leftOut;
  if (first === undefined) return [];
  if (first.reason === 'later') return [`  ${leftOut.length} left out: they began later (--later takes them in)`];
  const lines = leftOut.slice(0, MOST_LEFT_OUT).map(({ file, message }) => `${file} was left out: ${message}`);
  const more = leftOut.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more for the same reason`] : [])].flatMap((line) =>
    hanging('  ', 4, line, width),
  );
}

function hanging(start: string, indent: number, text: string, width: number): readonly string[] {
  const [first = '', ...more] = wrap(text.replaceAll(/\s+/g, ' '), width - indent - 2);
  return [`${start}${first}`, ...more.map((line) => `${' '.repeat(indent)}${line}`)];
}
