import type { Insights } from '@debrief/core';
import { markup, type Markup } from '../markup.ts';
import { dayWords } from '../words/day-words.ts';
import { numberWords } from '../words/number-words.ts';

/** What was read, what of it counts, and why the rest does not. */
export function documentsBlock({ documents, window, filters }: Insights): Markup {
  const { read, counted, dismissed, merged, empty, undated, leftOut } = documents;
  const rest = [
    [dismissed, 'dismissed'],
    [merged, 'merged into another'],
    [empty, 'empty'],
    [undated, 'without a date'],
    [leftOut, 'outside the window or the filters'],
  ] as const;
  const others = rest.filter(([count]) => count > 0).map(([count, why]) => `${numberWords(count)} ${why}`);
  return markup`<p class="lead"><strong>${numberWords(counted)}</strong> ${counted === 1 ? 'post-mortem' : 'post-mortems'}, ${dayWords(window.from)} to ${dayWords(window.to)}${filters.length === 0 ? null : markup` · ${filters.join(', ')}`}</p>
<p class="small">${numberWords(read)} ${read === 1 ? 'document was' : 'documents were'} read${others.length === 0 ? '.' : `: ${others.join(', ')}.`} Incidents without a post-mortem are not seen here.</p>`;
}
