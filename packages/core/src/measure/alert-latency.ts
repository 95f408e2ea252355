import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const alertLatency = durationMetric({
  name: 'alert-latency',
  title: 'alert latency',
  about: 'How long users were affected before the first alert was sent.',
  definitions: [
    {
      id: 'from-impact',
      title: 'from the start of the impact to the first alert',
      usedBy: ['Debrief', templates.executive],
      from: 'impactStart',
      to: 'alerted',
      mayBeEarly: true,
      needsAlert: true,
    },
  ],
  disagreement:
    'The same as the time to detect only where an alert was the first sign. It contains the time that the rule of the alert needs to see enough.',
  sources: [sources.workbook],
});
