import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const timeToDetect = durationMetric({
  name: 'time-to-detect',
  title: 'time to detect',
  alsoCalled: ['TTD', 'MTTD'],
  about: 'How long users were affected before anything or anyone gave the first sign of it.',
  stated: 'timeToDetect',
  definitions: [
    {
      id: 'from-impact',
      title: 'from the start of the impact to the first sign, an alert or a report',
      usedBy: ['Debrief', 'Datadog', templates.executive, templates.serviceLevels, templates.compact],
      from: 'impactStart',
      to: 'detected',
      mayBeEarly: true,
    },
    {
      id: 'to-alert',
      title: 'from the start of the impact to the first alert',
      usedBy: [templates.alert],
      from: 'impactStart',
      to: 'alerted',
      mayBeEarly: true,
      needsAlert: true,
    },
    {
      id: 'from-trigger',
      title: 'from what set it off to the first sign',
      usedBy: ['some tools that start at the deployment'],
      from: 'trigger',
      to: 'detected',
    },
  ],
  disagreement:
    'Some count until an alert fires, so that an incident which people noticed has none; some start at the trigger instead of the impact. A first sign before the impact is an early warning and counts as 0.',
  sources: [sources.datadog, sources.rootly],
});
