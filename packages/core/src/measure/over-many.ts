import type { Definition, Metric } from './metric.ts';
import { sources, templates } from './sources.ts';

/** A metric that one incident cannot have: it is explained here and shown over many. */
function overMany(
  metric: Omit<Metric, 'measure' | 'shownBy' | 'definitions'>,
  definitions: readonly Definition[],
): Metric {
  return { ...metric, definitions, shownBy: 'debrief insights', measure: () => [] };
}

const definition = (id: string, title: string, formula: string, ...usedBy: readonly string[]): Definition => ({
  id,
  title,
  formula,
  usedBy,
});

/** Numbers over many incidents that templates ask for; one incident has none of them. */
export const overManyMetrics: readonly Metric[] = [
  overMany(
    {
      name: 'mean-time-to-resolve',
      title: 'mean time to resolve (MTTR)',
      alsoCalled: ['MTTR'],
      unit: 'minutes',
      about: 'An average of the time to resolve over many incidents; of one incident there is none.',
      disagreement:
        'R is read as repair, recovery, respond or resolve, and the statistic as mean or median. Durations are skewed: a mean moves with one long incident, and in a better year with fewer small incidents it rises.',
      sources: [sources.incidentMetrics, sources.void, sources.atlassian],
    },
    [
      definition(
        'mean-time-to-resolve/median',
        'the median, with its interval',
        'median(time-to-resolve), with n',
        'Debrief',
      ),
      definition('mean-time-to-resolve/mean', 'the mean', 'Σ time-to-resolve / n', templates.executive),
    ],
  ),
  overMany(
    {
      name: 'mean-time-between-failures',
      title: 'mean time between failures (MTBF)',
      alsoCalled: ['MTBF'],
      unit: 'days',
      about: 'How much time passes between incidents of one kind, from their count in a time that was watched.',
      disagreement:
        'The time is that of the calendar, or only that in which the service was up; gaps between starts count one less than incidents. Below five incidents an interval says more than one figure, and with a trend there is no single figure.',
      sources: [sources.nist],
    },
    [
      definition(
        'mean-time-between-failures/calendar',
        'over calendar time',
        'T / k, with an exact Poisson interval',
        'Debrief',
        templates.executive,
      ),
      definition(
        'mean-time-between-failures/uptime',
        'over the time in which the service was up',
        '(T − downtime) / k',
        'reliability engineering',
      ),
    ],
  ),
  overMany(
    {
      name: 'detection-time-improvement',
      title: 'detection time improved by',
      unit: 'percent',
      about: 'How much shorter the time to detect is after a change than before it.',
      disagreement: 'One pair of incidents is no evidence: only many on both sides can tell a change from chance.',
      sources: [sources.incidentMetrics],
    },
    [
      definition(
        'detection-time-improvement/median',
        'of the medians',
        '1 − median(after) / median(before), with interval, p and n',
        'Debrief',
        templates.alert,
      ),
    ],
  ),
  overMany(
    {
      name: 'recovery-time-improvement',
      title: 'recovery time improved by',
      unit: 'percent',
      about: 'How much shorter the time to resolve is after a change than before it.',
      disagreement: 'One pair of incidents is no evidence: only many on both sides can tell a change from chance.',
      sources: [sources.incidentMetrics],
    },
    [
      definition(
        'recovery-time-improvement/median',
        'of the medians',
        '1 − median(after) / median(before), with interval, p and n',
        'Debrief',
        templates.alert,
      ),
    ],
  ),
  overMany(
    {
      name: 'similar-incidents-prevented',
      title: 'similar incidents prevented',
      unit: 'count',
      about:
        'Cannot be seen: nobody can count what did not happen. The repeats before and after can be counted instead.',
      disagreement:
        'Any number here is a claim about what would have been, unless a control that stopped it counts its hits.',
      sources: [sources.incidentMetrics],
    },
    [
      definition(
        'similar-incidents-prevented/repeats',
        'repeats before and after instead',
        'rate(after) / rate(before), with an exact interval',
        'Debrief',
        templates.alert,
      ),
    ],
  ),
  overMany(
    {
      name: 'repeat-incidents',
      title: 'repeat incidents',
      unit: 'ratio',
      about: 'What share of incidents had a contributing factor that an earlier one had, within a stated time.',
      disagreement: 'Alike words are no proof: a repeat is one that a person linked, or that shares a named factor.',
      sources: [sources.workbook],
    },
    [
      definition(
        'repeat-incidents/linked',
        'by link or factor',
        'repeats / incidents, with Wilson interval',
        'Debrief',
      ),
    ],
  ),
];
