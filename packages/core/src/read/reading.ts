/** The door for those who read and neither measure nor learn: the shapes, the words, and reading. */
export * from '../model/index.ts';
export { type Language, languages, ownLanguage, type OwnLanguage } from '../vocabulary/index.ts';
export { cutNesting } from './nesting.ts';
export { type IncidentIdHints, incidentIdHints } from './incident-id-hints.ts';
export { plainValues } from './plain-values.ts';
export { read, type ReadOptions } from './read.ts';
export { saysCancelled } from './says-cancelled.ts';
export { writtenDay } from './written-day.ts';
