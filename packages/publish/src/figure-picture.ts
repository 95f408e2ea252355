import type { Insights } from '@debrief/core';
import { svgOf } from './figures/draw.ts';
import { pageTheme, schemes, type Scheme } from './figures/theme.ts';
import { markup, type Markup } from './markup.ts';
import type { Part } from './parts/part.ts';
import { partsOf } from './parts/parts-of.ts';
import type { Table } from './tables/table.ts';
import { linesOf } from './words/lines-of.ts';
import { readableText } from './words/readable-text.ts';
import { sentence } from './words/sentence.ts';

const padding = 24;

/** About how wide a letter of the text size is, to break lines without measuring. */
const letterWidth = 6.6;

/**
 * One figure as an SVG file of its own, with title, statement, small print and background; null where the insights have no
 * such figure or it has no picture. `width` is in pixels, from about 320 on.
 *
 * @example figurePicture(insights, 'frequency', { scheme: 'light', width: 640 })
 */
export function figurePicture(
  insights: Insights,
  id: string,
  { scheme, width }: { readonly scheme: Scheme; readonly width: number },
): string | null {
  const part = partWithId(insights, id);
  const theme = schemes[scheme];
  const inner = width - 2 * padding;
  const drawn = part?.draw?.({ theme, width: inner }) ?? null;
  if (part === undefined || drawn === null) return null;
  const longest = Math.max(20, Math.floor(inner / letterWidth));
  const said =
    part.cannotTell === null ? part.statement : `Cannot tell. ${sentence(part.cannotTell)} ${part.statement}`;
  const statement = linesOf(readableText(said), { longest });
  const facts = linesOf(part.facts.join(' · '), { longest });
  const pictureTop = 56 + statement.length * 18;
  const factsTop = pictureTop + drawn.height + 28;
  const height = factsTop + (facts.length - 1) * 18 + padding;
  const marks = markup`<title>${part.title}</title><desc>${part.statement} ${part.description}</desc>
<rect width="${width}" height="${height}" rx="8" fill="${theme.card}"/>
<text x="${padding}" y="36" font-size="15" font-weight="600" text-anchor="start" fill="${theme.ink}">${readableText(part.title, { longest: Math.floor(longest * 0.75) })}</text>
${textLines(statement, { top: 58, colour: theme.ink })}
<svg x="${padding}" y="${pictureTop}" width="${drawn.width}" height="${drawn.height}" overflow="visible">${drawn.marks}</svg>
${textLines(facts, { top: factsTop, colour: theme.soft })}`;
  const size = markup` width="${width}" height="${height}" role="img" color="${theme.ink}"`;
  return String(svgOf({ width, height, marks }, size));
}

function textLines(
  lines: readonly string[],
  { top, colour }: { readonly top: number; readonly colour: string },
): readonly Markup[] {
  return lines.map(
    (line, index) =>
      markup`<text x="${padding}" y="${top + index * 18}" text-anchor="start" fill="${colour}">${line}</text>
`,
  );
}

/**
 * One figure as an SVG element for a page that has its own words around it and gives the colours by role, as
 * `--ink`, `--soft`, `--mark` …; null where there is nothing to draw. The caller names it: `label` is what a screen reader says.
 *
 * @example figureMarkup(insights, 'frequency', { width: 560, label: 'Incidents a month' })
 */
export function figureMarkup(
  insights: Insights,
  id: string,
  { width, label }: { readonly width: number; readonly label: string },
): string | null {
  const drawn = partWithId(insights, id)?.draw?.({ theme: pageTheme, width }) ?? null;
  return drawn === null ? null : String(svgOf(drawn, markup` role="img" aria-label="${label}"`));
}

/**
 * The numbers behind one figure; null where the insights have no such figure.
 *
 * @example figureTable(insights, 'factors')?.rows
 */
export function figureTable(insights: Insights, id: string): Table | null {
  return partWithId(insights, id)?.table ?? null;
}

/**
 * The ids of the figures, in the order of the report.
 *
 * @example figureIds(insights) // ['frequency', 'time-of-week', …]
 */
export function figureIds(insights: Insights): readonly string[] {
  return partsOf(insights).map(({ id }) => id);
}

function partWithId(insights: Insights, id: string): Part | undefined {
  return partsOf(insights).find((part) => part.id === id);
}
