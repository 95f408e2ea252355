import type { ServiceLevelObjective } from '../model/service-level-objective.ts';
import { milliseconds, objectiveWindow } from './objective-window.ts';
import { type Approvers, defaultSettings, type Settings } from './settings.ts';
import { approverLevel } from './settings-conflicts.ts';
import type { CheckedSettings } from './settings-schema.ts';
import { builtInScale, type SeverityLevel, type SeverityScale } from './severity-scale.ts';

/** The settings behind checked values, with a default wherever there is none. */
export function settingsFrom(checked: CheckedSettings): Settings {
  const {
    services,
    openslo,
    factors = {},
    people,
    teams,
    review,
    actions,
    metrics = {},
    rules = {},
    stages = {},
  } = checked;
  const scale = scaleFrom(checked);
  const approvers = Object.entries(review?.approvers ?? {}).map(
    ([key, value]) => [approverLevel(scale, key), value] as const,
  );
  const { approvers: _written, ...reviewDays } = review ?? {};
  return {
    vocabulary: {},
    severity: scale === undefined ? {} : { scale },
    incidentId: { scheme: checked.incidentId?.scheme ?? defaultSettings.incidentId.scheme },
    template: checked.template ?? defaultSettings.template,
    templates: checked.templates ?? defaultSettings.templates,
    zone: checked.zone ?? defaultSettings.zone,
    language: checked.language ?? defaultSettings.language,
    services: services.map((service) => ({ ...service, slos: service.slos.map(objectiveFrom) })),
    openslo,
    factors,
    people: people.map((person) => ({ ...person, handles: person.handles.map(withoutAt) })),
    teams: teams.map((team) => ({ ...team, handles: team.handles.map(withoutAt) })),
    review: {
      ...defaultSettings.review,
      ...reviewDays,
      approvers: Object.fromEntries(approvers) as Partial<Record<SeverityLevel, Approvers>>,
    },
    actions: { daysUntilDue: actions?.daysUntilDue ?? defaultSettings.actions.daysUntilDue },
    metrics,
    rules,
    stages,
  };
}

/** The scale that is named or listed, worst step first. */
export function scaleFrom({ severity }: CheckedSettings): SeverityScale | undefined {
  const scale = severity?.scale;
  if (typeof scale === 'string') return builtInScale(scale) ?? undefined;
  const steps = scale?.map((step) => ({ ...step, level: step.level as SeverityLevel }));
  return steps?.toSorted((a, b) => a.level - b.level);
}

type CheckedObjective = CheckedSettings['services'][number]['slos'][number];

function objectiveFrom({ window, threshold, timeSliceWindow, ...rest }: CheckedObjective): ServiceLevelObjective {
  return {
    ...rest,
    // The schema has let through only what these can read.
    window: objectiveWindow(window) ?? { kind: 'rolling', days: 30 },
    ...millisecondsOf('threshold', threshold),
    ...millisecondsOf('timeSliceWindow', timeSliceWindow),
  };
}

function millisecondsOf<K extends string>(key: K, written: string | undefined): Readonly<Partial<Record<K, number>>> {
  const found = written === undefined ? null : milliseconds(written);
  return (found === null ? {} : { [key]: found }) as Partial<Record<K, number>>;
}

function withoutAt(handle: string): string {
  return handle.replace(/^@/, '');
}
