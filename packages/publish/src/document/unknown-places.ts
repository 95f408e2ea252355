import type { Place, Reading } from '@debrief/core';

/** Longer ones are a section that nobody has filled in; colouring it whole would help nobody. */
const LONGEST = 400;

/** Where the text itself says that something is not known: placeholders, and options of which none was chosen. */
export function unknownPlaces({ postmortem }: Reading): readonly Place[] {
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
  return [...found.values()].toSorted((a, b) => a.from - b.from);
}
