import { minutesText } from '../../measure/number-text.ts';
import { statedBudget } from '../../measure/stated-budget.ts';
import type { Checked, Hit, Rule } from '../rule.ts';

/**
 * Looks for a remaining error budget that is not the budget less what was consumed.
 *
 * @finds document: # Mail down\n\n## Impact\n\n```\nMonthly SLO budget: 43 minutes (99.9%)\nBudget consumed: 20 minutes\nRemaining budget: 30 minutes\n```\n
 * @finds document: # Mail down\n\n## Impact\n\n```\nError budget consumed: 70%\nError budget remaining: 40%\n```\n
 * @passes document: # Mail down\n\n## Impact\n\n```\nMonthly SLO budget: 43 minutes (99.9%)\nBudget consumed: 20 minutes\nRemaining budget: 23 minutes\n```\n
 * @passes document: # Mail down\n\n## Impact\n\n```\nMonthly SLO budget: 43 minutes (99.9%)\nBudget consumed: 60 minutes\nRemaining budget: 0 minutes\n```\n
 */
export const budgetArithmetic: Rule = {
  id: 'consistent/budget-arithmetic',
  about: 'A remaining error budget that is not the budget less what was consumed.',
  reason: 'Releases are held or let go by what is left of the budget, so the sum has to be right.',
  question: 'Which of the figures is right, and does one of them count earlier incidents of the same window?',
  source: 'Google, The Site Reliability Workbook, chapter 2: Implementing SLOs',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: wrongSum,
};

const NEEDLE = /\bbudget\b/i;

function wrongSum({ reading }: Checked): readonly Hit[] {
  if (!NEEDLE.test(reading.text)) return [];
  const { budget, consumed, remaining } = statedBudget(reading);
  const [place] = remaining?.places ?? [];
  if (consumed === null || remaining === null || place === undefined) return [];
  // Of a limit, or of about so much, no sum can be wrong.
  if ([budget, consumed, remaining].some((figure) => figure?.limit !== undefined || figure?.approximate === true))
    return [];
  const sum = sumOf(budget, consumed, remaining.unit);
  if (sum === null) return [];
  const isSpent = sum.left <= 0 && remaining.value === 0;
  if (isSpent || Math.abs(sum.left - remaining.value) <= sum.open + remaining.rounding + sum.least) return [];
  const told = (value: number): string =>
    remaining.unit === 'percent' ? `${Math.round(value * 100) / 100}%` : minutesText(value / 60_000);
  return [
    {
      place,
      message: `${told(remaining.value)} of the budget are said to remain; ${told(sum.of)} less what was consumed leave ${told(sum.left)}.`,
    },
  ];
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly rounding: number;
}

interface Sum {
  readonly of: number;
  readonly left: number;
  /** What the roundings of the parts leave open. */
  readonly open: number;
  readonly least: number;
}

/** What should be left in the unit of what is said to remain; null where the figures cannot be set against each other. */
function sumOf(budget: Figure | null, consumed: Figure, unit: string): Sum | null {
  if (unit === 'percent' && consumed.unit === 'percent')
    return { of: 100, left: 100 - consumed.value, open: consumed.rounding, least: 0.5 };
  if (unit !== 'milliseconds' || budget === null || budget.unit !== unit) return null;
  if (consumed.unit === unit)
    return {
      of: budget.value,
      left: budget.value - consumed.value,
      open: budget.rounding + consumed.rounding,
      least: 30_000,
    };
  if (consumed.unit !== 'percent') return null;
  const share = consumed.value / 100;
  return {
    of: budget.value,
    left: budget.value * (1 - share),
    open: budget.rounding + (budget.value * consumed.rounding) / 100,
    least: 30_000,
  };
}
