import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { confusion, labelled } from './blameless-confusion.ts';

/**
 * A second set by somebody else who had not seen the rules either, measured once they had been corrected by the first
 * one. That measurement stands in docs/rules.md; this test guards what was reached.
 */
const heldOut = labelled(readFileSync(path.join(import.meta.dirname, 'blameless-sentences-held-out.jsonl'), 'utf8'));

test('there are 260, half of them traps', () => {
  expect(heldOut).toHaveLength(260);
  expect(heldOut.filter(({ cat }) => cat.length === 0)).toHaveLength(130);
});

test('what was reached on them is kept', () => {
  const { rows, whole, differences } = confusion(heldOut);
  console.log([...rows.map((row) => JSON.stringify(row)), JSON.stringify(whole), ...differences].join('\n'));
  expect(whole.both).toBeGreaterThanOrEqual(117);
  expect(whole.found).toBeLessThanOrEqual(3);
  expect(rows.reduce((sum, { both }) => sum + both, 0)).toBeGreaterThanOrEqual(125);
  expect(rows.reduce((sum, { found }) => sum + found, 0)).toBeLessThanOrEqual(3);
});
