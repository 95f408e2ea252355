import type { Place } from './place.ts';

/** The canonical sections of a post-mortem. Any other heading is `other` and keeps its words. */
export const sectionNames = [
  'summary',
  'impact',
  'timeline',
  'rootCause',
  'fiveWhys',
  'contributingFactors',
  'trigger',
  'detection',
  'response',
  'resolution',
  'wentWell',
  'wentWrong',
  'lucky',
  'lessons',
  'actionItems',
  'prevention',
  'metrics',
  'relatedIncidents',
  'evidence',
  'communication',
  'followUp',
  'signOff',
  'appendix',
  'background',
  'glossary',
] as const;

export type SectionName = (typeof sectionNames)[number];

/**
 * A heading with its own body, without the sections below it. Together with front matter and preamble the sections
 * tile the text: the first starts at 0, each starts where the one before ends, the last ends where the text ends.
 */
export interface Section {
  readonly kind: 'frontMatter' | 'preamble' | 'heading';
  readonly from: number;
  readonly to: number;
  /** 1–6 for a heading, 0 otherwise. A stand-alone bold or plain line that acts as a heading counts as 2. */
  readonly level: number;
  /** The heading's words with marks removed; empty for front matter and preamble. */
  readonly heading: string;
  readonly headingPlace: Place;
  /** Canonical names of this heading, several where it has several topics, none where it is `other`. */
  readonly names: readonly SectionName[];
  /** Index of the section that this one stands under, or -1. */
  readonly parent: number;
}
