import { type Field, languages, type Place, type Postmortem, read, type Reading } from '../src/index.ts';
import { lexiconOf } from '../src/vocabulary/index.ts';

/** The vocabulary of all languages, as reading uses it when it is told nothing else. */
export const lexicon = lexiconOf(languages);

export function postmortemOf(text: string): Postmortem {
  return read(text).postmortem;
}

/** A field in short: its value, or in brackets why there is none. */
export function short<T>(field: Field<T> | undefined): T | string {
  if (field === undefined) return '(none)';
  if (field.state === 'known') return field.value;
  return field.state === 'unknown' ? `(${field.reason})` : '(not applicable)';
}

export function shortAll<T>(fields: readonly Field<T>[]): readonly (T | string)[] {
  return fields.map(short);
}

/** The place of words that stand once in a text. */
export function placeOf(text: string, words: string): Place {
  const from = text.indexOf(words);
  if (from < 0 || text.indexOf(words, from + 1) >= 0) throw new Error(`“${words}” should stand once in the text`);
  return { from, to: from + words.length };
}

/** The messages of one kind, each with the words that it points to. */
export function pointedAt({ text, messages }: Reading, code: Reading['messages'][number]['code']): readonly string[] {
  return messages.filter((message) => message.code === code).map(({ place }) => text.slice(place.from, place.to));
}

/** Every field anywhere in a model, with the path to it. */
export function fieldsIn(model: unknown, path = ''): readonly (readonly [string, Field<unknown>])[] {
  if (typeof model !== 'object' || model === null) return [];
  const own = isField(model) ? [[path, model] as const] : [];
  return [
    ...own,
    ...Object.entries(model).flatMap(([key, value]) => fieldsIn(value, path === '' ? key : `${path}.${key}`)),
  ];
}

function isField(model: object): model is Field<unknown> {
  return 'state' in model && 'places' in model;
}

/** The fields of a text's reading that are not written where their first place says. */
export function misplaced(text: string): readonly string[] {
  return fieldsIn(read(text).postmortem).flatMap(([path, { places, written = '' }]) => {
    const [place] = places;
    const found = place === undefined ? '' : text.slice(place.from, place.to);
    return found === written ? [] : [`${path}: “${found}” is not “${written}”`];
  });
}
