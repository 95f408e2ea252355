import type { FactorKind, InstantName } from '../model/index.ts';
import type { ActionStrength } from '../measure/action-strength.ts';
import type { Measurement } from '../measure/measurement.ts';
import type { ServiceImpact } from '../measure/service-impacts.ts';

/** An action item as far as figures need it. Never who owns it: there is no figure per person. */
export interface ActionRecord {
  readonly text: string;
  readonly state: 'done' | 'open' | 'cancelled' | 'unknown';
  /** Days, `YYYY-MM-DD`, null where nothing tells. `created` is the day of the incident where nothing better is known. */
  readonly created: string | null;
  readonly due: string | null;
  readonly done: string | null;
  readonly verified: boolean;
  readonly hasOwner: boolean;
  readonly priority: { readonly written: string; readonly level: number | null } | null;
  readonly strength: ActionStrength;
}

/** What contributed, under a name by which incidents can be counted together. */
export interface FactorRecord {
  /** The name in the house's list, of a built-in group of words, or the words themselves, folded. */
  readonly name: string;
  readonly text: string;
  readonly kind: FactorKind | null;
  readonly from: 'house' | 'words' | 'text';
}

/** A number without its places: what figures over many incidents need of a measurement. */
export interface MeasuredNumber extends Pick<Measurement, 'metric' | 'definition' | 'isHouse' | 'unit'> {
  readonly subject?: string;
  readonly state: Measurement['result']['state'];
  /** The value; for an open one what it is at least; null for the rest. */
  readonly value: number | null;
  readonly reason: string | null;
  /** What the document states, and whether both agree. */
  readonly stated: { readonly value: number; readonly verdict: string } | null;
}

/** What learning keeps of one post-mortem: plain and small, so that ten thousand fit in memory and a cache. */
export interface IncidentRecord {
  /** As the caller names it, usually a path. */
  readonly file: string;
  readonly title: string | null;
  readonly incidentId: string | null;
  /** Only `counted` ones enter a rate. `empty` is a form in which nothing was filled in. */
  readonly counting: 'counted' | 'dismissed' | 'merged' | 'empty';
  readonly start: {
    /** Milliseconds since 1970-01-01T00:00Z; of a day without a clock its noon. */
    readonly at: number;
    readonly day: string;
    readonly hasClock: boolean;
    /** Minutes east of UTC of the document's clocks, for the hour of the day as people saw it. */
    readonly offsetMinutes: number | null;
    readonly from: InstantName | 'date';
  } | null;
  readonly severity: { readonly written: string; readonly level: number | null } | null;
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly template: string | null;
  readonly language: string;
  readonly factors: readonly FactorRecord[];
  readonly anchors: readonly InstantName[];
  /** Of the house's definitions those that are known, open, invalid or stated; what is missing here is unknown. */
  readonly numbers: readonly MeasuredNumber[];
  readonly impacts: readonly ServiceImpact[];
  readonly actions: readonly ActionRecord[];
  /** Ids of earlier incidents that the document itself names as related. */
  readonly links: readonly string[];
}
