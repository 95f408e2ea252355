import { durationMetric } from './duration-metric.ts';
import { impactIntervals, unionMinutes } from './impact-intervals.ts';
import { sources, templates } from './sources.ts';

export const impactDuration = durationMetric({
  name: 'impact-duration',
  title: 'impact duration',
  alsoCalled: ['downtime', 'duration'],
  about: 'How long users were affected: all stretches of impact together, each minute counted once.',
  stated: 'duration',
  definitions: [
    {
      id: 'impact',
      title: 'while users were affected',
      usedBy: ['Debrief', templates.executive, templates.blameless, templates.serviceLevels, templates.compact],
      from: 'impactStart',
      to: 'impactEnd',
      orTo: [
        ['mitigated', 'No row says when the impact ended; the time at which it was mitigated stands in.'],
        ['resolved', 'No row says when the impact ended; the resolution stands in, so it is at most so long.'],
      ],
      mayBeOpen: true,
    },
    {
      id: 'until-resolved',
      title: 'from the start of the impact to the resolution',
      usedBy: [templates.alert, 'documents that mean the whole incident'],
      from: 'impactStart',
      to: 'resolved',
      mayBeOpen: true,
    },
    {
      id: 'response',
      title: 'from the first sign to the resolution',
      usedBy: ['PagerDuty, as the length of the response'],
      from: 'detected',
      to: 'resolved',
      mayBeOpen: true,
    },
    {
      id: 'seen-impact',
      title: 'from the first sign to the end of the impact',
      usedBy: ['documents that know of no impact before the first sign'],
      from: 'detected',
      to: 'impactEnd',
      mayBeOpen: true,
    },
  ],
  instead: (incident, id) => {
    const intervals = impactIntervals(incident);
    if (id !== 'impact-duration/impact' || intervals.length < 2) return null;
    const minutes = unionMinutes(intervals);
    return {
      result: { state: 'known', value: minutes },
      places: intervals.flatMap(({ places }) => places),
      notes: [
        `The timeline tells of ${intervals.length} stretches of impact: ${intervals.map(({ words }) => words).join(', ')}. Their minutes are counted together, each once.`,
      ],
    };
  },
  disagreement:
    'The length of the impact is not the length of the response, and the impact may begin before anybody sees it. A review meeting ends nothing.',
  sources: [sources.pagerduty, sources.workbook],
});
