import { describe, expect, test } from 'vitest';
import type { Causes } from '../src/index.ts';
import { plainValues, read } from '../src/index.ts';
import { postmortemOf, short } from './reading.ts';

function causes(body: string): Causes {
  return postmortemOf(`# Tills offline\n\n${body}\n`).causes;
}

/** The whys as pairs of question and answer. */
function whys(body: string): readonly (readonly string[])[] {
  return causes(body).whys.map(({ question, answer }) => [short(question), short(answer)]);
}

const chain = [
  ['Why did the tills go offline?', 'The disk was full'],
  ['Why was the disk full?', 'Logs were never deleted'],
  ['Why were they never deleted?', 'Nobody had asked for it'],
];

describe('the chain of whys is found in every form', () => {
  test.each<[string, string]>([
    [
      'bold questions in a numbered list',
      '## 5 Whys\n\n1. **Why did the tills go offline?** The disk was full\n2. **Why was the disk full?** Logs were never deleted\n3. **Why were they never deleted?** Nobody had asked for it',
    ],
    [
      'plain questions',
      '## Five Whys\n\n1. Why did the tills go offline? The disk was full\n2. Why was the disk full? Logs were never deleted\n3. Why were they never deleted? Nobody had asked for it',
    ],
    [
      'questions with dashes',
      '## 5 Whys\n\n- **Why did the tills go offline?** — The disk was full\n- **Why was the disk full?** — Logs were never deleted\n- **Why were they never deleted?** — Nobody had asked for it',
    ],
    [
      'questions with arrows',
      '## 5 Whys\n\n1. Why did the tills go offline? → The disk was full\n2. Why was the disk full? → Logs were never deleted\n3. Why were they never deleted? → Nobody had asked for it',
    ],
    [
      'answers nested below',
      '## 5 Whys\n\n1. **Why did the tills go offline?**\n   - Answer: The disk was full\n\n2. **Why was the disk full?**\n   - Answer: Logs were never deleted\n\n3. **Why were they never deleted?**\n   - Answer: Nobody had asked for it',
    ],
    [
      'answers nested below without a label',
      '## 5 Whys\n\n1. Why did the tills go offline?\n   - The disk was full\n2. Why was the disk full?\n   - Logs were never deleted\n3. Why were they never deleted?\n   - Nobody had asked for it',
    ],
    [
      'a table',
      '## 5 Whys\n\n| # | Why | Answer |\n|---|---|---|\n| 1 | Why did the tills go offline? | The disk was full |\n| 2 | Why was the disk full? | Logs were never deleted |\n| 3 | Why were they never deleted? | Nobody had asked for it |',
    ],
    [
      'a table of two columns',
      '## 5 Whys\n\n| Question | Answer |\n|---|---|\n| Why did the tills go offline? | The disk was full |\n| Why was the disk full? | Logs were never deleted |\n| Why were they never deleted? | Nobody had asked for it |',
    ],
    [
      'under a bold label',
      '## Root Cause Analysis\n\n**5 Whys:**\n1. **Why did the tills go offline?** The disk was full\n2. **Why was the disk full?** Logs were never deleted\n3. **Why were they never deleted?** Nobody had asked for it',
    ],
    [
      'in the root cause section',
      '## Root cause\n\n1. Why did the tills go offline? The disk was full\n2. Why was the disk full? Logs were never deleted\n3. Why were they never deleted? Nobody had asked for it',
    ],
    [
      'under a heading with two topics',
      '## Root cause (5 whys)\n\n1. Why did the tills go offline? The disk was full\n2. Why was the disk full? Logs were never deleted\n3. Why were they never deleted? Nobody had asked for it',
    ],
  ])('%s', (_form, body) => {
    expect(whys(body)).toEqual(chain);
  });

  test('statements without questions are kept whole', () => {
    expect(whys('## 5 Whys\n\n1. The disk was full\n2. Logs were never deleted')).toEqual([
      ['The disk was full', '(absent)'],
      ['Logs were never deleted', '(absent)'],
    ]);
  });

  test('numbered sub-headings', () => {
    expect(whys('## Root cause\n\n### Why #1\n\nThe disk was full\n\n### Why #2\n\nLogs were never deleted')).toEqual([
      ['Why #1', 'The disk was full'],
      ['Why #2', 'Logs were never deleted'],
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'es',
      '## Causa raíz (5 porqués)\n\n1. ¿Por qué cayeron las cajas? El disco estaba lleno',
      ['¿Por qué cayeron las cajas?', 'El disco estaba lleno'],
    ],
    [
      'de',
      '## 5-Why-Analyse\n\n1. Warum waren die Kassen aus? Die Platte war voll',
      ['Warum waren die Kassen aus?', 'Die Platte war voll'],
    ],
    [
      'ja',
      '## なぜなぜ分析\n\n1. なぜレジが止まったのか？ ディスクが一杯だった',
      ['なぜレジが止まったのか？', 'ディスクが一杯だった'],
    ],
    ['zh', '## 五个为什么\n\n1. 为什么收银机离线？ 磁盘已满', ['为什么收银机离线？', '磁盘已满']],
  ])('in %s', (_language, body, pair) => {
    expect(whys(body)).toEqual([pair]);
  });

  test('a template’s whys are not answers', () => {
    expect(
      whys('## 5 Whys\n\n1. **Why did that happen?** [First level]\n   - Answer: [Contributing factor]')[0]?.[1],
    ).toBe('(placeholder)');
  });

  test('a list in a root cause section that asks nothing is no chain', () => {
    expect(whys('## Root cause\n\n- The disk was full\n- Logs were never deleted\n- Nobody had asked for it')).toEqual(
      [],
    );
  });
});

const factors = (body: string): readonly (readonly (string | undefined)[])[] =>
  causes(body).factors.map(({ text, kind }) => [short(text), kind]);

describe('contributing factors', () => {
  test.each<[string, string, readonly (readonly (string | undefined)[])[]]>([
    [
      'bullets',
      '## Contributing factors\n\n- Old disks\n- No alert',
      [
        ['Old disks', undefined],
        ['No alert', undefined],
      ],
    ],
    [
      'numbers',
      '## Contributing factors\n\n1. Old disks\n2. No alert',
      [
        ['Old disks', undefined],
        ['No alert', undefined],
      ],
    ],
    [
      'under a bold label',
      '## Root cause\n\n**Contributing Factors:**\n\n1. Old disks\n2. No alert',
      [
        ['Old disks', undefined],
        ['No alert', undefined],
      ],
    ],
    [
      'directly under a bold label',
      '## Root cause\n\n**Contributing Factors:**\n1. Old disks\n2. No alert',
      [
        ['Old disks', undefined],
        ['No alert', undefined],
      ],
    ],
    ['behind a label', '## Root cause\n\n**Contributing Factors:** Old disks', [['Old disks', undefined]]],
    [
      'with kinds',
      '## Contributing factors\n\n- **Technical**: Old disks\n- **Process**: No alert\n- **Human**: Holidays\n- **External**: Vendor closed',
      [
        ['Old disks', 'technical'],
        ['No alert', 'process'],
        ['Holidays', 'human'],
        ['Vendor closed', 'external'],
      ],
    ],
    [
      'with kinds and colons inside',
      '## Contributing factors\n\n- **Technical:** Old disks\n- **Human factors:** Holidays',
      [
        ['Old disks', 'technical'],
        ['Holidays', 'human'],
      ],
    ],
    [
      'with kinds in plain words',
      '## Contributing factors\n\n- Technical: Old disks\n- Process: No alert',
      [
        ['Old disks', 'technical'],
        ['No alert', 'process'],
      ],
    ],
    [
      'with kinds as sub-headings',
      '## Contributing factors\n\n### Technical\n\n- Old disks\n\n### Process\n\n- No alert',
      [
        ['Old disks', 'technical'],
        ['No alert', 'process'],
      ],
    ],
    [
      'a table',
      '## Contributing factors\n\n| Kind | Factor |\n|---|---|\n| Technical | Old disks |\n| Process | No alert |',
      [
        ['Old disks', 'technical'],
        ['No alert', 'process'],
      ],
    ],
    [
      'with a bold beginning',
      '## Contributing factors\n\n- **Old disks:** they were slow',
      [['Old disks: they were slow', undefined]],
    ],
    [
      'nested points belong to their factor',
      '## Contributing factors\n\n- Old disks\n  - since 2019\n- No alert',
      [
        ['Old disks', undefined],
        ['No alert', undefined],
      ],
    ],
  ])('%s', (_form, body, expected) => {
    expect(factors(body)).toEqual(expected);
  });

  test('prose is counted as none', () => {
    expect(
      plainValues(read('# Tills offline\n\n## Contributing factors\n\nThe disks were old.\n')).counts
        .contributingFactors,
    ).toBe(0);
  });

  test('a template’s factors are not known', () => {
    expect(
      plainValues(read('# Tills offline\n\n## Contributing factors\n\n1. [Factor 1]\n2. [Factor 2]\n')).counts
        .contributingFactors,
    ).toBe(0);
  });
});

describe('causes as told', () => {
  test('under headings', () => {
    const { whatHappened, whyItHappened } = causes(
      '## Root Cause Analysis\n\n### What Happened\n\nThe disk filled up.\n\n### Why It Happened\n\nNobody looked.',
    );
    expect([short(whatHappened), short(whyItHappened)]).toEqual(['The disk filled up.', 'Nobody looked.']);
  });

  test('under headings that ask', () => {
    const { whatHappened, whyItHappened } = causes(
      '## Root Cause Analysis\n\n### What happened?\nThe disk filled up.\n\n### Why did it happen?\nNobody looked.',
    );
    expect([short(whatHappened), short(whyItHappened)]).toEqual(['The disk filled up.', 'Nobody looked.']);
  });

  test('under labels', () => {
    const { immediate, root } = causes(
      '## Root Cause Analysis\n\n**Immediate Cause:**\nThe disk was full.\n\n**Root Cause:**\nNo limit on logs.',
    );
    expect([short(immediate), short(root)]).toEqual(['The disk was full.', 'No limit on logs.']);
  });

  test.each([
    ['## Root cause\n\nNo limit on logs.', 'No limit on logs.'],
    ['## Root cause\n\n**Primary Cause**: No limit on logs.', 'No limit on logs.'],
    ['**Root cause:** No limit on logs.', 'No limit on logs.'],
    ['| Root Cause | No limit on logs. |\n|---|---|\n| Severity | SEV2 |', 'No limit on logs.'],
    ['- **Root Cause**: No limit on logs.', 'No limit on logs.'],
    ['## Root cause\n\nNo limit on logs.\n\nNone on traces.', 'No limit on logs. None on traces.'],
  ])('the root cause of %j', (body, text) => {
    expect(short(causes(body).root)).toBe(text);
  });

  test.each([
    '## Trigger\n\nA till was restarted.',
    '**Trigger:** A till was restarted.',
    '## Root cause\n\nNo limit.\n\n### Trigger\n\nA till was restarted.',
  ])('the trigger of %j', (body) => {
    expect(short(causes(body).trigger)).toBe('A till was restarted.');
  });

  test('a template tells no causes', () => {
    const { root, whatHappened, immediate } = causes(
      '## Root Cause Analysis\n\n### What Happened\n\n[Detailed description]\n\n### Why It Happened\n\n**Immediate Cause:**\n[The direct technical cause]\n\n**Root Cause:**\n[The underlying failure - dig deep with "5 Whys"]',
    );
    expect([root.state, whatHappened.state, immediate.state]).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
