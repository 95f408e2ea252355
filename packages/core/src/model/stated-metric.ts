/** Numbers that a document states about itself, all in minutes. */
export const statedMetricNames = [
  'duration',
  'timeToDetect',
  'timeToAcknowledge',
  'timeToRespond',
  'timeToDiagnose',
  'timeToMitigate',
  'timeToResolve',
  'timeToNotify',
  'timeBetweenFailures',
] as const;

export type StatedMetricName = (typeof statedMetricNames)[number];
