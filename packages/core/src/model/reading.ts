import type { Message } from './message.ts';
import type { Postmortem } from './postmortem.ts';
import type { Section, SectionName } from './section.ts';

/** The plain values of a reading: strings as a person would copy them out, null where nothing is known. */
export interface PlainValues {
  readonly title: string | null;
  readonly incidentId: string | null;
  readonly severity: string | null;
  readonly status: string | null;
  readonly people: {
    readonly authors: readonly string[];
    readonly commander: string | null;
    readonly responders: readonly string[];
  };
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly zone: string | null;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  readonly sections: Readonly<Partial<Record<SectionName, readonly string[]>>>;
  readonly fields: Readonly<Partial<Record<SectionName, string>>>;
  readonly timeline: readonly PlainEvent[];
  readonly stated: {
    readonly timeToDetectMinutes: number | null;
    readonly timeToResolveMinutes: number | null;
    readonly timeToMitigateMinutes: number | null;
    readonly durationMinutes: number | null;
  };
  readonly actionItems: readonly PlainAction[];
  readonly counts: Readonly<Record<'contributingFactors' | 'wentWell' | 'wentWrong' | 'lucky' | 'whys', number>>;
}

export interface PlainEvent {
  readonly at: string | null;
  readonly until?: string | null;
  readonly text: string;
}

export interface PlainAction {
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly done: boolean | null;
  readonly priority: string | null;
  readonly ticket: string | null;
}

/** What reading a text gives: the text as given, the model, the sections that tile the text, and what was odd. */
export interface Reading {
  readonly text: string;
  readonly postmortem: Postmortem;
  readonly sections: readonly Section[];
  readonly messages: readonly Message[];
}
