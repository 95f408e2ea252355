import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionStrength } from '../src/index.ts';

describe('the strength of an action', () => {
  test.each([
    ['strong', 'Reject a config without an owner in CI'],
    ['strong', 'Remove the shared cache'],
    ['strong', 'Roll configuration out with a canary'],
    ['strong', 'Renew certificates automatically'],
    ['strong', 'Make sending idempotent'],
    ['strong', 'Put a circuit breaker between shop and search'],
    ['strong', 'Retry at most twice, with backoff and jitter'],
    ['intermediate', 'Alert when the queue is older than an hour'],
    ['intermediate', 'Add a second replica'],
    ['intermediate', 'Rehearse the failover twice a year'],
    ['intermediate', 'Add a test for deliveries over midnight'],
    ['intermediate', 'Lower the time-out to eight seconds'],
    ['weak', 'Update the runbook'],
    ['weak', 'Document how to remove a node'],
    ['weak', 'Remind everyone to double-check the region'],
    ['weak', 'Investigate why the alert was late'],
    ['weak', 'Train new colleagues'],
    ['unknown', 'Kites'],
    ['unknown', ''],
    ['unknown', 'Sperren einbauen'],
  ])('%s: %s', (strength, text) => {
    expect(actionStrength(text).strength).toBe(strength);
  });

  test('the words that led to it are told', () => {
    expect(actionStrength('Please update the Runbook!')).toEqual({ strength: 'weak', words: 'runbook' });
    expect(actionStrength('Nothing here')).toEqual({ strength: 'unknown', words: null });
  });

  test('is one of four for any text, in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['strong', 'intermediate', 'weak', 'unknown']).toContain(actionStrength(text).strength);
      }),
      { seed: 4, numRuns: 300 },
    );
    const start = performance.now();
    actionStrength('remov '.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('case, marks and accents do not matter', () => {
    expect(actionStrength('RÉMOVE — the *cache*').strength).toBe('strong');
  });
});
