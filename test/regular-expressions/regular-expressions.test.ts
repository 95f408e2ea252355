import { describe, expect, test } from 'vitest';
import { fixtures } from '../../packages/core/test/texts.ts';
import { longTexts } from '../../packages/core/test/long-texts.ts';
import { bounded, boundOf } from './bounded.ts';
import { builtExpressions, type Expression, writtenExpressions } from './expressions.ts';
import { pumpsOf } from './pumps.ts';
import { slownessOf } from './slowness.ts';

const written = writtenExpressions();
const built = await builtExpressions(async () => {
  const check = await checking();
  for (const [, text] of fixtures) check(text);
});

/** Looks for the id of a text, reads, measures and checks it, by every rule. */
async function checking(): Promise<(text: string) => void> {
  const { check, contradictions, incidentIdHints, languages, measure, proseOf, read, rules } =
    await import('@debrief/core');
  const hintsIn = incidentIdHints(languages);
  const levels = Object.fromEntries(rules.map(({ id }) => [id, 'warning'] as const));
  const now = Date.UTC(2026, 5, 1);
  return (text) => {
    hintsIn(text, 'kite.md');
    const reading = read(text);
    const measurements = measure(reading, { now, zone: null, definitions: {}, services: [] });
    check({
      reading,
      prose: proseOf(reading),
      measurements,
      contradictions: contradictions(reading, measurements, { zone: null }),
      context: {
        now,
        stage: 'published',
        severityLevel: 1,
        people: ['Ana Pérez', '@bo'],
        teams: ['Kites'],
        levels,
        knownIncidents: new Set(['INC-2026-0042']),
      },
    });
  };
}

function slowIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap(({ file, expression }) => {
    const slow = slownessOf(expression, pumpsOf(expression), boundOf(file, expression) ?? undefined);
    if (slow === null) return [];
    const { pump, length, milliseconds } = slow;
    return [`${expression} over ${length} of ${JSON.stringify(pump)}: ${Math.round(milliseconds)} ms`];
  });
}

test('there are expressions to try', () => {
  expect(written.length).toBeGreaterThan(500);
  expect(built.length).toBeGreaterThan(10);
});

describe.each([
  ['written', written],
  ['built', built],
] as const)('no expression that is %s backtracks without a bound, over 1 MB made from its own parts', (_how, all) => {
  test.each([...new Set(all.map(({ file }) => file))])('in %s', { timeout: 300_000 }, (file) => {
    expect(slowIn(all.filter((each) => each.file === file))).toEqual([]);
  });
});

describe('what is bounded', () => {
  test('is there', () => {
    const gone = bounded.filter(
      ([at, start]) =>
        !written.some(({ file, expression }) => file.endsWith(at) && expression.source.startsWith(start)),
    );
    expect(gone).toEqual([]);
  });

  test('sees no more of hostile documents than it is said to', { timeout: 300_000 }, async () => {
    const bounds = new Map(
      written.flatMap(({ file, expression }) => {
        const bound = boundOf(file, expression);
        return bound === null ? [] : [[`${expression}`, bound] as const];
      }),
    );
    const check = await checking();
    const over = new Set<string>();
    // oxlint-disable-next-line typescript/unbound-method
    const { exec } = RegExp.prototype;
    const replaceExec = (value: typeof exec) =>
      // oxlint-disable-next-line no-extend-native
      Object.defineProperty(RegExp.prototype, 'exec', { value, writable: true, configurable: true });
    replaceExec(function seen(this: RegExp, text) {
      const bound = bounds.get(`${this}`);
      if (bound !== undefined && text.length > bound) over.add(`${this} sees ${text.length}`);
      return exec.call(this, text);
    });
    try {
      for (const textOf of Object.values(longTexts)) check(textOf(9_000));
    } finally {
      replaceExec(exec);
    }
    expect([...over]).toEqual([]);
  });
});

describe('the trial itself', () => {
  test.each([
    ['an exponential loop', /^(?:a|aa)+$/],
    ['a loop in a loop', /^(?:x{2,}|-)+$/i],
    ['blanks before an end', /\s+$/],
    ['two loops over the same', /^\d+\d+$/],
    ['a loop before what never comes', /<!--[^>]*-->/g],
    ['lines that look ahead over lines', /^\|[^\n]*\n(?=\|[\s:|-]+$)/gm],
  ])('finds %s', (_what, expression) => {
    expect(slowIn([{ file: 'here', expression }])).toHaveLength(1);
  });

  test.each([[/(?<!\s)\s+$/], [/^(?:x{2,}(?!x)|-)+$/i], [/\d{1,3}%/g], [/[^a]*a/y]])('lets %s be', (expression) => {
    expect(slowIn([{ file: 'here', expression }])).toEqual([]);
  });
});
