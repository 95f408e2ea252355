import { badMinutes } from './intervals.ts';
import { beside } from './beside.ts';
import { isHouseDefinition } from './house-definition.ts';
import { type IncidentBudget, type IncidentBudgetAnswer, incidentBudgets } from './incident-budgets.ts';
import type { Measurement, Result, StatedValue } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { type NoNumber, unknown } from './refusal.ts';
import { type StatedBudget, statedBudget } from './stated-budget.ts';

const NAME = 'error-budget-consumed';

/** Error budget before the incident, consumed by it, and left after it. */
export const errorBudgetConsumed: Metric = {
  name: NAME,
  title: 'error budget consumed',
  unit: 'percent',
  about: 'How much of what the objective allows to be bad in its window the incident used up.',
  definitions: [
    {
      id: `${NAME}/consumed`,
      title: 'consumed by this incident, by the budgeting method of the objective',
      formula: 'bad in window ÷ ((1 − target) × window)',
      usedBy: ['SRE workbook', 'OpenSLO v1', 'executive template', 'alert template'],
    },
    {
      id: `${NAME}/binary`,
      title: 'consumed if every minute of impact counts whole',
      formula: 'minutes of impact in window ÷ ((1 − target) × window)',
      usedBy: ['uptime reports'],
    },
    {
      id: `${NAME}/before`,
      title: 'left before this incident',
      formula: '1 − bad of earlier incidents in window ÷ ((1 − target) × window)',
      usedBy: ['error budget policies'],
    },
    {
      id: `${NAME}/after`,
      title: 'left after this incident, below 0 where it is overspent',
      formula: 'before − consumed',
      usedBy: ['error budget policies', 'alert template'],
    },
    {
      id: `${NAME}/as-stated`,
      title: 'stated downtime over stated budget',
      formula: 'stated downtime ÷ stated budget',
      usedBy: ['alert template'],
    },
    {
      id: `${NAME}/as-stated-after`,
      title: 'stated budget less stated downtime',
      formula: '1 − stated downtime ÷ stated budget',
      usedBy: ['alert template'],
    },
  ],
  disagreement:
    'Counted whole, a partial outage uses far more of the budget than counted by the share that failed, and slices of time lie between. A rolling window holds an incident whole where months split it at midnight UTC. “43 minutes” a month is 30 days at 99.9 %; other months allow 40.32 to 44.64.',
  sources: [
    'SRE workbook, “Implementing SLOs” and “Alerting on SLOs”: https://sre.google/workbook/alerting-on-slos',
    'OpenSLO v1, budgetingMethod: https://github.com/OpenSLO/OpenSLO',
  ],
  measure: (incident) => {
    const stated = statedBudget(incident.reading);
    return [
      ...withStated(incidentBudgets(incident), stated).flatMap(([answer, value]) =>
        measurementsOf(incident, answer, value),
      ),
      ...asStated(incident, stated),
    ];
  },
};

function measurement(incident: Incident, definition: string, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, errorBudgetConsumed, definition);
  return { metric: NAME, definition: `${NAME}/${definition}`, isHouse, unit: 'percent', result, places: [], notes: [] };
}

function measurementsOf(
  incident: Incident,
  answer: IncidentBudgetAnswer,
  stated: StatedValue | undefined,
): readonly Measurement[] {
  if ('refused' in answer) {
    const named = answer.subject === undefined ? {} : { subject: answer.subject };
    return [{ ...measurement(incident, 'consumed', answer.refused), ...named }];
  }
  const { subject, around, time, window, affected } = answer;
  const binary = binaryShare(answer);
  const isHouseBinary = isHouseDefinition(incident.context, errorBudgetConsumed, 'binary');
  const differs = isHouseBinary || affected.badShare < 1 || around.budget.method === 'badSlices';
  const common = {
    subject,
    from: time.start,
    ...(time.end === null ? {} : { to: time.end }),
    places: [...time.start.places, ...(time.end?.places ?? []), ...affected.places],
  };
  const result = (share: number): Result =>
    time.end === null && window.to >= time.until
      ? { state: 'open', atLeast: percent(share) }
      : { state: 'known', value: percent(share) };
  const notes = [
    ...answer.notes,
    `${written(around.budget.windowMinutes / 1440)} days allow ${written(around.allowed)} minutes.`,
  ];
  const before: Result = answer.knowsEarlier ? { state: 'known', value: percent(around.before) } : noEarlier;
  // While it lasts, what is left grows less: its value now is no lower limit.
  const after: Result = !answer.knowsEarlier
    ? noEarlier
    : time.end === null
      ? stillBurning
      : { state: 'known', value: percent(around.after) };
  return [
    {
      ...measurement(incident, 'consumed', result(around.consumed)),
      ...common,
      notes,
      ...(stated === undefined ? {} : { stated }),
    },
    ...(differs
      ? [
          {
            ...measurement(incident, 'binary', result(binary)),
            ...common,
            notes: ['Binary: every minute of impact counts whole, whatever share failed.'],
          },
        ]
      : []),
    { ...measurement(incident, 'before', before), ...common },
    { ...measurement(incident, 'after', after), ...common },
  ];
}

const noEarlier: NoNumber = unknown(
  'earlierUnknown',
  'Earlier incidents are not known from one document. `debrief insights` over all of them tells what was left.',
);
const stillBurning: NoNumber = unknown('stillOpen', 'The impact has no end yet, so what it leaves is not known.');

function binaryShare({ window, time, around }: IncidentBudget): number {
  const from = Math.max(time.start.at, window.from);
  const interval = { from, to: Math.min(time.until, window.to), badShare: 1 };
  return badMinutes([interval], 'binary') / around.allowed;
}

function percent(share: number): number {
  return share * 100;
}

function written(value: number): string {
  return String(Number(value.toFixed(2)));
}

/**
 * The stated share stands beside every budget. Where it fits one it is not held against the others, and where it fits
 * none only against the nearest, since nobody knows of which it tells. A share that nobody told counts as whole, which
 * is the most it can be: whatever is below fits.
 */
function withStated(
  answers: readonly IncidentBudgetAnswer[],
  { consumed }: StatedBudget,
): readonly (readonly [IncidentBudgetAnswer, StatedValue | undefined])[] {
  if (consumed === null || consumed.unit !== 'percent') return answers.map((answer) => [answer, undefined]);
  const { value: stated, written: words, places, rounding } = consumed;
  const tolerance = Math.max(rounding, 1);
  const budgets = answers.flatMap((answer) => ('refused' in answer ? [] : [answer]));
  const others = budgets.flatMap((answer) => [answer.around.consumed, binaryShare(answer)]).map(percent);
  const apart = (budget: IncidentBudget): number => Math.abs(percent(budget.around.consumed) - stated);
  const nearest = budgets.toSorted((a, b) => apart(a) - apart(b))[0];
  return answers.map((answer) => {
    if ('refused' in answer) return [answer, undefined];
    const computed = percent(answer.around.consumed);
    const isBelowMost = answer.affected.shareFrom === 'assumed' && stated < computed - tolerance;
    const fitsAny = others.some((other) => Math.abs(other - stated) <= tolerance);
    const isHeld = !isBelowMost && (fitsAny || answer === nearest);
    const what = `the times and the objective of “${answer.subject}” give ${written(computed)} %`;
    return [
      answer,
      beside({ value: isHeld ? computed : null, stated, written: words, places, tolerance, others, what }),
    ];
  });
}

/** What follows from the document's own figures: they have to fit each other, whatever the objective of the house. */
function asStated(
  incident: Incident,
  { downtime, budget, target, consumed, remaining, fits }: StatedBudget,
): readonly Measurement[] {
  if (budget === null || budget.value <= 0) return [];
  const spent = downtime ?? (consumed?.unit === 'milliseconds' ? consumed : null);
  const used =
    spent === null ? (consumed?.unit === 'percent' ? consumed.value : null) : percent(spent.value / budget.value);
  const minutes = written(budget.value / 60_000);
  const fit =
    target === null
      ? `${minutes} minutes are a budget only together with an objective and a window.`
      : fits.length === 0
        ? `${minutes} minutes are ${target.written} of no usual window; ${target.written} of 30 days is ${written((100 - target.value) * 432)}.`
        : `${minutes} minutes are what ${target.written} allows over ${fits.join(' or ')}.`;
  const places = [downtime, budget, target].flatMap((figure) => figure?.places ?? []);
  const common = { subject: 'as the document states it', places, notes: [fit] };
  const noSpent = unknown(
    'noDowntime',
    'The document states a budget, but neither downtime nor what was consumed of it.',
  );
  const result: Result = used === null ? noSpent : { state: 'known', value: used };
  const after: Result = used === null ? noSpent : { state: 'known', value: 100 - used };
  const share = (figure: typeof consumed): number =>
    figure === null ? 0 : figure.unit === 'percent' ? figure.value : percent(figure.value / budget.value);
  const slack = (figure: typeof consumed): number =>
    Math.max(
      1,
      ...[figure, budget, spent].map((one) =>
        one?.unit === 'milliseconds' ? percent(one.rounding / budget.value) : 0,
      ),
    );
  const compared = (figure: typeof consumed, value: number, what: string): Pick<Measurement, 'stated'> =>
    figure === null || used === null || (figure === consumed && spent === null)
      ? {}
      : {
          stated: beside({
            value,
            stated: share(figure),
            written: figure.written,
            places: figure.places,
            tolerance: slack(figure),
            what,
          }),
        };
  return [
    {
      ...measurement(incident, 'as-stated', result),
      ...common,
      ...compared(consumed, used ?? 0, `its downtime and its budget give ${written(used ?? 0)} %`),
    },
    {
      ...measurement(incident, 'as-stated-after', after),
      ...common,
      ...compared(
        remaining,
        100 - (used ?? 0),
        `its budget less what it consumed leaves ${written(((100 - (used ?? 0)) / 100) * (budget.value / 60_000))} minutes`,
      ),
    },
  ];
}
