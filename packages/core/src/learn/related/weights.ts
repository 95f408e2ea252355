import type { SectionName } from '../../model/index.ts';

/** The parts of a document whose words are counted, and how much one of them weighs. */
export const partWeights = {
  title: 3,
  summary: 2,
  causes: 2,
  detection: 1.5,
  impact: 1,
  resolution: 1,
  other: 1,
  lessons: 0.5,
  timeline: 0.5,
  actions: 0.5,
} as const;

export type PartName = keyof typeof partWeights;

export const partNames = Object.keys(partWeights) as readonly PartName[];

/** The part that a section belongs to; null where its words are form, or tell of people or of other incidents. */
export const partOfSection: Readonly<Record<SectionName, PartName | null>> = {
  summary: 'summary',
  impact: 'impact',
  timeline: 'timeline',
  rootCause: 'causes',
  fiveWhys: 'causes',
  contributingFactors: 'causes',
  trigger: 'causes',
  detection: 'detection',
  response: 'resolution',
  resolution: 'resolution',
  wentWell: 'lessons',
  wentWrong: 'lessons',
  lucky: 'lessons',
  lessons: 'lessons',
  actionItems: 'actions',
  prevention: 'actions',
  background: 'other',
  evidence: 'other',
  appendix: 'other',
  metrics: null,
  relatedIncidents: null,
  communication: null,
  followUp: null,
  signOff: null,
  glossary: null,
};

/** How fast a repeated word stops to count more, and how much long parts are held back. */
export const saturation = { k1: 2, b: 0.75 } as const;

/**
 * Points of what two documents have in common beside words. Service, alert and factor are multiplied by their rarity: 1
 * for what only these two have, towards 0 for what all have. Words bring 100 points where all that this one says is said.
 */
export const points = {
  words: 100,
  namesIt: 50,
  namedByIt: 40,
  alert: 25,
  sameFactor: 25,
  similarFactor: 15,
  service: 12,
  serviceInTitle: 8,
} as const;

/** Below this many points two documents are not alike. */
export const floor = 9;

/** In a smaller collection rarity is reckoned as if it had so many documents, for three documents tell nothing of it. */
export const smallestCollection = 20;

/**
 * From so many documents on it is told what any two have in common. It is subtracted from the points of words: where all
 * fill in the same form about the same systems, only what goes beyond that makes two alike.
 */
export const enoughForUsual = 20;
