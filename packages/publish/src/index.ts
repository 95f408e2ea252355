export { figureIds, figureMarkup, figurePicture, figureTable } from './figure-picture.ts';
export { insightsReport, type ReportOptions } from './report/insights-report.ts';
export { csvOf } from './tables/csv.ts';
export type { Cell, Column, ColumnKind, RangeColumns, Table } from './tables/table.ts';
export type { Scheme } from './figures/theme.ts';
