import { describe, expect, test } from 'vitest';
import { type Place, read, type Splice } from '../src/index.ts';
import { applySplices } from '../src/write/index.ts';
import { differences, touches } from '../src/write/differences.ts';

const TEXT = `# Kites

**Severity:** SEV2
**Commander:** Bo

## Timeline

- 14:05 – Kite fell
- 14:20 – Line mended
- 14:30 – Kite up

## Action items

- [ ] Buy line (@bo)
- [ ] Check knots
`;

/** What reads differently once words that stand once in the text are others; `!` marks what was touched, `~` what follows. */
function changed(...edits: readonly (readonly [old: string, now: string])[]): readonly string[] {
  const splices = edits.map(([old, now]): Splice => {
    const from = TEXT.indexOf(old);
    if (from < 0 || TEXT.includes(old, from + 1)) throw new Error(`“${old}” should stand once`);
    return { from, to: from + old.length, insert: now };
  });
  return told(TEXT, splices);
}

function told(text: string, splices: readonly Splice[]): readonly string[] {
  let shift = 0;
  const after = splices.map(({ from, to, insert }): Place => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length };
  });
  const found = differences(read(text).postmortem, read(applySplices(text, splices)).postmortem, {
    before: splices,
    after,
  });
  return found.map(({ path, isTouched, isFollowing }) => `${path}${isFollowing ? '~' : isTouched ? '!' : ''}`);
}

describe('what reads differently', () => {
  test.each<readonly [string, readonly (readonly [string, string])[], readonly string[]]>([
    ['nothing', [], []],
    ['the same words', [['SEV2', 'SEV2']], []],
    ['a value of the header', [['SEV2', 'SEV1']], ['severity~']],
    ['a value taken away', [['SEV2', '']], ['severity!']],
    [
      'two values',
      [
        ['SEV2', 'SEV1'],
        ['Bo\n', 'Ana\n'],
      ],
      ['severity~', 'people.commander~'],
    ],
    ['the words of an event', [['Line mended', 'Line torn']], ['timeline[].text~']],
    ['an event that is gone', [['- 14:20 – Line mended\n', '']], ['timeline!']],
    ['an event that is new', [['mended\n', 'mended\n- 14:25 – Wind\n']], ['timeline!']],
    ['an owner', [['@bo', '@ana']], ['actionItems[].owners[]~']],
    ['an owner that is gone', [[' (@bo)', '']], ['actionItems[].owners~']],
    ['a box', [['[ ] Check', '[x] Check']], ['actionItems[].done~']],
    ['words that nothing is read from', [['# Kites\n', '# Kites\n\n<!-- note -->\n']], []],
  ])('%s', (_what, edits, expected) => {
    expect(changed(...edits)).toEqual(expected);
  });

  test('an item that grew at its end is the same item', () => {
    const at = TEXT.indexOf('Check knots') + 'Check knots'.length;
    expect(told(TEXT, [{ from: at, to: at, insert: ' (@ana)' }])).toEqual(['actionItems[].owners~']);
  });

  test('an item that grew at its start is the same item', () => {
    const text = '# K\n\n## Action items\n\nAction | Owner\n--- | ---\nBuy line | @bo\n';
    const at = text.indexOf('Buy line');
    expect(told(text, [{ from: at, to: at, insert: '✅ ' }])).toEqual(['actionItems[].done~']);
  });

  test('a row above another is a row more', () => {
    const at = TEXT.indexOf('- 14:20');
    expect(told(TEXT, [{ from: at, to: at, insert: '- 14:10 – Wind\n' }])).toEqual(['timeline!']);
  });

  test('an event that moved is neither more nor less', () => {
    const row = '- 14:05 – Kite fell\n';
    const from = TEXT.indexOf(row);
    const to = TEXT.indexOf('- 14:30');
    expect(
      told(TEXT, [
        { from, to: from + row.length, insert: '' },
        { from: to, to, insert: row },
      ]),
    ).toEqual([]);
  });

  test('a change far from what was touched is told as such', () => {
    const [one, other] = [
      read(TEXT).postmortem,
      read(TEXT.replace('SEV2', 'SEV1').replace('Check', 'Chuck')).postmortem,
    ];
    const found = differences(one, other, { before: [], after: [] });
    expect(found.map(({ path, isTouched, isFollowing }) => [path, isTouched, isFollowing])).toEqual([
      ['severity', false, false],
      ['actionItems[].text', false, false],
    ]);
  });

  test('what is worked out from other words is told as such', () => {
    const text = '# Kites — 2026-03-12\n\n## Timeline\n\n- 14:05 – Fell\n';
    const from = text.indexOf('12\n');
    const splice = { from, to: from + 2, insert: '13' };
    const [one, other] = [read(text).postmortem, read(applySplices(text, [splice])).postmortem];
    const found = differences(one, other, { before: [splice], after: [{ from, to: from + 2 }] });
    const derived = found.filter(({ isDerived }) => isDerived).map(({ path }) => path);
    expect(derived).toEqual(expect.arrayContaining(['date', 'timeline[].at']));
  });
});

describe('whether a place is touched', () => {
  test.each<readonly [Place, Place, boolean]>([
    [{ from: 2, to: 5 }, { from: 0, to: 2 }, false],
    [{ from: 2, to: 5 }, { from: 0, to: 3 }, true],
    [{ from: 2, to: 5 }, { from: 5, to: 7 }, false],
    [{ from: 2, to: 5 }, { from: 4, to: 7 }, true],
    [{ from: 2, to: 5 }, { from: 3, to: 3 }, true],
    [{ from: 2, to: 5 }, { from: 2, to: 2 }, false],
    [{ from: 2, to: 5 }, { from: 5, to: 5 }, false],
    [{ from: 2, to: 5 }, { from: 0, to: 9 }, true],
    [{ from: 2, to: 2 }, { from: 2, to: 2 }, true],
    [{ from: 2, to: 2 }, { from: 0, to: 2 }, true],
    [{ from: 2, to: 2 }, { from: 3, to: 4 }, false],
  ])('%j by %j: %j', (place, range, expected) => {
    expect(touches(place, [range])).toBe(expected);
  });

  test('by no range it never is', () => {
    expect(touches({ from: 0, to: 9 }, [])).toBe(false);
  });
});
