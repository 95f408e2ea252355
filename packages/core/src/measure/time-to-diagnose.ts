import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

export const timeToDiagnose = durationMetric({
  name: 'time-to-diagnose',
  title: 'time to diagnose',
  about: 'How long it took to find the cause, or the working hypothesis that led to the mitigation.',
  stated: 'timeToDiagnose',
  definitions: [
    {
      id: 'from-acknowledgement',
      title: 'from the acknowledgement to the diagnosis',
      usedBy: ['Debrief', templates.compact],
      from: 'acknowledged',
      to: 'diagnosed',
    },
    {
      id: 'from-impact',
      title: 'from the start of the impact to the diagnosis',
      usedBy: ['houses that measure all from the impact'],
      from: 'impactStart',
      to: 'diagnosed',
    },
    {
      id: 'from-declaration',
      title: 'from the declaration to the diagnosis',
      usedBy: ['tools that know an incident from its declaration on'],
      from: 'declared',
      to: 'diagnosed',
    },
    {
      id: 'from-detection',
      title: 'from the first sign to the diagnosis',
      usedBy: ['documents without an acknowledgement'],
      from: 'detected',
      to: 'diagnosed',
    },
  ],
  disagreement:
    'Counted from the impact, the acknowledgement or the declaration. Often an incident is mitigated before its cause is known: then it is unknown, and never counted until the resolution.',
  sources: [sources.atlassian],
});
