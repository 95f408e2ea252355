import { expect, test } from 'vitest';
import { nearestOf } from '../src/model/nearest.ts';

test.each([
  ['rootcauses', ['summary', 'rootCause'], 'rootCause'],
  ['vocab', ['people', 'vocabulary'], 'vocabulary'],
  ['sevrity', ['services', 'severity'], 'severity'],
  ['serv', ['services', 'service'], 'service'],
  ['ZONE', ['rules', 'zone'], 'zone'],
  ['', ['stages', 'rules'], 'rules'],
  ['x'.repeat(1_000_000), ['zone', 'rules'], 'zone'],
  ['x', [], ''],
])('example %#', (name, names, nearest) => {
  expect(nearestOf(name, names)).toBe(nearest);
});
