import { type Language, languages, ownLanguage } from '@debrief/core/read';
import { findHouse, type House } from './house-file.ts';

export interface FoundSettings extends House {
  readonly languages: readonly Language[];
}

/** The settings for a path, and the vocabulary with a team's own words. */
export async function findSettings(start: string): Promise<FoundSettings> {
  const house = await findHouse(start);
  if (Object.keys(house.words).length === 0) return { ...house, languages };
  const { language, unknown } = ownLanguage(house.words);
  const strange = unknown.map(
    ({ part, name, nearest }) => `${house.file}: “${name}” is not one of the ${part}; did you mean “${nearest}”?`,
  );
  return { ...house, languages: [language, ...languages], problems: [...house.problems, ...strange] };
}
