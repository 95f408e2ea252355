export { bootstrap, type Bootstrap, type BootstrapOptions, type BootstrapStatistic } from './bootstrap.ts';
export { clopperPearsonInterval } from './clopper-pearson-interval.ts';
export { ecdfBand, type EcdfStep } from './ecdf-band.ts';
export { type HistogramBucket, histogramQuantile } from './histogram-quantile.ts';
export type {
  ActionGroup,
  Budget,
  Caption,
  DurationPoint,
  Durations,
  Factors,
  Frequency,
  Insights,
  Reason,
  Repeats,
  Share,
  Survival,
  TimeOfWeek,
} from './insights.ts';
export { kaplanMeier, type SurvivalCurve, type SurvivalStep } from './kaplan-meier.ts';
export { laplaceTrend } from './laplace-trend.ts';
export type { Lifetimes } from './lifetimes.ts';
export { logRank, type LogRank } from './log-rank.ts';
export { type MannWhitney, mannWhitney } from './mann-whitney.ts';
export { medianInterval, type MedianInterval } from './median-interval.ts';
export { minimumDetectableEffect } from './minimum-detectable-effect.ts';
export {
  type Alternative,
  type ComparedStatistic,
  type PermutationOptions,
  type PermutationTest,
  permutationTest,
} from './permutation-test.ts';
export { type PoissonCount, poissonInterval, type RateInterval } from './poisson-interval.ts';
export { poissonRateRatio, type RateRatio, type TwoCounts } from './poisson-rate-ratio.ts';
export { quantile, type QuantileMethod } from './quantile.ts';
export { sampleSize } from './sample-size.ts';
export type { Limits, Trials } from './trials.ts';
export { wilsonInterval } from './wilson-interval.ts';
export * from './related/index.ts';
export type { ActionRecord, FactorRecord, IncidentRecord } from './incident-record.ts';
export { type Grouping, groupings } from './insights.ts';
export { insights } from './insights-of.ts';
export { type Recorded, type RecordContext, recordOf } from './record-of.ts';
export type { Filters, InsightOptions } from './scope.ts';
export { type TemplateForm, templateByHeadings } from './template-by-headings.ts';
export { daysInWords, minutesInWords, numberInWords, percentInWords } from './wording.ts';
