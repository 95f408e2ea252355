import { exactText, markup, type Markup } from '@debrief/publish';
import type { DiffLine, DiffPart } from '../../revision/line-diff.ts';
import { counted } from './parts.ts';

const MOST_LINES = 4_000;

/** What differs, line by line: signs and words say it, colour only adds to it. */
export function diffBlock(lines: readonly DiffLine[]): Markup {
  if (lines.every(({ kind }) => kind === 'left-out' || kind === 'kept'))
    return markup`<p class="soft">Both texts are the same.</p>`;
  return markup`<ol class="diff">${lines.slice(0, MOST_LINES).map(lineOf)}</ol>${lines.length > MOST_LINES ? markup`<p class="soft">And ${lines.length - MOST_LINES} more lines.</p>` : null}`;
}

function lineOf(line: DiffLine): Markup {
  if (line.kind === 'left-out') return markup`<li class="left-out">${counted(line.count, 'line')} alike</li>`;
  const number = line.kind === 'added' ? line.after : line.before;
  const sign = { kept: '\u00a0', removed: '−', added: '+' }[line.kind];
  const said = { kept: '', removed: 'removed: ', added: 'added: ' }[line.kind];
  return markup`<li class="${line.kind}"><span class="sign">${number} ${sign}<span class="unseen">${said}</span></span><span>${line.parts.map((part) => partOf(part, line.kind))}</span></li>`;
}

function partOf({ text, isChanged }: DiffPart, kind: DiffLine['kind']): Markup {
  const words = exactText(shown(text));
  if (!isChanged || kind === 'kept') return words;
  return kind === 'removed' ? markup`<del>${words}</del>` : markup`<ins>${words}</ins>`;
}

/** Marks that turn the direction of a line would make it say something else than it does. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`);
}
