import type { Place, Reading } from '@debrief/core';

/** Longer ones are a section that nobody has filled in; colouring it whole would help nobody. */
const LONGEST = 400;

/** Words in brackets that are neither a link, nor a box, nor a number of a note. */
const BRACKETED = /\[[^[\]\n`]{2,80}\](?![([:])/g;
const MOST_BRACKETED = 2_000;

/** Where the text itself says that something is not known: placeholders, and options of which none was chosen. */
export function unknownPlaces({ postmortem, text, sections }: Reading): readonly Place[] {
  const found = new Map<string, Place>();
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) return value.forEach(look);
    const field = value as { state?: unknown; reason?: unknown; places?: unknown };
    if (field.state !== undefined && Array.isArray(field.places)) {
      if (field.state !== 'unknown' || (field.reason !== 'placeholder' && field.reason !== 'undecided')) return;
      for (const place of field.places as readonly Place[]) {
        if (place.to > place.from && place.to - place.from <= LONGEST) found.set(`${place.from} ${place.to}`, place);
      }
      return;
    }
    Object.values(value).forEach(look);
  };
  look(postmortem);
  const front = sections.find(({ kind }) => kind === 'frontMatter')?.to ?? 0;
  for (const { 0: words, index } of text.matchAll(BRACKETED)) {
    if (found.size >= MOST_BRACKETED) break;
    if (index < front || !/\p{L}/u.test(words) || /^\[\^|^\[sic\]$/i.test(words) || text.includes(`${words}:`))
      continue;
    found.set(`${index} ${index + words.length}`, { from: index, to: index + words.length });
  }
  return [...found.values()].toSorted((a, b) => a.from - b.from);
}
