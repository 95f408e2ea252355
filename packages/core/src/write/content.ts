/** A stretch of Markdown, ready to be put into a document. Plain text becomes one by `escapeText`. */
export type Markdown = string;

export interface DraftEvent {
  /** As it should be read in the first column: `10:02`, `2026-05-01 10:02`. */
  readonly time?: Markdown;
  readonly text: Markdown;
  readonly action?: Markdown;
  readonly actor?: Markdown;
  /** The heading of the phase that the event stands under. */
  readonly phase?: string;
}

export interface DraftAction {
  readonly id?: Markdown;
  readonly text: Markdown;
  readonly owners?: readonly Markdown[];
  readonly due?: Markdown;
  readonly priority?: Markdown;
  readonly status?: Markdown;
  readonly done?: boolean;
  readonly verification?: Markdown;
  readonly ticket?: Markdown;
  /** The heading of the group that the action stands under. */
  readonly group?: string;
}

/** One line of a list, with the label that says of what kind it is. */
export interface DraftEntry {
  readonly text: Markdown;
  readonly kind?: string;
}

export interface DraftWhy {
  readonly question: Markdown;
  readonly answer?: Markdown;
}

/** How a service, endpoint or the like stood normally and in the incident. */
export interface DraftLevel {
  readonly subject: Markdown;
  readonly normal?: Markdown;
  readonly incident?: Markdown;
  readonly change?: Markdown;
}

/**
 * What is known when a document is drafted, by the names that templates use. What is left out is unknown, and the
 * template prints its own placeholder there.
 */
export interface Content {
  readonly title?: Markdown;
  readonly incidentId?: Markdown;
  readonly date?: Markdown;
  readonly startTime?: Markdown;
  readonly period?: Markdown;
  readonly duration?: Markdown;
  readonly severity?: Markdown;
  readonly status?: Markdown;
  readonly documentStatus?: Markdown;
  readonly zone?: Markdown;
  readonly commander?: Markdown;
  readonly technicalLead?: Markdown;
  readonly reporter?: Markdown;
  readonly authors?: readonly Markdown[];
  readonly responders?: readonly Markdown[];
  readonly reviewers?: readonly Markdown[];
  readonly approvers?: readonly Markdown[];
  readonly attendees?: readonly Markdown[];
  readonly distribution?: readonly Markdown[];
  readonly published?: Markdown;
  readonly nextReview?: Markdown;
  readonly reviewDate?: Markdown;
  /** When the actions are looked at again, for templates that ask for it apart from the review. */
  readonly followUpDate?: Markdown;
  readonly version?: Markdown;
  readonly lastUpdated?: Markdown;
  readonly summary?: Markdown;
  readonly impact?: Markdown;
  readonly users?: Markdown;
  readonly customers?: Markdown;
  readonly requestsFailed?: Markdown;
  readonly revenue?: Markdown;
  readonly business?: Markdown;
  readonly regions?: readonly Markdown[];
  readonly features?: readonly Markdown[];
  readonly services?: readonly Markdown[];
  readonly dataSources?: readonly Markdown[];
  readonly degradation?: Markdown;
  readonly dataIntegrity?: Markdown;
  readonly performance?: Markdown;
  readonly serviceLevel?: Markdown;
  readonly errorBudget?: Markdown;
  readonly contractBreaches?: Markdown;
  readonly internalImpact?: readonly DraftEntry[];
  readonly availability?: readonly DraftLevel[];
  readonly latency?: readonly DraftLevel[];
  readonly errorRate?: readonly DraftLevel[];
  readonly timeline?: readonly DraftEvent[];
  readonly whatHappened?: Markdown;
  readonly whyItHappened?: Markdown;
  readonly immediateCause?: Markdown;
  readonly rootCause?: Markdown;
  readonly whys?: readonly DraftWhy[];
  readonly factors?: readonly DraftEntry[];
  readonly detectionMethod?: Markdown;
  /** Whether an alert made it known, for templates with a list of ways to tick. */
  readonly detectedByAlert?: boolean;
  readonly whyNotEarlier?: Markdown;
  readonly alertQuality?: Markdown;
  readonly immediateFixes?: readonly DraftEntry[];
  readonly longTermFixes?: readonly DraftEntry[];
  readonly resolution?: Markdown;
  readonly verification?: Markdown;
  readonly timeToDetect?: Markdown;
  readonly timeToAcknowledge?: Markdown;
  readonly timeToRespond?: Markdown;
  readonly timeToDiagnose?: Markdown;
  readonly timeToMitigate?: Markdown;
  readonly timeToResolve?: Markdown;
  readonly timeToNotify?: Markdown;
  readonly timeBetweenFailures?: Markdown;
  readonly wentWell?: readonly DraftEntry[];
  readonly wentWrong?: readonly DraftEntry[];
  readonly couldImprove?: readonly DraftEntry[];
  readonly learned?: readonly DraftEntry[];
  readonly doDifferently?: readonly DraftEntry[];
  readonly actions?: readonly DraftAction[];
  readonly related?: readonly DraftEntry[];
  readonly links?: readonly Markdown[];
  readonly channel?: Markdown;
  readonly decisions?: Markdown;
  readonly internalCommunication?: Markdown;
  readonly externalCommunication?: Markdown;
  /** Whether events are still to come, so that the template goes on asking for them. */
  readonly unfinished?: boolean;
  /** The alert's own name. */
  readonly incidentName?: Markdown;
  /** The day of the incident, for templates that tell how to write times. */
  readonly day?: Markdown;
  /** When and from what the draft was made, for templates that say so. */
  readonly draftedAt?: Markdown;
  readonly draftedFrom?: Markdown;
  /** The severity words to choose from, worst first, where the house has a scale of its own. */
  readonly severityNames?: readonly string[];
}
