export { fold, foldHeading } from '../model/fold.ts';
export { remembered } from './remembered.ts';
export { headingNames } from './heading-names.ts';
export type { ColumnName, LabelName, Language } from './language.ts';
export { languages } from './languages.ts';
export { type Lexicon, lexiconOf, meaningsOf } from './lexicon.ts';
export { findPhrases, type Found, isUnspaced } from './phrase-index.ts';
export { ownLanguage, type OwnLanguage } from './own-words.ts';
