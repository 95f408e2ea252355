export { figureIds, figureMarkup, figurePicture, figureTable } from './figure-picture.ts';
export { insightsReport, type ReportOptions } from './report/insights-report.ts';
export { csvOf } from './tables/csv.ts';
export type { Cell, Column, ColumnKind, RangeColumns, Table } from './tables/table.ts';
export type { Scheme } from './figures/theme.ts';
export {
  documentMarkup,
  type DocumentMarkup,
  type DocumentOptions,
  plainDocument,
} from './document/document-markup.ts';
export type { DocumentHeading } from './document/finish-tree.ts';
export type { Mark } from './document/place-marks.ts';
export { unknownPlaces } from './document/unknown-places.ts';
export { timelinePicture, type TimelinePicture } from './figures/timeline-picture.ts';
export { schemes, systemFont } from './figures/theme.ts';
export { exactText, markup, trusted, type Markup } from './markup.ts';
export { durationWords } from './words/duration-words.ts';
export { dayWords, instantWords } from './words/day-words.ts';
export { numberWords } from './words/number-words.ts';
export { readableText } from './words/readable-text.ts';
