import type { Insights } from '@debrief/core';
import { markup, type Markup } from '../markup.ts';
import { chapters, type Chapter, type Part } from '../parts/part.ts';
import { partsOf } from '../parts/parts-of.ts';
import { instantWords } from '../words/day-words.ts';
import { documentsBlock } from './documents-block.ts';
import { figureBlock } from './figure-block.ts';
import { style } from './style.ts';

export interface ReportOptions {
  readonly title: string;
  /** The instant at which the report was made, ISO 8601; handed in, since nothing here looks at a clock. */
  readonly made: string;
  /** The language of the sentences in the insights, as BCP 47 names it. */
  readonly lang?: string;
}

interface PlacedPart {
  readonly part: Part;
  readonly id: string;
}

/**
 * Insights as one HTML file that needs nothing else: no network, no script; light and dark, on a screen, on a phone and on
 * paper. Every text of a document in it is escaped.
 *
 * @example await writeFile('insights.html', insightsReport(insights, { title: 'What the year shows', made: '2026-11-20T08:00:00Z' }))
 */
export function insightsReport(insights: Insights, { title, made, lang = 'en' }: ReportOptions): string {
  const parts = partsOf(insights).map((part, index) => ({ part, id: `figure-${index + 1}` }));
  return `<!doctype html>\n${markup`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1><bdi>${title}</bdi></h1>
${documentsBlock(insights)}
${shortList(parts)}
</header>
<main>
${(Object.keys(chapters) as Chapter[]).map((chapter) => chapterBlock(chapter, parts))}
</main>
<footer>
<p>Made on ${instantWords(made)} by Debrief from the post-mortems themselves. Every number stands with what it rests on; where that is too little, it says so. There is no number about a person.</p>
</footer>
</body>
</html>
`}`;
}

/** What the figures say, one sentence each, with the way to the figure. */
function shortList(parts: readonly PlacedPart[]): Markup {
  const told = parts.filter(
    ({ part }) => part.id.endsWith('/ecdf') === false && part.chapter !== 'quality' && part.chapter !== 'group',
  );
  const rows = told.map(
    ({ part, id }) =>
      markup`<li><a href="#${id}"><bdi>${part.title}</bdi></a><span>${part.cannotTell === null ? markup`<bdi>${part.statement}</bdi>` : markup`<strong>Cannot tell.</strong> <bdi>${part.cannotTell}</bdi>`}</span></li>\n`,
  );
  return markup`<nav class="short-list" aria-labelledby="in-short"><h2 id="in-short">In short</h2><ul>${rows}</ul></nav>`;
}

function chapterBlock(chapter: Chapter, parts: readonly PlacedPart[]): Markup {
  const own = parts.filter(({ part }) => part.chapter === chapter);
  if (own.length === 0) return markup``;
  return markup`<section aria-labelledby="chapter-${chapter}">
<h2 id="chapter-${chapter}">${chapters[chapter]}</h2>
<div class="figures">
${own.map(({ part, id }) => figureBlock(part, { id }))}
</div>
</section>
`;
}
