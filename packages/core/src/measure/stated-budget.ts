import { type Field, type Place, type Reading, valueOf } from '../model/index.ts';
import { budgetRatio } from './budget-ratio.ts';
import { type Quantity, writtenQuantities } from './written-quantity.ts';

/** A figure about the error budget as the document states it. */
interface StatedFigure extends Quantity {
  readonly written: string;
  readonly places: readonly Place[];
}

/** What a document states about its error budget, each figure null where it does not. Minutes are in milliseconds. */
export interface StatedBudget {
  readonly downtime: StatedFigure | null;
  readonly budget: StatedFigure | null;
  readonly target: StatedFigure | null;
  readonly consumed: StatedFigure | null;
  readonly remaining: StatedFigure | null;
  /** The windows whose budget at the stated target is the stated one, within its rounding. */
  readonly fits: readonly string[];
}

const LINES: readonly (readonly ['downtime' | 'consumed' | 'remaining' | 'budget', RegExp])[] = [
  ['remaining', /\b(?:remaining|left)\b[^:]{0,30}\bbudget|\bbudget\b[^:]{0,30}\b(?:remaining|left)\b/i],
  [
    'consumed',
    /\bbudget\b[^:]{0,30}\b(?:consumed|used|burned|burnt|spent|consumption)\b|\b(?:consumed|used|burned|burnt|spent)\b[^:]{0,30}\bbudget\b/i,
  ],
  ['budget', /\b(?:SLO|error|downtime)\s(?:\w{1,12}\s)?budget\b/i],
  ['downtime', /\b(?:total|overall)\s(?:downtime|outage)\b|^\W{0,4}downtime\b/i],
];

const MOST_LINES = 2_000;

/**
 * What a document states about its error budget: under a label of its own, or in lines such as `Monthly SLO budget: 43
 * minutes (99.9%)` of a block.
 *
 * @example statedBudget(reading).fits // ['30 days']
 */
export function statedBudget(reading: Reading): StatedBudget {
  const found: Partial<Record<keyof StatedBudget, StatedFigure>> = {};
  for (const { label, value, places } of linesOf(reading)) {
    const name = LINES.find(([, words]) => words.test(label))?.[0];
    if (name === undefined || found[name] !== undefined) continue;
    const figures = writtenQuantities(value).map((each) => ({
      ...each,
      written: value.slice(each.from, each.to),
      places,
    }));
    const isFigure = ({ unit }: Quantity): boolean =>
      unit === 'milliseconds' || (unit === 'percent' && name !== 'downtime');
    const figure = figures.find(name === 'budget' ? ({ unit }) => unit === 'milliseconds' : isFigure);
    if (figure !== undefined) found[name] = figure;
    const target =
      name === 'budget' ? figures.find(({ unit, value: one }) => unit === 'percent' && one >= 50) : undefined;
    if (target !== undefined) found.target = target;
  }
  const { downtime = null, budget = null, target = null, consumed = null, remaining = null } = found;
  return { downtime, budget, target, consumed, remaining, fits: budgetFits(budget, target) };
}

interface Line {
  readonly label: string;
  readonly value: string;
  readonly places: readonly Place[];
}

function linesOf({ text, postmortem }: Reading): readonly Line[] {
  const { impact, evidence, otherLabels } = postmortem;
  const labelled = otherLabels.flatMap(({ label, value }) => lineOf(label, value));
  const own = [
    ...lineOf(sayingWhat(impact.errorBudget), impact.errorBudget),
    ...lineOf('', impact.serviceLevel),
    ...labelled,
  ];
  const blocks = evidence.flatMap(({ kind, text: field }) => {
    const [block] = field.places;
    return (kind === 'log' || kind === 'data' || kind === 'note') && field.state === 'known' && block !== undefined
      ? blockLines(text, block)
      : [];
  });
  return [...own, ...blocks].slice(0, MOST_LINES);
}

function lineOf(label: string, field: Field<string>): readonly Line[] {
  const value = valueOf(field);
  return value === null ? [] : [{ label: label === '' ? value.slice(0, 80) : label, value, places: field.places }];
}

/** A bare share under the label of the error budget is what was consumed, unless it says it is what is left. */
function sayingWhat(field: Field<string>): string {
  return /\b(?:remain|left)/i.test((valueOf(field) ?? '').slice(0, 300)) ? 'budget remaining' : 'budget consumed';
}

/** Lines with a label: what is written before the colon says what the numbers behind it are. */
function blockLines(text: string, block: Place): readonly Line[] {
  const lines: Line[] = [];
  for (let from = block.from; from < block.to && lines.length < MOST_LINES;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 || end > block.to ? block.to : end;
    const colon = text.slice(from, Math.min(to, from + 200)).indexOf(':');
    if (colon > 0)
      lines.push({
        label: text.slice(from, from + colon),
        value: text.slice(from + colon + 1, to),
        places: [{ from, to }],
      });
    from = to + 1;
  }
  return lines;
}

const WINDOWS: readonly (readonly [string, number])[] = [
  ['a day', 1],
  ['7 days', 7],
  ['28 days', 28],
  ['a February of 29 days', 29],
  ['30 days', 30],
  ['a month of 30.44 days, the mean of a year', 30.4375],
  ['a month of 31 days', 31],
  ['90 days', 90],
  ['a quarter of 91 days', 91],
  ['a quarter of 92 days', 92],
  ['365 days', 365],
];

/**
 * The windows over which a target allows so many minutes, within their rounding: 43, 43.2 and 43.8 minutes are all
 * 99.9 %, over 30 days or the mean month.
 */
function budgetFits(budget: Quantity | null, target: Quantity | null): readonly string[] {
  const ratio = target === null ? null : budgetRatio(target.value);
  if (budget === null || typeof ratio !== 'number') return [];
  return WINDOWS.filter(([, days]) => Math.abs(ratio * days * 86_400_000 - budget.value) <= budget.rounding + 1e-3).map(
    ([name]) => name,
  );
}
