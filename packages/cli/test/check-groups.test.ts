import { describe, expect, test } from 'vitest';
import { readSettings } from '../../core/src/workspace/read-settings.ts';
import { checkHouseOf, houseLevels } from '../../core/src/index.ts';
import { ruleNameProblems } from '../src/rule-name-problems.ts';
import { debrief, folderWith } from './command.ts';

async function levelsFor(yaml: string) {
  const { settings, messages } = readSettings(yaml);
  const house = checkHouseOf(settings, { zone: null, now: 0 });
  const levels = {
    draft: houseLevels(house, 'draft'),
    review: houseLevels(house, 'review'),
    published: houseLevels(house, 'published'),
  };
  return { levels, messages, problems: await ruleNameProblems(settings) };
}

describe('levels of groups', () => {
  test.each(['complete', 'consistent', 'blameless', 'action', 'structure'])(
    '%s takes each level, at each stage',
    async (group) => {
      for (const level of ['error', 'warning', 'info', 'off']) {
        const always = await levelsFor(`rules:\n  ${group}: ${level}\n`);
        expect({ ...always, levels: null }).toEqual({ levels: null, messages: [], problems: [] });
        const staged = await levelsFor(
          `rules:\n  ${group}: ${level === 'info' ? 'off' : 'info'}\nstages:\n  review:\n    ${group}: ${level}\n`,
        );
        expect({ ...staged, levels: null }).toEqual({ levels: null, messages: [], problems: [] });
        for (const levels of [...Object.values(always.levels), staged.levels.review]) {
          expect(new Set(Object.values(levels))).toEqual(new Set([level]));
          expect(Object.keys(levels).every((id) => id.startsWith(`${group}/`))).toBe(true);
        }
        expect(Object.values(staged.levels.draft)).not.toContain(level);
      }
    },
  );

  test('a rule counts before its group, and a stage before both', async () => {
    const { levels } = await levelsFor(
      'rules: { complete/title: error, complete: info }\nstages: { draft: { complete: off }, review: { complete/title: warning } }\n',
    );
    expect(
      [levels.draft, levels.review, levels.published].map((each) => [each['complete/title'], each['complete/summary']]),
    ).toEqual([
      ['off', 'off'],
      ['warning', 'info'],
      ['error', 'info'],
    ]);
  });

  test('a group does not wake a rule that is off unless asked for; its own name does', async () => {
    const rule = 'action/cause-without-action';
    expect((await levelsFor('rules: { action: error }\n')).levels.review[rule]).toBeUndefined();
    expect((await levelsFor(`rules: { action: error, ${rule}: info }\n`)).levels.review[rule]).toBe('info');
  });

  test.each([
    ['rules: { blamless: off }', 'debrief.yaml: rules: there is no rule “blamless”; did you mean “blameless”?'],
    [
      'stages: { draft: { completeness: off } }',
      'stages.draft: there is no rule “completeness”; did you mean “complete”?',
    ],
    ['stages: { drafts: { complete: off } }', '“drafts” is not a key of “stages”; did you mean “draft”?'],
    ['rules: { blameless: false }', '“rules.blameless” takes one of: error, warning, info, off.'],
    ['rules: { blameless: loud }', '“rules.blameless” takes one of: error, warning, info, off.'],
  ])('%s gets a message', (yaml, message) => {
    const folder = folderWith({ 'debrief.yaml': `${yaml}\n`, 'a.md': '# Lift stuck\n' });
    const { stderr, status } = debrief(folder, ['check', 'a.md', '--no-cache']);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
