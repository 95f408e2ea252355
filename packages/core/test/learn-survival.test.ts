import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, type Lifetimes, logRank } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const rounded = (all: readonly number[], digits: number): readonly number[] =>
  all.map((each) => Number(each.toFixed(digits)));
const ended = (times: readonly number[]): Lifetimes => ({ times, observed: times.map(() => true) });
const both = (events: readonly number[], open: readonly number[]): Lifetimes => ({
  times: [...open, ...events],
  observed: [...open.map(() => false), ...events.map(() => true)],
});

/** Freireich and others (1963): weeks in remission with 6-MP and with a placebo. */
const SIX_MP = both([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
const PLACEBO = ended([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

/** Miller's leukaemia data, `survival::aml` in R. */
const MAINTAINED = both([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]);
const NOT_MAINTAINED = both([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], [16]);

const ACTIONS = both([3, 5, 7, 10, 14, 21, 30], [10, 30, 45, 60, 60]);

describe('the survival curve', () => {
  test('of 6-MP', () => {
    const curve = answered(kaplanMeier(SIX_MP));
    const { steps } = curve;
    expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(steps.map(({ events }) => events)).toEqual([3, 1, 1, 1, 1, 1, 1]);
    expect(
      rounded(
        steps.map(({ survival }) => survival),
        4,
      ),
    ).toEqual([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]);
    expect(
      rounded(
        steps.map(({ standardError }) => standardError),
        4,
      ),
    ).toEqual([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]);
    expect(curve).toHaveProperty('median', 23);
  });

  test('of the placebo, of whom none is left in the end', () => {
    const curve = answered(kaplanMeier(PLACEBO));
    const at8 = curve.steps.find(({ time }) => time === 8);
    expect(at8?.survival).toBeCloseTo(8 / 21, 12);
    expect(at8?.standardError).toBeCloseTo(0.106, 3);
    expect(curve).toHaveProperty('median', 8);
    const [before, last] = curve.steps.slice(-2);
    expect(last).toMatchObject({ survival: 0, standardError: 0, low: 0, high: before?.high });
  });

  test('of maintained patients has the log–log limits that survfit gives', () => {
    const { steps } = answered(kaplanMeier(MAINTAINED));
    expect(
      rounded(
        steps.map(({ survival }) => survival),
        3,
      ),
    ).toEqual([0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184]);
    expect(
      rounded(
        steps.map(({ standardError }) => standardError),
        4,
      ),
    ).toEqual([0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535]);
    expect(
      rounded(
        steps.map(({ low }) => low),
        4,
      ),
    ).toEqual([0.5081, 0.4474, 0.3502, 0.2658, 0.1673, 0.0928, 0.0117]);
    expect(
      rounded(
        steps.map(({ high }) => high),
        4,
      ),
    ).toEqual([0.9867, 0.9512, 0.899, 0.8353, 0.7534, 0.657, 0.525]);
  });

  test.each([
    ['maintained', MAINTAINED, 31],
    ['not maintained', NOT_MAINTAINED, 23],
    ['action items', ACTIONS, 21],
  ])('has its median: %s', (_name, lifetimes, median) => {
    expect(answered(kaplanMeier(lifetimes))).toHaveProperty('median', median);
  });

  test('of action items counts the open ones', () => {
    const { steps } = answered(kaplanMeier(ACTIONS));
    expect(
      rounded(
        steps.map(({ survival }) => survival),
        4,
      ),
    ).toEqual([0.9167, 0.8333, 0.75, 0.6667, 0.5714, 0.4762, 0.381]);
  });

  test('reaches a half that is exact but for rounding', () => {
    expect(answered(kaplanMeier(ended([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])))).toHaveProperty('median', 6);
  });

  test('says that a median was not reached, also where all is open', () => {
    expect(kaplanMeier(both([1], [2, 3, 4]))).toHaveProperty('notReached', true);
    expect(kaplanMeier(both([], [2, 3, 4]))).toEqual({ steps: [], notReached: true });
  });

  test('of one that ended at once leaves nothing, and no upper limit below 1', () => {
    expect(kaplanMeier(ended([0]))).toEqual({
      steps: [{ time: 0, atRisk: 1, events: 1, survival: 0, standardError: 0, low: 0, high: 1 }],
      median: 0,
    });
  });

  test('takes 1 and 0 for observed and not', () => {
    const { times, observed } = SIX_MP;
    const numbers = observed.map((each) => (each === true ? 1 : 0));
    expect(kaplanMeier({ times, observed: numbers })).toEqual(kaplanMeier(SIX_MP));
  });

  const lifetimes = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 40 })
    .map((all) => ({ times: all.map(([time]) => time), observed: all.map(([, each]) => each) }));

  test('falls, within limits that stay within 0 and 1 and grow with the level', () => {
    holds(
      fc.property(lifetimes, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (all, level) => {
        const { steps } = answered(kaplanMeier({ ...all, level }));
        const wider = answered(kaplanMeier({ ...all, level: (1 + level) / 2 })).steps;
        let before = 1;
        for (const [index, { survival, standardError, low, high }] of steps.entries()) {
          expect(survival).toBeLessThan(before);
          expect(0 <= low && low <= survival && survival <= high && high <= 1).toBe(true);
          expect(standardError).toBeGreaterThanOrEqual(0);
          expect(wider[index]?.low).toBeLessThanOrEqual(low);
          expect(wider[index]?.high).toBeGreaterThanOrEqual(high);
          before = survival;
        }
      }),
    );
  });

  test('is the plain share that lasts longer where nothing is open, in any order', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), (times) => {
        const { steps } = answered(kaplanMeier(ended(times)));
        for (const { time, survival } of steps)
          expect(survival).toBeCloseTo(times.filter((each) => each > time).length / times.length, 12);
        expect(kaplanMeier(ended(times.toReversed()))).toEqual(kaplanMeier(ended(times)));
      }),
    );
  });

  test.each([
    { times: [], observed: [] },
    { times: [1, 2], observed: [true] },
    { times: [-1], observed: [true] },
    { times: [NaN], observed: [true] },
    { times: [1], observed: [true], level: 1 },
  ])('of %j is a reason instead', (options) => {
    expect(kaplanMeier(options)).toEqual(aReason);
  });
});

describe('the log-rank test', () => {
  test('of 6-MP against the placebo', () => {
    const found = answered(logRank({ a: SIX_MP, b: PLACEBO }));
    expect(found.observed).toBe(9);
    expect(found.expected).toBeCloseTo(19.2505, 4);
    expect(found.variance).toBeCloseTo(6.257, 4);
    expect(found.chiSquare).toBeCloseTo(16.793, 3);
    expect(found.p).toBeCloseTo(4.17e-5, 7);
  });

  test('of maintained against not, as survdiff gives it', () => {
    const found = answered(logRank({ a: MAINTAINED, b: NOT_MAINTAINED }));
    expect(found.observed).toBe(7);
    expect(found.expected).toBeCloseTo(10.69, 2);
    expect(found.chiSquare).toBeCloseTo(3.396, 3);
    expect(found.p).toBeCloseTo(0.065_339_322, 8);
  });

  test('gives the same p for either order, and expects as many as ended', () => {
    const group = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 1, maxLength: 25 })
      .map((all) => ({ times: all.map(([time]) => time), observed: all.map(([, each]) => each) }));
    holds(
      fc.property(group, group, (a, b) => {
        fc.pre(!('reason' in logRank({ a, b })));
        const [found, turned] = [answered(logRank({ a, b })), answered(logRank({ a: b, b: a }))];
        expect(turned.p).toBeCloseTo(found.p, 9);
        expect(turned.variance).toBeCloseTo(found.variance, 9);
        expect(found.expected + turned.expected).toBeCloseTo(found.observed + turned.observed, 9);
      }),
    );
  });

  test.each([
    { a: ended([1]), b: ended([]) },
    { a: both([], [1]), b: both([], [2]) },
    { a: ended([1]), b: both([], [0.5]) },
    { a: ended([NaN]), b: ended([1]) },
  ])('of %j has a reason instead', (options) => {
    expect(logRank(options)).toEqual(aReason);
  });
});
