import { actionItemCompletion } from './action-item-completion.ts';
import { alertLatency } from './alert-latency.ts';
import { communicationTime } from './communication-time.ts';
import { engineeringTime } from './engineering-time.ts';
import { impactDuration } from './impact-duration.ts';
import { availability } from './availability.ts';
import { availabilityChange } from './availability-change.ts';
import { latencyRatio } from './latency-ratio.ts';
import { errorRate } from './error-rate.ts';
import { errorRatePeak } from './error-rate-peak.ts';
import { durationAboveObjective } from './duration-above-objective.ts';
import { dataFreshness } from './data-freshness.ts';
import { serviceLevelCompliance } from './service-level-compliance.ts';
import { errorBudgetConsumed } from './error-budget-consumed.ts';
import { incidentBurnRate } from './incident-burn-rate.ts';
import type { Metric } from './metric.ts';
import { overManyMetrics } from './over-many.ts';
import { responseTime } from './response-time.ts';
import { supportTickets } from './support-tickets.ts';
import { timeToAcknowledge } from './time-to-acknowledge.ts';
import { timeToDetect } from './time-to-detect.ts';
import { timeToDiagnose } from './time-to-diagnose.ts';
import { timeToMitigate } from './time-to-mitigate.ts';
import { timeToResolve } from './time-to-resolve.ts';
import { usersAffected } from './users-affected.ts';

/** Every metric, one line each, in the order in which they are shown. */
export const metrics: readonly Metric[] = [
  timeToDetect,
  alertLatency,
  timeToAcknowledge,
  responseTime,
  communicationTime,
  timeToDiagnose,
  timeToMitigate,
  timeToResolve,
  impactDuration,
  usersAffected,
  availability,
  availabilityChange,
  latencyRatio,
  errorRate,
  errorRatePeak,
  durationAboveObjective,
  dataFreshness,
  serviceLevelCompliance,
  errorBudgetConsumed,
  incidentBurnRate,
  actionItemCompletion,
  engineeringTime,
  supportTickets,
  ...overManyMetrics,
];

/** Those that can be held against what a document says, by which it may contradict itself. */
export const statedMetrics: readonly Metric[] = [
  timeToDetect,
  alertLatency,
  timeToAcknowledge,
  responseTime,
  communicationTime,
  timeToDiagnose,
  timeToMitigate,
  timeToResolve,
  impactDuration,
  usersAffected,
  availabilityChange,
  latencyRatio,
  durationAboveObjective,
  errorBudgetConsumed,
];
