import type { InstantName } from '../model/index.ts';
import type { Anchor } from './measurement.ts';

/** The instants of an incident that have a place on the line of elapsed time, or why one has none. */
export type Anchors = Readonly<
  Record<InstantName, Anchor | { readonly missing: 'absent' | 'placeholder' | 'noDay' | 'noClock' | 'unreadable' }>
>;
