import type { Place } from './place.ts';

/**
 * Where a value comes from: `text` states it at that place, `derived` was worked out from a neighbour (title, heading,
 * the row before), `pinned` was fixed by the writer in front matter, `fileName` stands only in the file's name.
 */
export type Source = 'text' | 'derived' | 'pinned' | 'fileName';

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  /** The raw slice of `places[0]`. */
  readonly written: string;
  readonly places: readonly Place[];
  readonly source: Source;
}

export interface Unknown {
  readonly state: 'unknown';
  /** Why nothing is known: `absent`, `empty`, `placeholder`, `unreadable` … */
  readonly reason: UnknownReason;
  readonly written?: string;
  readonly places: readonly Place[];
}

export interface NotApplicable {
  readonly state: 'notApplicable';
  readonly written: string;
  readonly places: readonly Place[];
}

export type UnknownReason =
  | 'absent'
  | 'empty'
  | 'placeholder'
  | 'undecided'
  | 'ambiguous'
  | 'impossible'
  | 'unreadable';

/** A value that knows where it stands in the text, or why it is not known. */
export type Field<T> = Known<T> | Unknown | NotApplicable;

/** The field of something that the text does not mention. */
export const absent: Unknown = { state: 'unknown', reason: 'absent', places: [] };

/** The value of a known field, else null. */
export function valueOf<T>(field: Field<T>): T | null {
  return field.state === 'known' ? field.value : null;
}

/** The known fields of a list, in their order. */
export function knownOf<T>(fields: readonly Field<T>[]): readonly Known<T>[] {
  return fields.filter((field): field is Known<T> => field.state === 'known');
}
