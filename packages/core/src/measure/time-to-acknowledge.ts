import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const timeToAcknowledge = durationMetric({
  name: 'time-to-acknowledge',
  title: 'time to acknowledge',
  alsoCalled: ['TTA', 'MTTA'],
  about: 'How long it took after the alert until a human took the incident on.',
  stated: 'timeToAcknowledge',
  definitions: [
    {
      id: 'from-alert',
      title: 'from the first alert to the acknowledgement',
      usedBy: ['Debrief', 'PagerDuty', templates.alert, templates.compact],
      from: 'alerted',
      to: 'acknowledged',
      needsAlert: true,
    },
    {
      id: 'from-detection',
      title: 'from the first sign to the acknowledgement',
      usedBy: ['Moogsoft'],
      from: 'detected',
      to: 'acknowledged',
    },
    {
      id: 'from-impact',
      title: 'from the start of the impact to the acknowledgement',
      usedBy: ['Zenduty'],
      from: 'impactStart',
      to: 'acknowledged',
    },
  ],
  disagreement:
    'Products count from the alert, from the first event or from the occurrence. An acknowledgement by automation must not count. An incident that people noticed has no alert to count from.',
  sources: [sources.moogsoft, sources.zenduty],
});
