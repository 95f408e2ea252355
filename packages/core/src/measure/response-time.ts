import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const responseTime = durationMetric({
  name: 'response-time',
  title: 'response time',
  about: 'How long it took after the alert until somebody first looked into the system or changed it.',
  stated: 'timeToRespond',
  definitions: [
    {
      id: 'from-alert',
      title: 'from the first alert to the first action',
      usedBy: ['Debrief', templates.executive],
      from: 'alerted',
      to: 'firstAction',
      needsAlert: true,
    },
    {
      id: 'from-detection',
      title: 'from the first sign to the first action',
      usedBy: ['houses whose incidents are often reported by people'],
      from: 'detected',
      to: 'firstAction',
    },
  ],
  disagreement: 'Often mixed up with the time to acknowledge: to take a page on is not yet to act.',
  sources: [sources.atlassian],
});
