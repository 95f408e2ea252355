import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as core from '../src/index.ts';
import { holds } from './held-law.ts';

const odd = fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 0.5, 1, 2, 5e-324, 1e308, -1.7e308, 1e12, 2 ** 53);
const any = fc.oneof(odd, fc.double(), fc.integer({ min: -3, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }));
const values = fc.array(any, { maxLength: 9 });
const lifetimes = fc.array(fc.tuple(any, fc.boolean()), { maxLength: 9 }).map((all) => ({
  times: all.map(([time]) => time),
  observed: all.map(([, observed]) => observed),
}));

/** Each function with arguments of which most make no sense. */
const questions: Readonly<Record<string, fc.Arbitrary<() => unknown>>> = {
  poissonInterval: fc
    .record({ count: any, exposure: any, level: any })
    .map((options) => () => core.poissonInterval(options)),
  poissonRateRatio: fc
    .record({ count1: any, exposure1: any, count2: any, exposure2: any, level: any })
    .map((options) => () => core.poissonRateRatio(options)),
  laplaceTrend: fc.record({ times: values, end: any }).map((options) => () => core.laplaceTrend(options)),
  medianInterval: fc.record({ values, level: any }).map((options) => () => core.medianInterval(options)),
  quantile: fc.record({ values, q: any }).map((options) => () => core.quantile(options)),
  ecdfBand: fc.record({ values, level: any }).map((options) => () => core.ecdfBand(options)),
  wilsonInterval: fc
    .record({ successes: any, trials: any, level: any })
    .map((options) => () => core.wilsonInterval(options)),
  clopperPearsonInterval: fc
    .record({ successes: any, trials: any, level: any })
    .map((options) => () => core.clopperPearsonInterval(options)),
  kaplanMeier: fc.tuple(lifetimes, any).map(
    ([all, level]) =>
      () =>
        core.kaplanMeier({ ...all, level }),
  ),
  logRank: fc.record({ a: lifetimes, b: lifetimes }).map((options) => () => core.logRank(options)),
  permutationTest: fc
    .record({ a: values, b: values, statistic: fc.constantFrom('mean', 'logMean', 'median'), seed: any })
    .map((options) => () => core.permutationTest(options)),
  mannWhitney: fc.record({ a: values, b: values }).map((options) => () => core.mannWhitney(options)),
  bootstrap: fc
    .record({ values, statistic: fc.constantFrom('mean', 'median', 'geometricMean'), seed: any, level: any })
    .map((options) => () => core.bootstrap({ ...options, resamples: 100 })),
  minimumDetectableEffect: fc
    .record({ sigma: any, n1: any, n2: any, alpha: any, power: any })
    .map((options) => () => core.minimumDetectableEffect(options)),
  sampleSize: fc
    .record({ sigma: any, reduction: any, alpha: any, power: any })
    .map((options) => () => core.sampleSize(options)),
  unionDuration: fc
    .array(fc.tuple(any, any), { maxLength: 5 })
    .map((intervals) => () => core.unionDuration({ intervals })),
  errorBudget: fc
    .record({ objective: any, windowMinutes: any, bad: any })
    .map((options) => () => core.errorBudget(options)),
  burnRate: fc.record({ errorRatio: any, objective: any }).map((options) => () => core.burnRate(options)),
  histogramQuantile: fc
    .record({
      q: fc.double({ min: 0, max: 1, noNaN: true }),
      buckets: fc.array(fc.record({ upperBound: any, count: any }), { maxLength: 6 }),
    })
    .map((options) => () => core.histogramQuantile(options)),
};

test.each(Object.entries(questions))('%s answers with finite numbers or a reason', (name, asked) => {
  const mayBeEndless = name === 'poissonRateRatio' ? [Infinity] : [];
  holds(
    fc.property(asked, (ask) => {
      expect(numbersIn(ask()).filter((each) => !Number.isFinite(each) && !mayBeEndless.includes(each))).toEqual([]);
    }),
    400,
  );
});

test('a power that is all but half of alpha asks for no effect, never for an endless one', () => {
  for (let alpha = 0.001; alpha < 1; alpha += 0.001) {
    const power = (alpha / 2) * (1 + Number.EPSILON);
    const found = core.minimumDetectableEffect({ sigma: 1e308, n1: 1, n2: 1, alpha, power });
    expect(numbersIn(found).filter((each) => !(each >= 0 && each <= 1))).toEqual([]);
  }
});

test('a list with holes, or none at all, has a reason too', () => {
  const holes = Object.assign(Array.from<number>({ length: 0 }), { 0: 1, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7 });
  const none = undefined as unknown as number[];
  const answers = [holes, none].flatMap((given) => [
    core.medianInterval({ values: given }),
    core.quantile({ values: given, q: 0.5 }),
    core.laplaceTrend({ times: given, end: 9 }),
    core.kaplanMeier({ times: given, observed: [] }),
    core.permutationTest({ a: given, b: [1] }),
    core.mannWhitney({ a: [1], b: given }),
    core.bootstrap({ values: given }),
    core.ecdfBand({ values: given }),
  ]);
  for (const answer of answers) expect(answer).toEqual({ reason: expect.any(String) });
  expect(core.histogramQuantile({ q: 0.5, buckets: [{ count: 1 } as never] })).toEqual({ reason: expect.any(String) });
});

function numbersIn(answer: unknown): readonly number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}
