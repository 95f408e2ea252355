import type { Field, Place } from '../model/index.ts';
import { type Context, textField } from './context.ts';
import type { Outline } from './outline.ts';

/** A template's worked example below the form: what it tells did not happen. */
const EXAMPLE = /^[^\p{L}]{0,4}(?:example|beispiel|ejemplo|exemple|exemplo|eksempel)\s*[:：—–-]/iu;

/** Where a conversion put the other incidents of a file that told of several. */
const KEPT = /^further incidents of the same file$/i;

export interface Incidents {
  /** Where the first incident ends; the text's length where there is only one. */
  readonly end: number;
  /** The heading of the first, where there are several. */
  readonly first: Place | null;
  readonly further: readonly Field<string>[];
}

/**
 * Several incidents in one file: a timeline or summary that comes a second time below a heading of the same level as
 * the one that the first stood below. The first is read, the others are named.
 */
export function incidentsIn(context: Context, { sections }: Outline): Incidents {
  const example = sections.find(({ heading, level }) => level > 0 && level <= 2 && EXAMPLE.test(heading));
  if (example !== undefined && example.from > 0) return { end: example.from, first: null, further: [] };
  const kept = sections.findIndex(({ heading, level }) => level === 2 && KEPT.test(heading));
  if (kept >= 0) {
    const below = sections.slice(kept + 1);
    const top = Math.min(...below.map(({ level }) => level));
    const further = below
      .filter(({ level }) => level === top)
      .map(({ headingPlace }) => textField(context, headingPlace));
    return { end: sections[kept]?.from ?? context.flat.length, first: null, further };
  }
  const owned = new Set<number>();
  for (const [index, section] of sections.entries()) {
    if (!section.names.includes('timeline') && !section.names.includes('summary')) continue;
    const owner = ownerOf(sections, index);
    if (owner >= 0) owned.add(owner);
  }
  const [first, ...others] = owned;
  const level = first === undefined ? 0 : (sections[first]?.level ?? 0);
  const further = others.flatMap((owner) => {
    const section = sections[owner];
    return section !== undefined && section.level === level && section.names.length === 0 ? [section] : [];
  });
  const [second] = further;
  if (second === undefined) return { end: context.flat.length, first: null, further: [] };
  const place: Place = second.headingPlace;
  context.report({
    code: 'several-incidents',
    message: `This file tells of ${further.length + 1} incidents. The first was read; give each of the others a file of its own to have it read too.`,
    place,
  });
  return {
    end: second.from,
    first: sections[first ?? 0]?.headingPlace ?? null,
    further: further.map(({ headingPlace }) => textField(context, headingPlace)),
  };
}

function ownerOf(sections: Outline['sections'], index: number): number {
  let at = sections[index]?.parent ?? -1;
  while (at >= 0 && (sections[at]?.names.length ?? 0) > 0) at = sections[at]?.parent ?? -1;
  return at;
}
