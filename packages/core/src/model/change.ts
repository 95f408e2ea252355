import type { InstantName } from './instant.ts';
import type { FactorKind } from './postmortem.ts';
import type { SectionName } from './section.ts';

/** Values of a post-mortem that one change can set, by the name that commands and forms use. */
export const fieldNames = [
  'title',
  'incidentId',
  'severity',
  'status',
  'documentStatus',
  'date',
  'zone',
  'commander',
  'technicalLead',
  'authors',
  'reporter',
  'responders',
  'reviewers',
  'approvers',
  'attendees',
  'summary',
  'background',
  'impact',
  'users',
  'customers',
  'requestsFailed',
  'revenue',
  'business',
  'regions',
  'features',
  'services',
  'dataSources',
  'degradation',
  'dataIntegrity',
  'performance',
  'serviceLevel',
  'errorBudget',
  'contractBreaches',
  'whatHappened',
  'whyItHappened',
  'immediateCause',
  'rootCause',
  'trigger',
  'detection',
  'whyNotEarlier',
  'alertQuality',
  'resolution',
  'verification',
  'lessons',
  'prevention',
  'followUp',
  'channel',
  'reviewDate',
  'nextReview',
  'published',
  'version',
  'lastUpdated',
  'duration',
  'timeToDetect',
  'timeToAcknowledge',
  'timeToRespond',
  'timeToDiagnose',
  'timeToMitigate',
  'timeToResolve',
  'timeToNotify',
  'timeBetweenFailures',
] as const;

export type FieldName = (typeof fieldNames)[number];

/**
 * Which event or action item is meant. The words hold on when other rows come or go: where both are given, the item at
 * `index` is taken if it has these words, else the only one that has them. `id` is an action item's id or ticket.
 */
export interface ItemReference {
  readonly index?: number;
  readonly text?: string;
  readonly id?: string;
}

/** What an event says. `at` and `until` are `14:05`, `2026-05-01T14:05` or `2026-05-01 14:05 UTC`. */
export interface EventValues {
  readonly at?: string;
  readonly until?: string;
  readonly text?: string;
  readonly action?: string;
  readonly actor?: string;
}

/** What an action item says; an empty string takes a value away. */
export interface ActionValues {
  readonly text?: string;
  readonly owners?: readonly string[];
  readonly due?: string;
  readonly priority?: string;
  readonly status?: string;
  readonly ticket?: string;
  readonly verification?: string;
}

export const lessonKinds = ['wentWell', 'wentWrong', 'couldImprove', 'lucky', 'learned', 'doDifferently'] as const;

export type LessonKind = (typeof lessonKinds)[number];

/** One change to a post-mortem, as plain data: it can be stored, sent and run again on a newer text. */
export type Change =
  /** null empties the place. A list is for fields that hold several names. */
  | { readonly kind: 'setField'; readonly field: FieldName; readonly value: string | readonly string[] | null }
  | { readonly kind: 'addEvent'; readonly event: EventValues & { readonly text: string } }
  | { readonly kind: 'changeEvent'; readonly event: ItemReference; readonly values: EventValues }
  /** `to` is the index that the event has afterwards. */
  | { readonly kind: 'moveEvent'; readonly event: ItemReference; readonly to: number }
  | { readonly kind: 'removeEvent'; readonly event: ItemReference }
  | { readonly kind: 'addAction'; readonly action: ActionValues & { readonly text: string } }
  | { readonly kind: 'changeAction'; readonly action: ItemReference; readonly values: ActionValues }
  | { readonly kind: 'tickAction' | 'untickAction' | 'removeAction'; readonly action: ItemReference }
  | { readonly kind: 'addWhy'; readonly question: string; readonly answer?: string }
  | { readonly kind: 'addFactor'; readonly text: string; readonly factor?: FactorKind }
  | { readonly kind: 'addLesson'; readonly text: string; readonly lesson: LessonKind }
  | { readonly kind: 'addApproval'; readonly role: string; readonly name: string; readonly date?: string }
  /** `time` with its day, `2026-05-01T10:02Z`; null takes the pin away. */
  | { readonly kind: 'pinInstant'; readonly instant: InstantName; readonly time: string | null }
  | { readonly kind: 'addSection'; readonly section: SectionName }
  | { readonly kind: 'addSection'; readonly heading: string };

/**
 * Why a change was refused: `no-place` (the document has no such place and none can be made), `not-found` (no such
 * event or item), `ambiguous` (several are meant), `invalid-value` (no form of text could hold it), `cannot-be-written`
 * (it would not be read back as given, or something else would be read differently).
 */
export interface Refusal {
  readonly code: 'no-place' | 'not-found' | 'ambiguous' | 'invalid-value' | 'cannot-be-written';
  readonly message: string;
}
