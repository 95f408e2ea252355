import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const timeToResolve = durationMetric({
  name: 'time-to-resolve',
  title: 'time to resolve',
  alsoCalled: ['TTR'],
  about: 'How long it took until the underlying condition was removed, or confirmed stable.',
  stated: 'timeToResolve',
  definitions: [
    {
      id: 'from-impact',
      title: 'from the start of the impact to the resolution',
      usedBy: ['Debrief', templates.executive, templates.serviceLevels, templates.alert, templates.compact],
      from: 'impactStart',
      to: 'resolved',
      orTo: [
        [
          'impactEnd',
          'No row says that it was resolved; the end of the impact stands in, which is what most documents mean by it.',
        ],
      ],
      mayBeOpen: true,
    },
    {
      id: 'from-declaration',
      title: 'from the declaration to the resolution',
      usedBy: ['Datadog, as time to resolve'],
      from: 'declared',
      to: 'resolved',
      mayBeOpen: true,
    },
    {
      id: 'from-detection',
      title: 'from the first sign to the resolution',
      usedBy: ['Zenduty'],
      from: 'detected',
      to: 'resolved',
      mayBeOpen: true,
    },
    {
      id: 'repair',
      title: 'from the first sign to the end of the impact',
      usedBy: ['Datadog, as time to repair'],
      from: 'detected',
      to: 'impactEnd',
      mayBeOpen: true,
    },
    {
      id: 'to-impact-end',
      title: 'from the start of the impact to its end',
      usedBy: ['most documents that state one'],
      from: 'impactStart',
      to: 'impactEnd',
      mayBeOpen: true,
    },
    {
      id: 'to-mitigation',
      title: 'from the start of the impact until it was mitigated',
      usedBy: ['documents that end with the mitigation'],
      from: 'impactStart',
      to: 'mitigated',
      mayBeOpen: true,
    },
    {
      id: 'failed-deployment-recovery',
      title: 'from the change that set it off to the resolution',
      usedBy: ['DORA as Apache DevLake counts it, for incidents that a deployment set off'],
      from: 'trigger',
      to: 'resolved',
      mayBeOpen: true,
    },
  ],
  disagreement:
    'R can mean repair, recovery, respond or resolve. It starts at the impact, the first sign, the declaration or the deployment, and ends with the mitigation, the impact or the resolution. Never at the closing of the paperwork.',
  sources: [sources.datadog, sources.zenduty, sources.atlassian, sources.rootly, sources.devlake],
});
