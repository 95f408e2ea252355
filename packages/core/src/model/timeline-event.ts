import type { Field } from './field.ts';
import type { Instant, InstantName } from './instant.ts';
import type { Place } from './place.ts';

/** A guess which instant of the incident an event is, with the words that led to it. */
export interface RoleGuess {
  readonly instant: InstantName;
  readonly words: string;
}

/** One event of the timeline, in the order of the document. */
export interface TimelineEvent {
  readonly place: Place;
  readonly at: Field<Instant>;
  readonly until?: Field<Instant>;
  readonly text: Field<string>;
  readonly action: Field<string>;
  readonly actor: Field<string>;
  /** The sub-heading or phase that the event stands under. */
  readonly phase?: string;
  readonly role?: RoleGuess;
}
