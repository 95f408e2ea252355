export { fold, foldHeading } from './fold.ts';
export { headingNames } from './heading-names.ts';
export type { ColumnName, DurationUnit, LabelName, Language } from './language.ts';
export { languages } from './languages.ts';
export { type Lexicon, lexiconOf, meaningsOf, type RoleMeaning } from './lexicon.ts';
export { findPhrases, isUnspaced } from './phrase-index.ts';
export { ownLanguage, type OwnLanguage } from './own-words.ts';
