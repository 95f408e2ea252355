import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laplaceTrend, poissonInterval, poissonRateRatio } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const counts = fc.integer({ min: 0, max: 2_000 });
const exposures = fc.double({ min: 0.01, max: 10_000, noNaN: true });
const levels = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe('the interval of a rate', () => {
  // Garwood's limits for a count, as printed in tables of the Poisson distribution.
  test.each([
    [0, 0.95, 0, 3.6889],
    [1, 0.95, 0.0253, 5.5716],
    [2, 0.95, 0.2422, 7.2247],
    [3, 0.95, 0.6187, 8.7673],
    [4, 0.95, 1.0899, 10.2416],
    [5, 0.95, 1.6235, 11.6683],
    [10, 0.95, 4.7954, 18.3904],
    [20, 0.95, 12.2165, 30.8884],
    [100, 0.95, 81.364, 121.6268],
    [0, 0.99, 0, 5.2983],
    [1, 0.99, 0.005, 7.4301],
    [4, 0.99, 0.6722, 12.5941],
    [1, 0.9, 0.0513, 4.7439],
    [4, 0.9, 1.3663, 9.1535],
    [20, 0.9, 13.2547, 29.062],
  ])('of %i at %f', (count, level, low, high) => {
    const found = answered(poissonInterval({ count, exposure: 1, level }));
    expect(found.rate).toBe(count);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('is that of the example of poisson.test in R', () => {
    const { rate, low, high } = answered(poissonInterval({ count: 137, exposure: 24.19893 }));
    expect([rate, low, high].map((each) => each.toFixed(6))).toEqual(['5.661407', '4.753125', '6.692709']);
  });

  test('gives the time between failures of the NIST handbook: 2 in 1600 hours, 90 %', () => {
    const { rate, low, high } = answered(poissonInterval({ count: 2, exposure: 1_600, level: 0.9 }));
    expect([1 / rate, 1 / high, 1 / low].map((each) => each.toFixed(2))).toEqual(['800.00', '254.14', '4502.46']);
  });

  test('tells calendar time and uptime between failures apart: 2 in 24 hours, of which 4 were down', () => {
    expect(1 / answered(poissonInterval({ count: 2, exposure: 24 })).rate).toBeCloseTo(12, 9);
    expect(1 / answered(poissonInterval({ count: 2, exposure: 24 - 4 })).rate).toBeCloseTo(10, 9);
  });

  test('gives six incidents in 180 days as one in 30 days, 13.78 to 81.75', () => {
    const { rate, low, high } = answered(poissonInterval({ count: 6, exposure: 180 }));
    expect([1 / rate, 1 / high, 1 / low].map((each) => each.toFixed(2))).toEqual(['30.00', '13.78', '81.75']);
    expect([30 * low, 30 * high].map((each) => each.toFixed(3))).toEqual(['0.367', '2.177']);
  });

  test('is exact for a million', () => {
    const { low, high } = answered(poissonInterval({ count: 1_000_000, exposure: 1 }));
    expect(Math.abs(low / 998_040.9833402939 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(high / 1_001_961.9119454322 - 1)).toBeLessThan(1e-12);
  });

  test('holds the rate, is wider at a higher level and follows the unit of the exposure', () => {
    holds(
      fc.property(counts, exposures, levels, (count, exposure, level) => {
        const found = answered(poissonInterval({ count, exposure, level }));
        const wider = answered(poissonInterval({ count, exposure, level: (1 + level) / 2 }));
        const doubled = answered(poissonInterval({ count, exposure: 2 * exposure, level }));
        expect(found.high).toBeGreaterThan(found.rate);
        expect(found.low).toBeLessThanOrEqual(found.rate);
        expect(wider.low).toBeLessThanOrEqual(found.low);
        expect(wider.high).toBeGreaterThan(found.high);
        expect(doubled.high).toBeCloseTo(found.high / 2, 10);
      }),
    );
  });

  test.each([
    { count: -1, exposure: 1 },
    { count: 1.5, exposure: 1 },
    { count: NaN, exposure: 1 },
    { count: Infinity, exposure: 1 },
    { count: 2, exposure: 0 },
    { count: 2, exposure: -3 },
    { count: 2, exposure: NaN },
    { count: 2, exposure: Infinity },
    { count: 2, exposure: 5e-324 },
    { count: 2, exposure: 1, level: 0 },
    { count: 2, exposure: 1, level: 1 },
    { count: 2, exposure: 1, level: 95 },
    { count: 2, exposure: 1, level: NaN },
  ])('of %j has a reason instead', (options) => {
    expect(poissonInterval(options)).toEqual(aReason);
  });
});

describe('the ratio of two rates', () => {
  test('is that of the example of poisson.test in R', () => {
    const found = answered(poissonRateRatio({ count1: 11, exposure1: 800, count2: 21, exposure2: 3_011 }));
    expect(found.ratio).toBeCloseTo(1.971488, 6);
    expect(found.low).toBeCloseTo(0.8584264, 7);
    expect(found.high).toBeCloseTo(4.2772659, 7);
    expect(found.p).toBeCloseTo(0.07967, 5);
  });

  test('takes a zero with a sign for a zero', () => {
    const none = { count1: 3, exposure1: 1, count2: 0, exposure2: 1 };
    expect(poissonRateRatio({ ...none, count2: -0 })).toEqual(poissonRateRatio(none));
  });

  // Two-sided p of the exact binomial test, for the share of the first exposure.
  test.each([
    [682, 243, 3, 1, 0.3824915595748517],
    [0, 7, 1, 1, 0.015625],
    [7, 0, 3, 7, 0.0002187],
    [3, 997, 1, 99, 0.023905236502022795],
    [500_123, 499_877, 1, 1, 0.8064564462185771],
    [5, 5, 1, 1, 1],
  ])('with %i and %i in %i and %i has the exact p', (count1, count2, exposure1, exposure2, p) => {
    const found = answered(poissonRateRatio({ count1, exposure1, count2, exposure2 }));
    expect(Math.abs(found.p / p - 1)).toBeLessThan(1e-9);
  });

  test('has no upper limit where nothing happened in the second period, and a lower one', () => {
    const found = answered(poissonRateRatio({ count1: 7, exposure1: 3, count2: 0, exposure2: 7 }));
    expect(found.ratio).toBe(Infinity);
    expect(found.high).toBe(Infinity);
    expect(found.low).toBeGreaterThan(1);
  });

  test('is 0 where nothing happened in the first period, and has an upper limit', () => {
    const { ratio, low, high } = answered(poissonRateRatio({ count1: 0, exposure1: 3, count2: 7, exposure2: 7 }));
    expect([ratio, low]).toEqual([0, 0]);
    expect(high).toBeLessThan(2);
  });

  test('turns round with the two periods, holds its estimate, and p agrees with limits far from 1', () => {
    const some = fc.integer({ min: 1, max: 500 });
    holds(
      fc.property(some, some, exposures, exposures, levels, (count1, count2, exposure1, exposure2, level) => {
        const found = answered(poissonRateRatio({ count1, exposure1, count2, exposure2, level }));
        const turned = answered(
          poissonRateRatio({ count1: count2, exposure1: exposure2, count2: count1, exposure2: exposure1, level }),
        );
        expect(found.ratio * turned.ratio).toBeCloseTo(1, 9);
        expect(found.low * turned.high).toBeCloseTo(1, 9);
        expect(Math.abs(found.p - turned.p)).toBeLessThan(1e-9);
        expect(found.low).toBeLessThanOrEqual(found.ratio);
        expect(found.high).toBeGreaterThanOrEqual(found.ratio);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    { count1: 0, exposure1: 1, count2: 0, exposure2: 1 },
    { count1: -1, exposure1: 1, count2: 0, exposure2: 1 },
    { count1: 1, exposure1: 0, count2: 1, exposure2: 1 },
    { count1: 1, exposure1: 1, count2: 1, exposure2: NaN },
    { count1: 1, exposure1: 1e-300, count2: 1, exposure2: 1e300 },
    { count1: 1, exposure1: 1, count2: 0.5, exposure2: 1 },
    { count1: 1, exposure1: 1, count2: 1, exposure2: 1, level: 2 },
  ])('of %j has a reason instead', (options) => {
    expect(poissonRateRatio(options)).toEqual(aReason);
  });
});

describe('the trend of times', () => {
  test('of six incidents in 180 days is none to speak of', () => {
    const { z, p } = answered(laplaceTrend({ times: [10, 35, 60, 90, 120, 150], end: 180 }));
    expect(z).toBeCloseTo(-0.5893, 4);
    expect(p).toBeCloseTo(0.5557, 4);
  });

  test('turns round with time, and knows neither unit nor order', () => {
    const times = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    holds(
      fc.property(times, (shares) => {
        const found = answered(laplaceTrend({ times: shares, end: 1 }));
        const turned = answered(laplaceTrend({ times: shares.map((time) => 1 - time), end: 1 }));
        const minutes = answered(laplaceTrend({ times: shares.toReversed().map((time) => time * 512), end: 512 }));
        expect(found.z).toBeCloseTo(-turned.z, 9);
        expect(found.p).toBeCloseTo(turned.p, 9);
        expect(minutes.z).toBeCloseTo(found.z, 9);
      }),
    );
  });

  test.each([
    { times: [], end: 10 },
    { times: [11], end: 10 },
    { times: [-1], end: 10 },
    { times: [NaN], end: 10 },
    { times: [0], end: 0 },
    { times: [1], end: Infinity },
  ])('of %j has a reason instead', (options) => {
    expect(laplaceTrend(options)).toEqual(aReason);
  });
});
