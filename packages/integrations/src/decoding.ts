import type { Alert } from '@debrief/core';

/** What stands in the way of decoding a payload, by name. */
export type ProblemCode =
  /** There is no text, or only white space. */
  | 'empty'
  /** The text is longer than is read. */
  | 'too-large'
  /** The text is no JSON, or was cut off; the message names line and column. */
  | 'not-json'
  /** The JSON has the shape of no product that is known. */
  | 'unknown-shape'
  /** The product is known, but the payload holds no alert. */
  | 'no-alerts'
  /** The product is known, and this delivery is about something other than an alert. */
  | 'ignored-event'
  /** The product wants an answer before it sends alerts; the message says which. */
  | 'confirmation-needed'
  /** A plain alert has a key that is not known; the message names the nearest one. */
  | 'unknown-key'
  /** A plain alert lacks a key, or a value has another type than it should. */
  | 'invalid-value';

export interface DecodingProblem {
  readonly code: ProblemCode;
  /** One or two sentences for a person, with the next step. */
  readonly message: string;
}

/** What a decoder answers. */
export type Decoded =
  | { readonly ok: true; readonly alerts: readonly Alert[] }
  | { readonly ok: false; readonly problem: DecodingProblem };

/** Takes down a sentence about something that was left out or read otherwise. */
export type Note = (sentence: string) => void;

/** Decodes a parsed payload that has the shape of one product. It never throws. */
export type Decoder = (payload: unknown, note: Note) => Decoded;

export function decoded(alerts: readonly Alert[]): Decoded {
  return { ok: true, alerts };
}

export function problem(code: ProblemCode, message: string): { readonly ok: false; readonly problem: DecodingProblem } {
  return { ok: false, problem: { code, message } };
}
