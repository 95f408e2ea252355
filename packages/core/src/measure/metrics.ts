import { alertLatency } from './alert-latency.ts';
import { communicationTime } from './communication-time.ts';
import { impactDuration } from './impact-duration.ts';
import type { Metric } from './metric.ts';
import { responseTime } from './response-time.ts';
import { timeToAcknowledge } from './time-to-acknowledge.ts';
import { timeToDetect } from './time-to-detect.ts';
import { timeToDiagnose } from './time-to-diagnose.ts';
import { timeToMitigate } from './time-to-mitigate.ts';
import { timeToResolve } from './time-to-resolve.ts';

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
];
