import type { Place } from './place.ts';

/** What reading found odd: never an error, always with a place and a next step. */
export interface Message {
  readonly code: MessageCode;
  readonly message: string;
  readonly place: Place;
}

export type MessageCode =
  | 'ambiguous-date'
  | 'broken-table'
  | 'control-character'
  | 'deep-nesting'
  | 'front-matter'
  | 'impossible-date'
  | 'no-text'
  | 'pinned-time'
  | 'replaced-character'
  | 'several-incidents'
  | 'time-order'
  | 'too-many'
  | 'unclosed-fence'
  | 'unreadable-duration'
  | 'vocabulary';
