import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  check,
  type CheckContext,
  checkReading,
  contradictions,
  measure,
  read,
  rules,
  statedMetrics,
} from '../src/index.ts';
import { checkedOf } from './checked.ts';
import { context as measuring, now } from './measured.ts';
import { changedFixtures, fixtures, markdownLike } from './texts.ts';

const SEED = 20261121;
const context: CheckContext = {
  now,
  stage: 'review',
  severityLevel: null,
  people: ['Ana Pérez'],
  teams: ['Payments'],
  levels: {},
  knownIncidents: null,
};
const allOn = Object.fromEntries(rules.map(({ id }) => [id, 'info'] as const));

/** What is found from a reading alone, and what is found where everything was worked out before. */
function bothWays(text: string, levels: CheckContext['levels'], zone: string | null = null) {
  const each = { ...context, levels };
  const settled = { ...measuring, zone };
  const reading = read(text);
  const measurements = measure(reading, settled);
  const eager = check({
    ...checkedOf(text, each),
    measurements,
    contradictions: contradictions(reading, measurements, settled),
  });
  return [checkReading(reading, settled, each), eager] as const;
}

describe('checking from a reading alone', () => {
  test.each(fixtures)('finds the same in %s', (_name, text) => {
    for (const [levels, zone] of [[{}, null] as const, [allOn, 'Europe/Oslo'] as const]) {
      const [alone, eager] = bothWays(text, levels, zone);
      expect(alone).toEqual(eager);
    }
  });

  test('finds the same in anything', () => {
    fc.assert(
      fc.property(fc.oneof(markdownLike, changedFixtures), (text) => {
        const [alone, eager] = bothWays(text, allOn);
        expect(alone).toEqual(eager);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('finds nothing where every rule is off', () => {
    const off = { blameless: 'off', consistent: 'off', complete: 'off', action: 'off', structure: 'off' } as const;
    expect(checkReading(read('# Kite down\n'), measuring, { ...context, levels: off })).toEqual([]);
  });

  test.each(fixtures)('the metrics that can contradict %s are all asked for', (_name, text) => {
    const reading = read(text);
    const all = contradictions(reading, measure(reading, measuring), measuring);
    expect(contradictions(reading, measure(reading, measuring, statedMetrics), measuring)).toEqual(all);
  });
});
