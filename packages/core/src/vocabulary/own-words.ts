import { sectionNames } from '../model/index.ts';
import { nearestOf } from '../model/nearest.ts';
import { english } from './en.ts';
import type { Language } from './language.ts';

/** Phrases that a team adds, by part of the vocabulary and by name, as its settings file has them. */
type Words = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface OwnLanguage {
  readonly language: Language;
  /** Names that the vocabulary does not have, each with the nearest one that it has. */
  readonly unknown: readonly { readonly part: string; readonly name: string; readonly nearest: string }[];
}

/**
 * A team's own words as one more language, to be put before the others so that it wins. It carries the code `en`, since
 * English meanings count in documents of any language.
 */
export function ownLanguage({ sections = {}, labels = {}, columns = {} }: Words): OwnLanguage {
  const parts = [
    { part: 'sections', words: sections, names: sectionNames as readonly string[] },
    { part: 'labels', words: labels, names: Object.keys(english.labels) },
    { part: 'columns', words: columns, names: Object.keys(english.columns) },
  ];
  const unknown = parts.flatMap(({ part, words, names }) =>
    Object.keys(words).flatMap((name) =>
      names.includes(name) ? [] : [{ part, name, nearest: nearestOf(name, names) }],
    ),
  );
  const language: Language = { ...EMPTY, sections, labels, columns };
  return { language, unknown };
}

const EMPTY: Language = {
  code: 'en',
  markers: [],
  sections: {},
  weakSections: {},
  conjunctions: [],
  labels: {},
  columns: {},
  months: [],
  weekdays: [],
  beforeNoon: [],
  afterNoon: [],
  dayParts: [],
  approximately: [],
  until: [],
  at: [],
  units: {},
  done: [],
  open: [],
  cancelled: [],
  statuses: [],
  severities: [],
  unknown: [],
  notApplicable: [],
  nobody: [],
  yes: [],
  no: [],
  dueWords: [],
  imperatives: [],
  allTimes: [],
  roles: {},
  roleLabels: {},
};
