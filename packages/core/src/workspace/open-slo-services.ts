import type { ObjectiveWindow, ServiceLevelObjective } from '../model/service-level-objective.ts';
import type { Located } from './located.ts';
import type { OpenSloService } from './open-slo-service.ts';
import type { OpenSloNamed, OpenSloObjective } from './open-slo-schema.ts';
import { openSloDuration, openSloWindow } from './open-slo-window.ts';

/** What an object is called, by the name that others refer to it with. */
export type Names = ReadonlyMap<string, { readonly displayName?: string; readonly isThreshold: boolean }>;

export function namesFrom(all: readonly OpenSloNamed[]): Names {
  return new Map(
    all.map(({ metadata: { name, displayName }, spec }) => [
      name,
      { ...(displayName === undefined ? {} : { displayName }), isThreshold: spec?.thresholdMetric !== undefined },
    ]),
  );
}

interface Around {
  /** The list that the objects were checked from, for their lines. */
  readonly located: Located;
  readonly indicators: Names;
  readonly services: Names;
  readonly complain: (line: number, message: string) => void;
}

/** The services of some checked objects of kind SLO, in their order. */
export function servicesFrom(slos: readonly OpenSloObjective[], around: Around): readonly OpenSloService[] {
  const found = new Map<string, OpenSloService['objectives'][number][]>();
  for (const [at, slo] of slos.entries()) {
    const located = around.located.inside?.get(String(at));
    const objectives = objectivesFrom(slo, located, around);
    found.set(slo.spec.service, [...(found.get(slo.spec.service) ?? []), ...objectives]);
  }
  return [...found].flatMap(([name, objectives]) => {
    const displayName = around.services.get(name)?.displayName;
    const aliases = displayName === undefined || displayName === name ? [] : [displayName];
    return objectives.length === 0 ? [] : [{ name, aliases, objectives }];
  });
}

type Written = OpenSloObjective['spec']['objectives'][number];

function objectivesFrom(
  slo: OpenSloObjective,
  located: Located | undefined,
  around: Around,
): OpenSloService['objectives'] {
  const spec = located?.inside?.get('spec');
  const line = located?.line ?? 1;
  const window = windowFrom(slo, spec, around.complain);
  if (window === null) return [];
  const method = slo.spec.budgetingMethod;
  if (method === undefined)
    around.complain(spec?.line ?? line, '“budgetingMethod” is missing; Occurrences is taken. Add it to be exact.');
  const name = slo.metadata.displayName ?? slo.metadata.name;
  return slo.spec.objectives.flatMap((written, at) => {
    const own = spec?.inside?.get('objectives')?.inside?.get(String(at))?.line ?? line;
    const target = targetOf(written, own, around.complain);
    if (target === null) return [];
    const called = slo.spec.objectives.length === 1 ? name : `${name}: ${written.displayName ?? `${target} %`}`;
    const budgeting = BUDGETING[method ?? 'Occurrences'];
    if (budgeting === 'timeslices' && written.timeSliceTarget === undefined)
      around.complain(
        own,
        'Timeslices need “timeSliceTarget”, such as 0.95; without it any failure makes a slice bad.',
      );
    const objective: ServiceLevelObjective = {
      name: called,
      indicator: indicatorOf(slo, written, around.indicators),
      target,
      window,
      budgeting,
      ...slicesOf(written),
    };
    return [{ line: own, objective }];
  });
}

const BUDGETING = { Occurrences: 'occurrences', Timeslices: 'timeslices', RatioTimeslices: 'ratioTimeslices' } as const;

function windowFrom(
  { spec: { timeWindow = [] } }: OpenSloObjective,
  spec: Located | undefined,
  complain: Around['complain'],
): ObjectiveWindow | null {
  const [first, ...more] = timeWindow;
  const line = spec?.inside?.get('timeWindow')?.line ?? spec?.line ?? 1;
  if (more.length > 0) complain(line, '“timeWindow” takes one window; the first is used.');
  if (first === undefined) {
    complain(line, '“timeWindow” is missing; the last 30 days are taken. Add it to be exact.');
    return { kind: 'rolling', days: 30 };
  }
  const { window, notes } = openSloWindow(first);
  for (const note of notes) complain(line, note);
  return window;
}

function targetOf({ target, targetPercent }: Written, line: number, complain: Around['complain']): number | null {
  if (target !== undefined && targetPercent !== undefined)
    complain(line, '“target” and “targetPercent” both stand here; “targetPercent” is used. Take one out.');
  // 0.9995 × 100 is 99.94999999999999 in binary fractions.
  if (targetPercent !== undefined) return targetPercent;
  if (target !== undefined) return Number((target * 100).toPrecision(12));
  complain(line, 'An objective needs “target”, such as 0.999, or “targetPercent”, such as 99.9.');
  return null;
}

function slicesOf({ timeSliceTarget, timeSliceWindow }: Written): Partial<ServiceLevelObjective> {
  const window =
    typeof timeSliceWindow === 'number' ? timeSliceWindow * 60_000 : openSloDuration(timeSliceWindow ?? '');
  return {
    ...(timeSliceTarget === undefined ? {} : { timeSliceTarget: Number((timeSliceTarget * 100).toPrecision(12)) }),
    ...(window === null ? {} : { timeSliceWindow: window }),
  };
}

const INDICATORS: readonly (readonly [RegExp, ServiceLevelObjective['indicator']])[] = [
  [/fresh|stale|watermark/i, 'freshness'],
  [/latenc|duration|response.?time|\bp\d\d|fast|slow/i, 'latency'],
  [/error|fail/i, 'errorRate'],
];

/** OpenSLO does not say what an indicator is about: told by its names, else a ratio is one of availability. */
function indicatorOf(
  { metadata, spec }: OpenSloObjective,
  written: Written,
  indicators: Names,
): ServiceLevelObjective['indicator'] {
  const inline = written.indicator ?? spec.indicator;
  const ref = written.indicatorRef ?? spec.indicatorRef;
  const referred = indicators.get(ref ?? '');
  const names = [
    inline?.metadata?.name,
    inline?.metadata?.displayName,
    ref,
    referred?.displayName,
    metadata.name,
    metadata.displayName,
    written.displayName,
  ];
  const told = INDICATORS.find(([words]) => names.some((name) => name !== undefined && words.test(name)))?.[1];
  const isThreshold = inline?.spec?.thresholdMetric !== undefined || referred?.isThreshold === true;
  return told ?? (isThreshold ? 'latency' : 'availability');
}
