import { absent, type Field, type Known, type Message, type Place, type Source, type Unknown } from '../model/index.ts';
import type { Lexicon } from '../vocabulary/index.ts';
import { emptiness } from './placeholder.ts';
import { isPlain, plain } from './plain.ts';
import { trim } from './table.ts';

/** What every step of reading one document needs. */
export interface Context {
  /** The text as given; values are cut from it. */
  readonly text: string;
  /** The same with harmless line ends and nesting; structure is read from it. Offsets agree. */
  readonly flat: string;
  /** Whether the two are one, so that what was cut from one need not be cut from the other. */
  readonly isFlat: boolean;
  readonly lexicon: Lexicon;
  readonly language: string;
  readonly references: ReadonlyMap<string, string>;
  /** What front matter values say once quotes, escapes and folded lines are undone, by where they stand. */
  readonly decoded: ReadonlyMap<number, string>;
  /** Whether `03-04-2026` is 3 April in this document; null where nothing in it decides. */
  readonly dayFirst: boolean | null;
  readonly report: (message: Message) => void;
}

/** The words at a place with marks removed. */
export function words(context: Context, place: Place): string {
  const { flat, references } = context;
  const decoded = decodedAt(context, place);
  if (decoded !== undefined) return decoded;
  const written = flat.slice(place.from, place.to);
  return isPlain(flat, place.from, place.to) ? written : plain(written, references);
}

function isBare(context: Context, place: Place): boolean {
  return decodedAt(context, place) === undefined && isPlain(context.flat, place.from, place.to);
}

function decodedAt({ decoded }: Context, place: Place): string | undefined {
  return decoded.size === 0 ? undefined : decoded.get(place.from);
}

/** A field of the words at a place: known, or unknown because they are empty or a placeholder. */
export function textField(context: Context, place: Place | null | undefined, source: Source = 'text'): Field<string> {
  if (place === null || place === undefined) return absent;
  const inner = trim(context.flat, place.from, place.to);
  const written = context.text.slice(inner.from, inner.to);
  const value = context.isFlat && isBare(context, inner) ? written : words(context, inner);
  const why = emptiness(context.lexicon, value, written);
  if (why === 'notApplicable') return { state: 'notApplicable', written, places: [inner] };
  if (why !== null) return unknown(why, written, inner);
  return { state: 'known', value, written, places: [inner], source };
}

/** A known field whose value was worked out from the words at a place. */
export function knownField<T>(
  context: Context,
  value: T,
  place: Place,
  source: Source = 'text',
  more: readonly Place[] = [],
): Known<T> {
  const inner = trim(context.flat, place.from, place.to);
  return { state: 'known', value, written: context.text.slice(inner.from, inner.to), places: [inner, ...more], source };
}

export function unknown(reason: Unknown['reason'], written: string, place: Place): Unknown {
  return written === ''
    ? { state: 'unknown', reason, places: [place] }
    : { state: 'unknown', reason, written, places: [place] };
}

/** The same field with its value changed; what is not known stays as it is. */
export function mapField<T, U>(field: Field<T>, change: (value: T) => U): Field<U> {
  return field.state === 'known' ? { ...field, value: change(field.value) } : field;
}
