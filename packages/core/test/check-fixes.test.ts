import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckContext } from '../src/index.ts';
import { applySplices } from '../src/write/index.ts';
import { findingsIn } from './checked.ts';

/** A text after the fixes of one rule, and what the rule still finds then. */
function fixed(text: string, rule: string, context: Partial<CheckContext> = {}) {
  const of = (given: string) => findingsIn(given, context).filter((finding) => finding.rule === rule);
  const done = applySplices(
    text,
    of(text).flatMap(({ fix = [] }) => fix),
  );
  const again = of(done);
  return { found: of(text).length, done, left: again.length, more: again.flatMap(({ fix = [] }) => fix).length };
}

const IGNORE = '<!-- debrief-ignore complete/title: the wiki shows one -->';
const FENCE = 'structure/unclosed-fence';
const TABLE = 'structure/broken-table';
const IDLE = 'structure/ignore-without-effect';

const ENDS: Readonly<Record<string, string>> = { LF: '\n', CRLF: '\r\n', CR: '\r' };

describe.each(Object.entries(ENDS))('with line ends %s', (_name, end) => {
  const inEnds = (text: string): string => text.replaceAll('\n', end);

  test.each([
    ['alone above a heading', `# Lift\n\n${IGNORE}\n## Summary\n\nUp.\n`, '# Lift\n\n## Summary\n\nUp.\n'],
    ['alone at the end', `# Lift\n\nUp.\n\n${IGNORE}\n`, '# Lift\n\nUp.\n\n'],
    ['alone at the end, without a line end', `# Lift\n\nUp.\n\n${IGNORE}`, '# Lift\n\nUp.\n\n'],
    ['alone above a paragraph', `# Lift\n\n${IGNORE}\nUp.\n`, '# Lift\n\nUp.\n'],
    ['at the end of a line', `# Lift\n\nUp. ${IGNORE}\nAnd down.\n`, '# Lift\n\nUp.\nAnd down.\n'],
    ['at the end of a heading', `# Lift\n\n## Summary ${IGNORE}\n\nUp.\n`, '# Lift\n\n## Summary\n\nUp.\n'],
    [
      'over two lines',
      '# Lift\n\n<!-- debrief-ignore complete/title:\nthe wiki -->\n## Summary\n',
      '# Lift\n\n## Summary\n',
    ],
  ])('a comment without effect goes: %s', (_where, text, expected) => {
    expect(fixed(inEnds(text), IDLE)).toEqual({ found: 1, done: inEnds(expected), left: 0, more: 0 });
  });

  test('a fence is closed where the document ends with code', () => {
    const text = '# Lift\n\n~~~~ sh\nlift --status\n# all of it\nlift --up\n\n';
    expect(fixed(inEnds(text), FENCE)).toEqual({
      found: 1,
      done: inEnds(text.replace(/\n\n$/, '\n~~~~\n\n')),
      left: 0,
      more: 0,
    });
    const open = '# Lift\n\n```\nlift --status';
    expect(fixed(inEnds(open), FENCE)).toEqual({ found: 1, done: inEnds(`${open}\n\`\`\``), left: 0, more: 0 });
  });

  test('rows come back to their table', () => {
    const [head, rows] = [
      '# Lift\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:02 | It shook |\n',
      '| 10:04 | It stood |\n| 10:09 | Up |\n',
    ];
    for (const between of ['\n', '\n\n', ' \n\t\n']) {
      const text = inEnds(`${head}${between}${rows}\nAnd so on.\n`);
      expect(fixed(text, TABLE)).toEqual({ found: 1, done: inEnds(`${head}${rows}\nAnd so on.\n`), left: 0, more: 0 });
    }
  });
});

describe('nothing is done where it is not certain', () => {
  test.each([
    ['between two lists', `# Lift\n\n- up\n\n${IGNORE}\n\n- down\n`],
    ['between two paragraphs', `# Lift\n\nUp.\n${IGNORE}\nDown.\n`],
    ['in a quote', `# Lift\n\n> ${IGNORE}\n> Up.\n`],
    ['as an item', `# Lift\n\n- ${IGNORE}\n- up\n`],
    ['of a group', '# Lift\n\n<!-- debrief-ignore structure: as it was -->\n## Summary\n'],
    ['of what time brings', '# Lift\n\n<!-- debrief-ignore consistent/overdue: asked for -->\n## Summary\n'],
    ['of what publishing asks for', '# Lift\n\n<!-- debrief-ignore complete/sign-off: no one -->\n## Summary\n'],
  ])('a comment without effect stays: %s', (_where, text) => {
    expect(fixed(text, IDLE, { levels: { 'complete/sign-off': 'info' } })).toEqual({
      found: 1,
      done: text,
      left: 1,
      more: 0,
    });
  });

  test.each([
    '# Lift\n\n```\nlift --status\n\n## Summary\n\nIt stood.\n',
    '# Lift\n\n```\nlift --status\n## Summary\n',
    '# Lift\n\n```\n',
    '# Lift\n\n```',
    `# Lift\n\n\`\`\`\n${'lift --status\n'.repeat(400)}`,
  ])('a fence stays open: %j', (text) => {
    expect(fixed(text, FENCE)).toEqual({ found: 1, done: text, left: 1, more: 0 });
  });

  test.each([
    '| 10:04 | It stood\n',
    '10:04 | It stood\n',
    '| 10:04 | It `stood` |\n',
    '| 10:04 | It \\| stood |\n',
    '| 10:04 | It stood | long |\n',
  ])('rows stay apart: %j', (rows) => {
    const text = `# Lift\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:02 | It shook |\n\n${rows}`;
    expect(fixed(text, TABLE)).toMatchObject({ done: text, more: 0 });
  });
});

test('a comment for a rule about other documents has an effect where nobody can tell', () => {
  const text = '# Lift\n\n<!-- debrief-ignore consistent/unknown-post-mortem: it is in the archive -->\n## Summary\n';
  expect(fixed(text, IDLE).found).toBe(0);
  expect(fixed(text, IDLE, { knownIncidents: new Set(), levels: { consistent: 'info' } })).toMatchObject({
    found: 1,
    done: text,
  });
});

test('law: a fix takes its finding away, brings no other of its rule, and done again does nothing', () => {
  const pieces = [
    '# Lift\n',
    '\n',
    IGNORE,
    '- up\n',
    '> ',
    'Up. ',
    '## Timeline\n\n',
    '```\n',
    '~~~\n',
    'lift --up\n',
    '\r\n',
    '| a | b |\n',
    '|---|---|\n',
    '  ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      for (const rule of [IDLE, FENCE, TABLE]) {
        for (const { fix = [] } of findingsIn(text).filter((finding) => finding.rule === rule)) {
          if (fix.length === 0) continue;
          const count = (given: string): number => findingsIn(given).filter((finding) => finding.rule === rule).length;
          expect(count(applySplices(text, fix))).toBeLessThan(count(text));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test.each(['\n', '\r\n', ' \r\n', '\r', ' \t'])(
  'many %j in code and before a table take no time where something stands behind them',
  (piece) => {
    const blank = piece.repeat(3_000 / piece.length);
    const texts = [
      `# Lift\n\n\`\`\`\nlift${blank}up`,
      `# Lift\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n${blank}| 3 | 4 | 5 |\n`,
    ];
    const start = performance.now();
    for (const text of texts) findingsIn(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  },
);

test.each(['\n', ' \n', '| a ', '|\n', '`', '~~~\n', IGNORE, `${IGNORE}\n`, '|---|\n', '\r'])(
  'fixes of a long run of %j take no longer than the rest',
  (piece) => {
    const text = `# Lift\n\n| a | b |\n|---|---|\n\n${piece.repeat(200_000 / piece.length)}`;
    const start = performance.now();
    findingsIn(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);
