import { rules } from '@debrief/core';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const explain = (...names: readonly string[]): ReturnType<typeof debrief> =>
  debrief(folderWith({}), ['explain', ...names]);

describe('debrief explain RULE', () => {
  test('tells what it looks for, why, what it asks, and how to weigh or silence it', () => {
    const { stdout, status } = explain('complete/action-owner');
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'complete/action-owner\n  An action item that nobody owns.',
        'Why\n  An item with an owner gets done; one that belongs to everybody waits for somebody.',
        'It asks\n  Which team or role can change this part of the system, and knows that it will?',
        'Levels\n  draft: info\n  review: error\n  published: error',
        'Choose\n  In debrief.yaml, rules: { complete/action-owner: off }',
        'Silence it in one place\n  <!-- debrief-ignore complete/action-owner: the reason -->',
        'Sources\n  Google, The Site Reliability Workbook, chapter 10\n',
      ].join('\n\n'),
    );
  });

  test('knows it by the name of its file', () => {
    expect(explain('unclosed-fence').stdout).toMatch(/^structure\/unclosed-fence\n/);
    expect(explain('Structure/Unclosed-Fence').stdout).toMatch(/^structure\/unclosed-fence\n/);
  });

  test('lists the rules without a name, below the metrics', () => {
    const { stdout } = explain();
    for (const { id } of rules) expect(stdout).toMatch(new RegExp(`^${id} +\\S`, 'm'));
    expect(stdout.indexOf('time-to-detect')).toBeLessThan(stdout.indexOf('complete/title'));
  });

  test('says which rule is near one that there is not', () => {
    const { stderr, status } = explain('complete/action-ower');
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean “complete/action-owner”?');
  });
});
