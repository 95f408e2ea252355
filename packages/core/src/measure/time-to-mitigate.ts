import { durationMetric } from './duration-metric.ts';
import { sources, templates } from './sources.ts';

const FIRST_IS_ONLY = 'No row tells of a first mitigation; the time at which it was mitigated counts.';

export const timeToMitigate = durationMetric({
  name: 'time-to-mitigate',
  title: 'time to mitigate',
  alsoCalled: ['TTM', 'MTTM'],
  about: 'How long it took until the impact was back under the threshold.',
  stated: 'timeToMitigate',
  definitions: [
    {
      id: 'from-impact',
      title: 'from the start of the impact until it was mitigated',
      usedBy: ['Debrief', 'Rootly', templates.executive, templates.compact],
      from: 'impactStart',
      to: 'mitigated',
      mayBeOpen: true,
    },
    {
      id: 'from-acknowledgement',
      title: 'from the acknowledgement to the first mitigation',
      usedBy: [templates.alert],
      from: 'acknowledged',
      to: 'firstMitigation',
      orTo: [['mitigated', FIRST_IS_ONLY]],
      mayBeOpen: true,
    },
    {
      id: 'from-detection',
      title: 'from the first sign until it was mitigated',
      usedBy: ['houses that count from the detection'],
      from: 'detected',
      to: 'mitigated',
      mayBeOpen: true,
    },
    {
      id: 'to-first-mitigation',
      title: 'from the start of the impact to the first mitigation',
      usedBy: ['documents that tell when a mitigation was applied, not when it worked'],
      from: 'impactStart',
      to: 'firstMitigation',
      mayBeOpen: true,
    },
    {
      id: 'to-impact-end',
      title: 'from the start of the impact to its end',
      usedBy: ['documents in which the mitigation and the end of the impact are one'],
      from: 'impactStart',
      to: 'impactEnd',
      mayBeOpen: true,
    },
  ],
  disagreement:
    'Counted from the impact, the first sign or the acknowledgement, and until the first mitigation is applied or until one has worked. In one incident these can be 41, 46 and 55 minutes.',
  sources: [sources.rootly],
});
