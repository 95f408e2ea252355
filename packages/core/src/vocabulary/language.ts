import type { InstantName, SectionName, StatedMetricName } from '../model/index.ts';

/** Labels that a post-mortem puts before a value: header fields, bold labels, rows of two-column tables, nested fields. */
export type LabelName =
  | StatedMetricName
  | SectionName
  | 'title'
  | 'incidentId'
  | 'date'
  | 'startTime'
  | 'endTime'
  | 'period'
  | 'detectedAt'
  | 'severity'
  | 'status'
  | 'documentStatus'
  | 'zone'
  | 'author'
  | 'commander'
  | 'technicalLead'
  | 'reporter'
  | 'responders'
  | 'reviewers'
  | 'approvers'
  | 'attendees'
  | 'distribution'
  | 'published'
  | 'nextReview'
  | 'version'
  | 'lastUpdated'
  | 'reviewDate'
  | 'decisions'
  | 'questions'
  | 'users'
  | 'customers'
  | 'requestsFailed'
  | 'revenue'
  | 'business'
  | 'regions'
  | 'features'
  | 'services'
  | 'dataSources'
  | 'degradation'
  | 'dataIntegrity'
  | 'performance'
  | 'serviceLevel'
  | 'errorBudget'
  | 'contractBreaches'
  | 'internalImpact'
  | 'availability'
  | 'latency'
  | 'errorRate'
  | 'freshness'
  | 'whatHappened'
  | 'whyItHappened'
  | 'immediateCause'
  | 'technical'
  | 'process'
  | 'human'
  | 'external'
  | 'monitoring'
  | 'detectionMethod'
  | 'whyNotEarlier'
  | 'alertQuality'
  | 'immediateFix'
  | 'longTermFix'
  | 'verification'
  | 'internalCommunication'
  | 'externalCommunication'
  | 'channel'
  | 'couldImprove'
  | 'doDifferently'
  | 'owner'
  | 'due'
  | 'priority'
  | 'ticket'
  | 'action'
  | 'answer';

/** Columns of a table of events, of action items, or of service levels. */
export type ColumnName =
  | 'time'
  | 'day'
  | 'event'
  | 'actionTaken'
  | 'actor'
  | 'note'
  | 'action'
  | 'owner'
  | 'due'
  | 'priority'
  | 'status'
  | 'id'
  | 'ticket'
  | 'verification'
  | 'category'
  | 'subject'
  | 'normal'
  | 'incident'
  | 'change';

type Phrases = readonly string[];

/**
 * The words of one language. Phrases are written as people write them; case, accents, emoji, numbering and punctuation
 * do not matter. Everything is optional but the code, so that a team can add a few words of its own.
 */
export interface Language {
  /** ISO 639-1 */
  readonly code: string;
  /** Frequent short words that tell this language from the others. */
  readonly markers: Phrases;
  /** Headings. A phrase may stand under several names. */
  readonly sections: Readonly<Partial<Record<SectionName, Phrases>>>;
  /** Headings that name a section only where no other word does: `Incident summary`, but not `Summary of impact`. */
  readonly weakSections: Readonly<Partial<Record<SectionName, Phrases>>>;
  /** Words between two topics of one heading. */
  readonly conjunctions: Phrases;
  readonly labels: Readonly<Partial<Record<LabelName, Phrases>>>;
  readonly columns: Readonly<Partial<Record<ColumnName, Phrases>>>;
  /** Names of the twelve months, January first, each with its short forms. */
  readonly months: readonly Phrases[];
  readonly weekdays: Phrases;
  readonly beforeNoon: Phrases;
  readonly afterNoon: Phrases;
  /** Words for a part of a day that stand where a clock time would (`morning`). */
  readonly dayParts: Phrases;
  /** Words that make a time approximate (`about`). */
  readonly approximately: Phrases;
  /** Words between the two ends of a range (`to`). */
  readonly until: Phrases;
  /** Words that stand before a time (`at`). */
  readonly at: Phrases;
  readonly units: Readonly<Partial<Record<DurationUnit, Phrases>>>;
  /** Status words of an action item. */
  readonly done: Phrases;
  readonly open: Phrases;
  readonly cancelled: Phrases;
  /** Status words of an incident or a document. */
  readonly statuses: Phrases;
  /** Severity and priority words, worst first. */
  readonly severities: readonly Phrases[];
  readonly unknown: Phrases;
  readonly notApplicable: Phrases;
  readonly nobody: Phrases;
  readonly yes: Phrases;
  readonly no: Phrases;
  /** Words before a due date inside an action item (`due`, `by`). */
  readonly dueWords: Phrases;
  /** First words of a thing to do, or endings of such a word, written with a leading `-`. */
  readonly imperatives: Phrases;
  /** Sentence beginnings that say which zone all times use; the zone follows. */
  readonly allTimes: Phrases;
  /** Words in a timeline event that suggest its role, strongest first. */
  readonly roles: Readonly<Partial<Record<InstantName, Phrases>>>;
  /** Words that tell the role of an event where they stand before it as a label (`Recovery: …`), and nowhere else. */
  readonly roleLabels: Readonly<Partial<Record<InstantName, Phrases>>>;
}

export type DurationUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';
