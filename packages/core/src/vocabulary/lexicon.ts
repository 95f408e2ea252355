import type { InstantName, SectionName } from '../model/index.ts';
import { fold } from '../model/fold.ts';
import type { ColumnName, DurationUnit, LabelName, Language } from './language.ts';
import { indexPhrases, type PhraseIndex } from './phrase-index.ts';
import { remember, type Remembered } from './remembered.ts';

/** A name that a phrase has in one language. */
interface Meaning<T> {
  readonly language: string;
  readonly name: T;
}

export type Dictionary<T> = ReadonlyMap<string, readonly Meaning<T>[]>;

/** The vocabulary of several languages, compiled for look-up. All keys are folded. */
export interface Lexicon {
  readonly languages: readonly Language[];
  readonly sections: Dictionary<SectionName>;
  readonly weakSections: Dictionary<SectionName>;
  readonly sectionPhrases: PhraseIndex<SectionName>;
  readonly sectionPhrasesByLetter: ReadonlyMap<string, readonly string[]>;
  readonly conjunctions: RegExp;
  readonly labels: Dictionary<LabelName>;
  readonly columns: Dictionary<ColumnName>;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  readonly beforeNoon: ReadonlySet<string>;
  readonly afterNoon: ReadonlySet<string>;
  readonly dayParts: ReadonlySet<string>;
  readonly approximately: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, DurationUnit>;
  readonly done: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly cancelled: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  /** Severity word → level 1–5. */
  readonly severities: ReadonlyMap<string, number>;
  readonly unknown: ReadonlySet<string>;
  readonly notApplicable: ReadonlySet<string>;
  /** The first two characters of `unknown` and `notApplicable`, where they are ASCII: first · 128 + second. */
  readonly nothingStarts: ReadonlySet<number>;
  readonly nobody: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly dueWords: ReadonlySet<string>;
  readonly imperatives: ReadonlySet<string>;
  readonly imperativeEndings: readonly string[];
  readonly allTimes: PhraseIndex<true>;
  readonly roles: PhraseIndex<RoleMeaning>;
  /** What a label before an event says of it. */
  readonly roleLabels: ReadonlyMap<string, InstantName>;
  /** What was looked up before, since the same headings and labels come again in every document of a team. */
  readonly headingCache: Remembered<SectionName>;
  readonly weakHeadingCache: Remembered<SectionName>;
  readonly labelCache: Remembered<LabelName>;
  readonly columnCache: Remembered<ColumnName>;
}

interface RoleMeaning {
  readonly instant: InstantName;
  /** Smaller is stronger. */
  readonly rank: number;
}

const COMPILED = new WeakMap<readonly Language[], Lexicon>();

/** Compiles languages for look-up; the same array of languages is compiled once. */
export function lexiconOf(languages: readonly Language[]): Lexicon {
  let lexicon = COMPILED.get(languages);
  if (lexicon === undefined) {
    lexicon = compile(languages);
    COMPILED.set(languages, lexicon);
  }
  return lexicon;
}

function compile(languages: readonly Language[]): Lexicon {
  const words = (pick: (language: Language) => readonly string[]): ReadonlySet<string> =>
    new Set(languages.flatMap((language) => pick(language).map(fold)).filter((word) => word !== ''));
  const imperatives = languages.flatMap((language) => language.imperatives);
  const unknown = words((language) => language.unknown);
  const notApplicable = words((language) => language.notApplicable);
  return {
    languages,
    sections: dictionary(languages, (language) => language.sections),
    weakSections: dictionary(languages, (language) => language.weakSections),
    sectionPhrases: indexPhrases(pairs(languages, (language) => language.sections)),
    sectionPhrasesByLetter: byFirstLetter(pairs(languages, (language) => language.sections)),
    conjunctions: conjunctionPattern(languages),
    labels: dictionary(languages, (language) => language.labels),
    columns: dictionary(languages, (language) => language.columns),
    months: new Map(
      languages.flatMap((language) =>
        language.months.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
      ),
    ),
    weekdays: words((language) => language.weekdays),
    beforeNoon: words((language) => language.beforeNoon),
    afterNoon: words((language) => language.afterNoon),
    dayParts: words((language) => language.dayParts),
    approximately: words((language) => language.approximately),
    until: words((language) => language.until),
    at: words((language) => language.at),
    units: new Map(pairs(languages, (language) => language.units)),
    done: words((language) => language.done),
    open: words((language) => language.open),
    cancelled: words((language) => language.cancelled),
    statuses: words((language) => language.statuses),
    severities: new Map(
      languages.flatMap((language) =>
        language.severities.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
      ),
    ),
    unknown,
    notApplicable,
    nothingStarts: startsOf([...unknown, ...notApplicable]),
    nobody: words((language) => language.nobody),
    yes: words((language) => language.yes),
    no: words((language) => language.no),
    dueWords: words((language) => language.dueWords),
    imperatives: new Set(imperatives.filter((word) => !word.startsWith('-')).map(fold)),
    imperativeEndings: imperatives.filter((word) => word.startsWith('-')).map(fold),
    allTimes: indexPhrases(
      languages.flatMap((language) => language.allTimes.map((phrase) => [fold(phrase), true] as const)),
    ),
    roles: indexPhrases(rolePairs(languages)),
    roleLabels: new Map(languages.toReversed().flatMap(roleLabelPairs)),
    headingCache: remember(languages),
    weakHeadingCache: remember(languages),
    labelCache: remember(languages),
    columnCache: remember(languages),
  };
}

function startsOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map((word) => word.charCodeAt(0) * 128 + word.charCodeAt(1)));
}

function* pairs<T extends string>(
  languages: readonly Language[],
  pick: (language: Language) => Readonly<Partial<Record<T, readonly string[]>>>,
): Generator<readonly [string, T]> {
  for (const language of languages) {
    for (const [name, phrases] of Object.entries(pick(language)) as [T, readonly string[]][]) {
      for (const phrase of phrases) yield [fold(phrase), name];
    }
  }
}

function dictionary<T extends string>(
  languages: readonly Language[],
  pick: (language: Language) => Readonly<Partial<Record<T, readonly string[]>>>,
): Dictionary<T> {
  const found = new Map<string, Meaning<T>[]>();
  for (const language of languages) {
    for (const [phrase, name] of pairs([language], pick)) {
      const meanings = found.get(phrase);
      const meaning = { language: language.code, name };
      if (meanings === undefined) found.set(phrase, [meaning]);
      else if (!meanings.some((known) => known.name === name && known.language === language.code))
        meanings.push(meaning);
    }
  }
  return found;
}

function byFirstLetter(phrases: Iterable<readonly [string, unknown]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [phrase] of phrases) {
    const letter = phrase[0] ?? '';
    const list = found.get(letter);
    if (list === undefined) found.set(letter, [phrase]);
    else list.push(phrase);
  }
  return found;
}

function conjunctionPattern(languages: readonly Language[]): RegExp {
  const words = [...new Set(languages.flatMap((language) => language.conjunctions))].filter((word) =>
    /^\p{L}+$/u.test(word),
  );
  const spaced = words.filter((word) => /^[\p{Script=Latin}]+$/u.test(word)).join('|');
  return new RegExp(
    `\\s+(?:${spaced})\\s+|\\s*[/&+,;|·、・→]\\s*|\\s+[-–—]\\s+|[:：]\\s*|[與与和及]|(?<=[ァ-ヶー一-龠])と(?=[ァ-ヶー一-龠])`,
    'iu',
  );
}

function* rolePairs(languages: readonly Language[]): Generator<readonly [string, RoleMeaning]> {
  for (const language of languages) {
    for (const [instant, phrases] of Object.entries(language.roles) as [InstantName, readonly string[]][]) {
      for (const [rank, phrase] of phrases.entries()) yield [fold(phrase), { instant, rank }];
    }
  }
}

function roleLabelPairs({ roles, roleLabels }: Language): readonly (readonly [string, InstantName])[] {
  return [roles, roleLabels].flatMap((words) =>
    (Object.entries(words) as [InstantName, readonly string[]][]).flatMap(([instant, phrases]) =>
      phrases.map((phrase) => [fold(phrase), instant] as const),
    ),
  );
}

/**
 * What a phrase means: the meaning in the given language, else in English, else in the first language that has one. A
 * word of up to three letters counts only in its own language, since such words mean something else elsewhere.
 */
export function meaningsOf<T>(meaningsByPhrase: Dictionary<T>, folded: string, language: string): readonly T[] {
  const meanings = meaningsByPhrase.get(folded);
  if (meanings === undefined) return [];
  const own = meanings.filter((meaning) => meaning.language === language);
  if (own.length > 0) return own.map((meaning) => meaning.name);
  const english = meanings.filter((meaning) => meaning.language === 'en');
  if (english.length > 0) return english.map((meaning) => meaning.name);
  if (folded.length <= 3 && /^[a-z]+$/.test(folded)) return [];
  const first = meanings[0];
  return first === undefined
    ? []
    : meanings.filter((meaning) => meaning.language === first.language).map((meaning) => meaning.name);
}
