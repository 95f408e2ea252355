import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInScale, builtInScaleNames, levelOf, severityName, type SeverityScale } from '../src/index.ts';

const own: SeverityScale = [
  { name: 'Customer down', level: 1, aliases: ['RED'] },
  { name: 'Major', level: 2, aliases: ['MAJ'] },
  { name: 'Minor', level: 4, aliases: [] },
];

function scaleNamed(name: string): SeverityScale {
  return builtInScale(name) ?? [];
}

describe('a scale has a name', () => {
  test.each([
    ['P0-P3', ['P0', 'P1', 'P2', 'P3']],
    ['P0-P4', ['P0', 'P1', 'P2', 'P3', 'P4']],
    ['P1-P5', ['P1', 'P2', 'P3', 'P4', 'P5']],
    ['SEV1-SEV5', ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']],
    ['sev 1 – sev 3', ['SEV1', 'SEV2', 'SEV3']],
    ['SEV0-SEV4', ['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4']],
    ['S1-S4', ['S1', 'S2', 'S3', 'S4']],
    ['Critical/High/Medium/Low', ['Critical', 'High', 'Medium', 'Low']],
    ['critical, high, medium, low', ['Critical', 'High', 'Medium', 'Low']],
  ])('%s', (name, names) => {
    expect(scaleNamed(name).map((step) => step.name)).toEqual(names);
    expect(scaleNamed(name).map((step) => step.level)).toEqual(names.map((_name, at) => at + 1));
  });

  test.each(['', 'P0', 'P3-P0', 'P0-SEV3', 'SEV0-SEV5', 'P2-P4', 'SEV1-SEV9', 'constructor', 'High/Low'])(
    '%j is none',
    (name) => {
      expect(builtInScale(name)).toBeNull();
    },
  );

  test('every name that is offered is one', () => {
    for (const name of builtInScaleNames) expect(builtInScale(name)).not.toBeNull();
  });
});

describe('the level of what someone wrote', () => {
  test.each([
    ['SEV0-SEV4', 'SEV0', 1],
    ['SEV0-SEV4', 'SEV1', 2],
    ['SEV0-SEV4', 'sev-1 (partial outage)', 2],
    ['SEV0-SEV4', 'S1', 2],
    ['SEV0-SEV4', 'SEV 4', 5],
    ['SEV1-SEV5', 'SEV1', 1],
    ['SEV1-SEV5', '**SEV–3**', 3],
    ['P1-P5', 'P1', 1],
    ['P0-P3', 'P1', 2],
    ['P0-P3', 'P1 – High', 2],
    ['P0-P3', 'SEV2', 2],
    ['P0-P3', 'Critical', 1],
    ['Critical/High/Medium/Low', 'medium', 3],
    ['Critical/High/Medium/Low', 'P0', 1],
  ])('on %s, %s is %i', (scale, written, level) => {
    expect(levelOf(scaleNamed(scale), written)).toBe(level);
  });

  test.each([
    ['Customer down', 1],
    ['customer-down', 1],
    ['Customer down since Monday', 1],
    ['red', 1],
    ['MAJ', 2],
    ['Minor (cosmetic)', 4],
    ['P2', 3],
    ['Low', 4],
    ['Blue', null],
    ['', null],
    ['---', null],
    ['SEV77', null],
  ])('on a scale of its own, %j is %j', (written, level) => {
    expect(levelOf(own, written)).toBe(level);
  });

  test.each([
    ['P0', 1],
    ['P4', 5],
    ['SEV0', 1],
    ['SEV1', 1],
    ['SEV5', 5],
    ['S2', 2],
    ['High', 2],
    ['Severity: low', 4],
    ['[P0/P1/P2/P3]', 1],
    ['whatever', null],
  ])('without a scale, %j is %j', (written, level) => {
    expect(levelOf(undefined, written)).toBe(level);
  });

  test.each([[{ seed: 11, numRuns: 500 }], [{ numRuns: 100 }]])('is never anything but 1 to 5 or null, %j', (run) => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('SEV', 'P', '9', '🔥'.repeat(500)));
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, own, scaleNamed('P0-P4')), (written, scale) => {
        expect([1, 2, 3, 4, 5, null]).toContain(levelOf(scale, written));
      }),
      run,
    );
  });
});

describe('the name of a level', () => {
  test.each([
    ['P0-P3', 1, 'P0'],
    ['P0-P3', 4, 'P3'],
    ['P0-P3', 5, 'P3'],
    ['SEV0-SEV4', 2, 'SEV1'],
    ['Critical/High/Medium/Low', 3, 'Medium'],
  ])('on %s, %i is %s', (scale, level, name) => {
    expect(severityName(scaleNamed(scale), level)).toBe(name);
  });

  test('of two that are equally near is the worse one', () => {
    expect(severityName(own, 3)).toBe('Major');
  });

  test('is empty where there is no step', () => {
    expect(severityName([], 1)).toBe('');
  });

  test('leads back to its level, on every scale', () => {
    for (const scale of [own, ...builtInScaleNames.map(scaleNamed)]) {
      for (const { level } of scale) expect(levelOf(scale, severityName(scale, level))).toBe(level);
    }
  });
});
