import { contradictions } from '../measure/contradictions/contradictions.ts';
import { type MeasureContext, measure, statedMetrics } from '../measure/index.ts';
import type { Finding, Reading } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import { proseOf } from '../read/prose.ts';
import { check } from '../check/check.ts';
import type { CheckContext, Checked, Rule } from '../check/rule.ts';
import { rules } from '../check/rules.ts';

/**
 * The same as {@link check}, from a reading alone. Running text, numbers and contradictions are worked out only where a
 * rule that is on asks for them, and of the numbers those alone that a rule can speak of.
 *
 * @example checkReading(read(text), measuring, context) // [{ rule: 'complete/action-owner', level: 'error', place, … }]
 */
export function checkReading(
  reading: Reading,
  measuring: MeasureContext,
  context: CheckContext,
  all: readonly Rule[] = rules,
): readonly Finding[] {
  const prose = onceFor(proseOf);
  const measurements = onceFor((each: Reading) => measure(each, measuring, statedMetrics));
  const contradicting = onceFor((each: Reading) => contradictions(each, measurements(each), measuring));
  const document: Checked = {
    reading,
    context,
    get prose() {
      return prose(reading);
    },
    get measurements() {
      return measurements(reading);
    },
    get contradictions() {
      return contradicting(reading);
    },
  };
  return check(document, all);
}
