import { describe, expect, test } from 'vitest';
import { pointedTo } from './checked.ts';

const item = '- Replace the brake sensor';
const document = (body: string): string => `# Lift stuck\n\n## Action items\n\n${body}\n`;
const owners = (body: string): readonly string[] => pointedTo(document(body), {}, 'complete/action-owner');
const about = (body: string): readonly string[] => pointedTo(document(body), {}, 'structure/ignore');
const found = 'complete/action-owner warning: Replace the brake sensor';
const comment = '<!-- debrief-ignore complete/action-owner: the team is being formed -->';

describe('a comment silences one rule', () => {
  test.each([
    ['for the line below', `${comment}\n${item}`],
    ['for the block below an empty line', `${comment}\n\n${item}`],
    [
      'for the line on which it stands',
      `| Action | Owner |\n|---|---|\n| Oil the door | Building |\n| Replace the brake sensor | | ${comment}`,
    ],
    ['over several lines', `<!-- debrief-ignore complete/action-owner: the team\nis being formed -->\n${item}`],
    ['by its group', `<!-- debrief-ignore complete: the team is being formed -->\n${item}`],
    ['beside another', `${comment}\n<!-- debrief-ignore complete/action-due: it is done this week -->\n${item}`],
    ['in a table', `| Action | Owner |\n|---|---|\n| Replace the brake sensor ${comment} | |`],
    ['in a document with CRLF', `${comment}\r\n${item}`],
  ])('%s', (_how, body) => {
    expect(owners(body)).toEqual([]);
    expect(about(body)).toEqual([]);
  });

  test('and no other rule', () => {
    expect(pointedTo(document(`${comment}\n${item}`), {}, 'complete/action-due')).toHaveLength(1);
  });

  test('for a whole list, and not for what comes after it', () => {
    expect(owners(`${comment}\n${item}\n- Oil the door\n\nAnd later\n\n- Paint the cabin`)).toEqual([
      'complete/action-owner warning: Paint the cabin',
    ]);
  });

  test('for a heading, and not for what stands below it', () => {
    const text = `# Lift stuck\n\n<!-- debrief-ignore complete: told elsewhere -->\n## Action items\n\n${item}\n`;
    expect(pointedTo(text, {}, 'complete/action-owner')).toEqual([found]);
  });
});

describe('a comment does not silence', () => {
  test('without a reason, and says so', () => {
    for (const words of ['complete/action-owner', 'complete/action-owner:', 'complete/action-owner :  ']) {
      const body = `<!-- debrief-ignore ${words} -->\n${item}`;
      expect(owners(body)).toEqual([found]);
      expect(about(body)).toEqual([`structure/ignore-without-reason warning: <!-- debrief-ignore ${words} -->`]);
    }
  });

  test('a rule that does not exist, and says so', () => {
    expect(about(`<!-- debrief-ignore complete/action-owners: later -->\n${item}`)).toEqual([
      'structure/ignore-unknown warning: complete/action-owners',
    ]);
    expect(about(`<!-- debrief-ignore -->\n${item}`)).toEqual([
      'structure/ignore-unknown warning: <!-- debrief-ignore -->',
    ]);
  });

  test('what is not there, and says so', () => {
    expect(about(`${item}\n\n${comment}\nAll is well.`)).toEqual([
      `structure/ignore-without-effect warning: ${comment}`,
    ]);
  });

  test('from within code', () => {
    expect(about(`${item}\n\n\`\`\`\n<!-- debrief-ignore x: y -->\n\`\`\``)).toEqual([]);
    expect(about(`${item}\n\nWrite \`<!-- debrief-ignore x: y -->\` above it.`)).toEqual([]);
  });

  test('where it never ends', () => {
    expect(owners(`${item}\n\n<!-- debrief-ignore complete: later`)).toEqual([found]);
  });
});

test('one for a rule that is off here is not without effect', () => {
  const text = document(`${comment}\n${item}`);
  expect(pointedTo(text, { levels: { 'complete/action-owner': 'off' } }, 'structure/ignore')).toEqual([]);
});
