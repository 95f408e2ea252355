import type { Finding } from '@debrief/core';
import { type Mark, markup, type Markup } from '@debrief/publish';
import { counted } from './parts.ts';

const MOST = 60;
const LONGEST_MARK = 300;
const LOOKS = { error: 'bad', warning: 'warn', info: '' } as const;
const WORDS = { error: 'before publishing', warning: 'worth a look', info: 'hint' } as const;

/** Where findings stand in the text; a whole section is not underlined. */
export function findingMarks(findings: readonly Finding[]): readonly Mark[] {
  return findings.flatMap(({ place, question, rule }, index) =>
    place.to > place.from && place.to - place.from <= LONGEST_MARK
      ? [
          {
            ...place,
            kind: rule.startsWith('complete/') ? ('unknown' as const) : ('finding' as const),
            label: question,
            id: `finding-${index + 1}`,
          },
        ]
      : [],
  );
}

/**
 * What checking asks: questions about the text, then what is not known yet.
 *
 * @param marked ids that stand in the page, so that a link leads there
 */
export function findingsBlock(
  findings: readonly Finding[],
  {
    text,
    marked,
    heading = 'Findings',
  }: { readonly text: string; readonly marked: ReadonlySet<string>; readonly heading?: string },
): Markup {
  const rows = findings.map((finding, index) => ({ finding, id: `finding-${index + 1}` }));
  const open = rows.filter(({ finding }) => finding.rule.startsWith('complete/'));
  const others = rows.filter(({ finding }) => !finding.rule.startsWith('complete/'));
  const lineOf = lineFinder(text);
  const row = ({ finding, id }: (typeof rows)[number]): Markup =>
    findingRow(finding, marked.has(id) ? id : null, lineOf);
  return markup`<h2 id="findings">${heading}</h2>
${findings.length === 0 ? markup`<p class="soft">Nothing to ask.</p>` : null}
${others.length === 0 ? null : markup`<ul>${others.slice(0, MOST).map(row)}</ul>`}
${others.length <= MOST ? null : markup`<p class="soft">And ${others.length - MOST} more.</p>`}
${open.length === 0 ? null : markup`<details${others.length === 0 ? markup` open` : null}><summary>${counted(open.length, 'open question')}: what nobody has written yet</summary><ul>${open.slice(0, MOST).map(row)}</ul></details>`}`;
}

function findingRow(
  { rule, level, message, question, reason, place }: Finding,
  id: string | null,
  lineOf: (at: number) => number,
): Markup {
  const line = `line ${lineOf(place.from)}`;
  return markup`<li><p><span class="pill ${LOOKS[level]}">${rule}</span> <span class="meta">${WORDS[level]} · ${id === null ? line : markup`<a href="#${id}">${line}</a>`}</span></p><p class="question">${question}</p><p class="soft">${message}</p><details><summary>Why this is asked</summary><p class="soft">${reason}</p></details></li>`;
}

/** Lines from 1, by bisection. */
function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
