import { plot, type PlotOptions } from '@observablehq/plot';
import { markup, trusted, type Markup } from '../markup.ts';
import { DrawingDocument } from './drawing-document.ts';
import { systemFont, type Theme } from './theme.ts';

/** How a figure is drawn: its colours, and its width in the pixels of its own coordinates (its letters are 12 high). */
export interface Drawing {
  readonly theme: Theme;
  readonly width: number;
}

/** One drawn figure: the inside of an SVG, and its size. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly marks: Markup;
}

const textSize = 12;

/** Draws by Observable Plot, without a browser. Widths below this have no room for names beside their marks. */
export const narrowWidth = 440;

/**
 * Draws one figure.
 *
 * @example drawPlot({ height: 120, marks: [dot([1, 2])] }, { theme: schemes.light, width: 560 })
 */
export function drawPlot(options: PlotOptions & { readonly height: number }, { width }: Drawing): Drawn {
  const root = plot({
    ...options,
    width,
    style: {},
    figure: false,
    document: new DrawingDocument() as never,
  }) as unknown as { readonly childNodes: readonly { toMarkup(): Markup; readonly tagName: string }[] };
  const marks = root.childNodes.filter(({ tagName }) => tagName !== 'style').map((child) => child.toMarkup());
  return { width, height: options.height, marks: markup`${marks}` };
}

/**
 * A drawn figure as an SVG element. With `names` it is one image with a name and a description (ids of the page);
 * without, it is a file of its own.
 */
export function svgOf({ width, height, marks }: Drawn, attributes: Markup): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${trusted(systemFont.replaceAll('"', "'"))}" font-size="${textSize}" fill="currentColor" text-anchor="middle"${attributes}>${marks}</svg>`;
}
