import type { Insights } from '@debrief/core';
import { markup, type Markup } from '../markup.ts';
import { chapters, type Chapter, type Part } from '../parts/part.ts';
import { partsOf } from '../parts/parts-of.ts';
import { instantWords } from '../words/day-words.ts';
import { sentence } from '../words/sentence.ts';
import { documentsBlock } from './documents-block.ts';
import { cannotTellBlock, figureBlock, isWide } from './figure-block.ts';
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

/** What the figures say, one sentence each, with the way to the figure; those that cannot tell stand together at the end. */
function shortList(parts: readonly PlacedPart[]): Markup {
  const counted = parts.filter(({ part }) => !(part.id.endsWith('/ecdf') || untoldChapters.includes(part.chapter)));
  const told = counted.filter(({ part }) => part.cannotTell === null || part.chapter === 'frequency');
  const untold = counted.filter((one) => !told.includes(one));
  const rows = told.map(
    (one) =>
      markup`<li>${linkTo(one)}<span>${one.part.statement === '' && one.part.cannotTell !== null ? cannotTellBlock(one.part.cannotTell) : markup`<bdi>${sentence(one.part.statement)}</bdi>`}</span></li>\n`,
  );
  const last =
    untold.length === 0
      ? null
      : markup`<li><strong>Cannot tell</strong><span>${separated(untold.map(linkTo))}</span></li>\n`;
  return markup`<nav class="short-list" aria-labelledby="in-short"><h2 id="in-short">In short</h2><ul>${rows}${last}</ul></nav>`;
}

const untoldChapters: readonly Chapter[] = ['group', 'quality'];

function linkTo({ part, id }: PlacedPart): Markup {
  return markup`<a href="#${id}"><bdi>${part.title}</bdi></a>`;
}

function separated(links: readonly Markup[]): readonly Markup[] {
  return links.map((link, index) => (index === 0 ? link : markup` · ${link}`));
}

function chapterBlock(chapter: Chapter, parts: readonly PlacedPart[]): Markup {
  const own = parts.filter(({ part }) => part.chapter === chapter);
  if (own.length === 0) return markup``;
  const whole = wholeOnes(own);
  return markup`<section aria-labelledby="chapter-${chapter}">
<h2 id="chapter-${chapter}">${chapters[chapter]}</h2>
<div class="figures">
${own.map(({ part, id }, index) => figureBlock(part, { id, whole: whole[index] ?? false }))}
</div>
</section>
`;
}

/** Which figures take a row of their own: the wide ones, and one that would stand beside nothing. */
function wholeOnes(own: readonly PlacedPart[]): readonly boolean[] {
  const wide = own.map(({ part }) => isWide(part));
  let waiting: number | null = null;
  wide.forEach((isOne, index) => {
    if (!isOne) {
      waiting = waiting === null ? index : null;
    } else if (waiting !== null) {
      wide[waiting] = true;
      waiting = null;
    }
  });
  if (waiting !== null) wide[waiting] = true;
  return wide;
}
