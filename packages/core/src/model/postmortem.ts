import type { Field } from './field.ts';
import type { Instant, InstantName } from './instant.ts';
import type { Place } from './place.ts';
import type { SectionName } from './section.ts';
import type { ActionItem } from './action-item.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { StatedMetricName } from './stated-metric.ts';

/** A severity as written, with its level 1 (worst) to 5 where the scale is known. */
export interface Severity {
  readonly written: string;
  readonly level?: number;
}

/** One line of a list in the document: text, and whether its box is ticked where it has one. */
export interface ListedItem {
  readonly text: Field<string>;
  readonly ticked?: boolean;
}

/** A list item under a label that says of what kind it is (`Technical`, `Detection` …). */
export interface SortedItem extends ListedItem {
  readonly kind?: string;
}

export interface People {
  readonly commander: Field<string>;
  readonly technicalLead: Field<string>;
  readonly authors: readonly Field<string>[];
  readonly reporter: Field<string>;
  readonly responders: readonly Field<string>[];
  readonly reviewers: readonly Field<string>[];
  readonly approvers: readonly Field<string>[];
  readonly attendees: readonly Field<string>[];
  readonly distribution: readonly ListedItem[];
}

/** One row that tells how a service stood normally and in the incident. */
export interface ServiceLevelRow {
  readonly indicator: 'availability' | 'latency' | 'errorRate' | 'freshness';
  readonly subject: Field<string>;
  readonly normal: Field<string>;
  readonly incident: Field<string>;
  readonly change: Field<string>;
}

export interface AffectedService {
  readonly name: Field<string>;
  readonly degradation: Field<string>;
}

export interface Impact {
  readonly text: Field<string>;
  readonly users: Field<string>;
  readonly customers: Field<string>;
  readonly requestsFailed: Field<string>;
  readonly revenue: Field<string>;
  readonly business: Field<string>;
  readonly regions: readonly Field<string>[];
  readonly features: readonly Field<string>[];
  readonly services: readonly AffectedService[];
  readonly dataSources: readonly Field<string>[];
  readonly degradation: Field<string>;
  readonly dataIntegrity: Field<string>;
  readonly performance: Field<string>;
  readonly serviceLevel: Field<string>;
  readonly errorBudget: Field<string>;
  readonly contractBreaches: Field<string>;
  readonly internal: readonly Field<string>[];
  readonly levels: readonly ServiceLevelRow[];
  readonly points: readonly ListedItem[];
}

/** One step of a chain of whys: the question, and the answer where they can be told apart. */
export interface Why {
  readonly question: Field<string>;
  readonly answer: Field<string>;
}

export type FactorKind = 'technical' | 'process' | 'human' | 'external';

export interface ContributingFactor {
  readonly text: Field<string>;
  readonly kind?: FactorKind;
}

export interface Causes {
  readonly whatHappened: Field<string>;
  readonly whyItHappened: Field<string>;
  readonly immediate: Field<string>;
  readonly root: Field<string>;
  readonly trigger: Field<string>;
  readonly whys: readonly Why[];
  readonly factors: readonly ContributingFactor[];
}

export interface Detection {
  readonly how: Field<string>;
  readonly methods: readonly ListedItem[];
  readonly whyNotEarlier: Field<string>;
  readonly alertQuality: Field<string>;
  readonly points: readonly ListedItem[];
}

export interface Resolution {
  readonly text: Field<string>;
  readonly immediate: readonly Field<string>[];
  readonly longTerm: readonly Field<string>[];
  readonly verification: Field<string>;
}

export interface Lessons {
  readonly text: Field<string>;
  readonly wentWell: readonly SortedItem[];
  readonly wentWrong: readonly SortedItem[];
  readonly couldImprove: readonly SortedItem[];
  readonly lucky: readonly SortedItem[];
  readonly learned: readonly SortedItem[];
  readonly doDifferently: readonly SortedItem[];
}

export interface Prevention {
  readonly text: Field<string>;
  readonly technical: readonly Field<string>[];
  readonly process: readonly Field<string>[];
  readonly monitoring: readonly Field<string>[];
  readonly points: readonly ListedItem[];
}

/** A piece of evidence: a link, a picture, a block of logs or commands, a data block. */
export interface Evidence {
  readonly kind: 'link' | 'log' | 'command' | 'picture' | 'change' | 'data' | 'note';
  readonly label: string;
  readonly text: Field<string>;
}

export interface Communication {
  readonly internal: readonly SortedItem[];
  readonly external: readonly SortedItem[];
  readonly channel: Field<string>;
}

export interface FollowUp {
  readonly text: Field<string>;
  readonly reviewDate: Field<string>;
  readonly attendees: readonly Field<string>[];
  readonly decisions: readonly Field<string>[];
  readonly questions: readonly ListedItem[];
  readonly checks: readonly ListedItem[];
}

export interface Approval {
  readonly role: string;
  readonly name: Field<string>;
  readonly date: Field<string>;
}

export interface SignOff {
  readonly approvals: readonly Approval[];
  readonly published: Field<string>;
  readonly nextReview: Field<string>;
  readonly version: Field<string>;
  readonly lastUpdated: Field<string>;
}

/** A label with its value that no other part of the model has a place for, kept as it stands. */
export interface OtherLabel {
  readonly label: string;
  readonly value: Field<string>;
  readonly section: number;
}

/** Everything that reading finds in one document. A part that the document lacks is an unknown field or an empty list. */
export interface Postmortem {
  readonly title: Field<string>;
  readonly incidentId: Field<string>;
  readonly severity: Field<Severity>;
  readonly status: { readonly incident: Field<string>; readonly document: Field<string> };
  readonly people: People;
  readonly date: Field<string>;
  readonly zone: Field<string>;
  readonly language: string;
  readonly instants: Readonly<Record<InstantName, Field<Instant>>>;
  readonly summary: Field<string>;
  readonly impact: Impact;
  readonly timeline: readonly TimelineEvent[];
  readonly causes: Causes;
  readonly detection: Detection;
  readonly resolution: Resolution;
  readonly lessons: Lessons;
  readonly actionItems: readonly ActionItem[];
  readonly prevention: Prevention;
  readonly stated: Readonly<Partial<Record<StatedMetricName, Field<number>>>>;
  readonly related: readonly Field<string>[];
  readonly evidence: readonly Evidence[];
  readonly communication: Communication;
  readonly followUp: FollowUp;
  readonly signOff: SignOff;
  readonly background: Field<string>;
  readonly comments: readonly Place[];
  /** Header values under the name of the section whose content they hold (`**Impact:** …` in the header). */
  readonly headerFields: Readonly<Partial<Record<SectionName, Field<string>>>>;
  readonly otherLabels: readonly OtherLabel[];
  /** Titles of further incidents that the same text tells of; only the first was read. */
  readonly furtherIncidents: readonly Field<string>[];
}
