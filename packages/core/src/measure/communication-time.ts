import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const communicationTime = durationMetric({
  name: 'communication-time',
  title: 'communication time',
  about: 'How long it took until the people concerned were first told.',
  stated: 'timeToNotify',
  definitions: [
    {
      id: 'from-declaration',
      title: 'from the declaration to the first notice',
      usedBy: ['Debrief', templates.executive],
      from: 'declared',
      to: 'notified',
    },
    {
      id: 'from-impact',
      title: 'from the start of the impact to the first notice',
      usedBy: ['Debrief, as the second figure'],
      from: 'impactStart',
      to: 'notified',
    },
  ],
  disagreement: 'The template that asks for it names no start, so say which one is meant: both are shown.',
  sources: [sources.pagerduty],
});
