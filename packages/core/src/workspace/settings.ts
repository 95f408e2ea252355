import type { LanguageCode } from '../model/language-code.ts';
import type { RuleLevels, StageName } from '../model/finding.ts';
import type { ServiceLevelObjective } from '../model/service-level-objective.ts';
import type { SeverityLevel, SeverityScale } from './severity-scale.ts';

/** Words that a team adds to the vocabulary: `sections`, `labels` or `columns` → name → phrases. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Service {
  readonly name: string;
  readonly aliases: readonly string[];
  /** A person or a team, as written; `personNamed` finds them. */
  readonly owner?: string;
  readonly runbook?: string;
  readonly dashboard?: string;
  readonly slos: readonly ServiceLevelObjective[];
}

export interface Person {
  readonly name: string;
  /** Without `@`. */
  readonly handles: readonly string[];
  readonly addresses: readonly string[];
  readonly team?: string;
  readonly roles: readonly string[];
}

export interface Team {
  readonly name: string;
  /** Without `@`. */
  readonly handles: readonly string[];
  /** Names, handles or addresses of people, as written. */
  readonly members: readonly string[];
}

/** Who has to approve: how many, at least one for each role. The sole author is never the one who approves. */
export interface Approvers {
  readonly count: number;
  readonly roles: readonly string[];
}

export interface ReviewPolicy {
  /** By severity level. A level without an entry takes one approver of any role. */
  readonly approvers: Readonly<Partial<Record<SeverityLevel, Approvers>>>;
  /** Days from the incident to the review meeting. */
  readonly daysUntilReview: number;
  /** Days from the incident to the look back at what was done. */
  readonly followUpDays: number;
  /** Months from the incident until the document is read again. */
  readonly nextReviewMonths: number;
}

export interface ActionPolicy {
  /** Days until an action is due, by priority as written. */
  readonly daysUntilDue: Readonly<Record<string, number>>;
}

/** What a `debrief.yaml` says, with a default wherever it says nothing. */
export interface Settings {
  readonly vocabulary: OwnWords;
  /** Without a scale, severities are as written. */
  readonly severity: { readonly scale?: SeverityScale };
  /** A pattern or a name for `newIncidentId`. */
  readonly incidentId: { readonly scheme: string };
  /** The template of a new draft. */
  readonly template: string;
  /** The folder of own templates, relative to the folder of `debrief.yaml`. */
  readonly templates: string;
  /** An IANA name, or a distance from UTC such as `UTC+2`. */
  readonly zone: string;
  readonly language: LanguageCode;
  readonly services: readonly Service[];
  /** Paths or patterns of OpenSLO files, relative to the folder of `debrief.yaml`. */
  readonly openslo: readonly string[];
  /** Names for what contributes to incidents, each with phrases that mean it in documents. */
  readonly factors: Readonly<Record<string, readonly string[]>>;
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly review: ReviewPolicy;
  readonly actions: ActionPolicy;
  /** Which definition of a metric counts: metric → definition, `{ 'time-to-mitigate': 'from-acknowledgement' }`. */
  readonly metrics: Readonly<Record<string, string>>;
  readonly rules: RuleLevels;
  /** Rule levels that hold at one stage of a document only. */
  readonly stages: Readonly<Partial<Record<StageName, RuleLevels>>>;
}

/** The settings of a folder without a `debrief.yaml`. */
export const defaultSettings: Settings = {
  vocabulary: {},
  severity: {},
  incidentId: { scheme: 'date-time-slug' },
  template: 'compact',
  templates: 'templates',
  zone: 'UTC',
  language: 'en',
  services: [],
  openslo: [],
  factors: {},
  people: [],
  teams: [],
  review: { approvers: {}, daysUntilReview: 5, followUpDays: 30, nextReviewMonths: 6 },
  actions: { daysUntilDue: { P0: 7, P1: 30, P2: 90, P3: 180 } },
  metrics: {},
  rules: {},
  stages: {},
};

/** A complaint about the settings file, with the line (from 1) that it is about. */
export interface SettingsMessage {
  readonly line: number;
  readonly message: string;
}

export interface SettingsReading {
  readonly settings: Settings;
  readonly messages: readonly SettingsMessage[];
}
