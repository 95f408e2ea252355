import type { Insights } from '@debrief/core';
import { svgOf } from './figures/draw.ts';
import { schemes, type Scheme } from './figures/theme.ts';
import { markup } from './markup.ts';
import type { Part } from './parts/part.ts';
import { partsOf } from './parts/parts-of.ts';
import type { Table } from './tables/table.ts';

const padding = 20;
const head = 56;

/**
 * One figure as an SVG file of its own, with title, statement and background; null where the insights have no such figure or
 * it has no picture.
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
  const drawn = part?.draw?.({ theme, width: width - 2 * padding }) ?? null;
  if (part === undefined || drawn === null) return null;
  const foot = 28;
  const height = head + drawn.height + foot + padding;
  const marks = markup`<title>${part.title}</title><desc>${part.statement} ${part.description}</desc>
<rect width="${width}" height="${height}" rx="8" fill="${theme.card}"/>
<text x="${padding}" y="34" font-size="15" font-weight="600" text-anchor="start" fill="${theme.ink}">${part.title}</text>
<svg x="${padding}" y="${head}" width="${drawn.width}" height="${drawn.height}" overflow="visible">${drawn.marks}</svg>
<text x="${padding}" y="${height - 20}" text-anchor="start" fill="${theme.soft}">${part.facts.join(' · ')}</text>`;
  return String(
    svgOf({ width, height, marks }, markup` width="${width}" height="${height}" role="img" color="${theme.ink}"`),
  );
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
