import type { Field, Place, Reading, SectionName } from '../../model/index.ts';

/**
 * Where to show that something is missing: where it was left open, else at the heading it belongs under, else at the title.
 *
 * @example placeFor(reading, [postmortem.summary], ['summary'])
 */
export function placeFor(
  reading: Reading,
  fields: readonly Field<unknown>[],
  names: readonly SectionName[] = [],
): Place {
  return (
    fields.find(({ state, places }) => state === 'unknown' && places.length > 0)?.places[0] ??
    headingOf(reading, names) ??
    titlePlace(reading)
  );
}

/** The words of the first heading with one of these names; the names that come first are looked for first. */
function headingOf({ sections }: Reading, names: readonly SectionName[]): Place | null {
  for (const name of names) {
    const section = sections.find((each) => each.kind === 'heading' && each.names.includes(name));
    if (section !== undefined) return section.headingPlace;
  }
  return null;
}

/** The title, else the first heading, else the first line that says anything. */
function titlePlace({ text, sections, postmortem }: Reading): Place {
  const place = postmortem.title.places[0] ?? sections.find(({ kind }) => kind === 'heading')?.headingPlace;
  if (place !== undefined) return place;
  const from = Math.max(0, text.search(/\S/));
  const end = text.slice(from).search(/[\r\n]/);
  return { from, to: end < 0 ? text.length : from + end };
}
