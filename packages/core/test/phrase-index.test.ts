import { describe, expect, test } from 'vitest';
import { findPhrases, isUnspaced } from '../src/vocabulary/index.ts';
import { indexPhrases } from '../src/vocabulary/phrase-index.ts';

const index = indexPhrases<string>([
  ['cause', 'rootCause'],
  ['root cause', 'rootCause'],
  ['root cause identified', 'diagnosed'],
  ['impact', 'impact'],
  ['原因', 'rootCause'],
  ['根本原因', 'rootCause'],
  ['影響', 'impact'],
]);

function phrasesIn(text: string): readonly string[] {
  return findPhrases(index, text).map(({ phrase }) => phrase);
}

describe('findPhrases', () => {
  test.each<[string, readonly string[]]>([
    ['impact', ['impact']],
    ['the root cause', ['root cause']],
    ['root cause identified', ['root cause identified']],
    ['root cause impact', ['root cause', 'impact']],
    ['impact and cause', ['impact', 'cause']],
    ['impact impact', ['impact', 'impact']],
    ['root impact', ['impact']],
    ['because', []],
    ['root causes', []],
    ['', []],
    ['根本原因と影響', ['根本原因', '影響']],
    ['影響', ['影響']],
    ['障害の原因', ['原因']],
  ])('%j holds %j', (text, phrases) => {
    expect(phrasesIn(text).toSorted()).toEqual([...phrases].toSorted());
  });

  test('it says at which word a phrase stands and how long it is', () => {
    expect(findPhrases(index, 'we saw the root cause')).toEqual([
      { phrase: 'root cause', value: 'rootCause', at: 3, words: 2 },
    ]);
  });

  test('in a script without spaces it counts characters', () => {
    expect(findPhrases(index, '障害の原因')).toEqual([{ phrase: '原因', value: 'rootCause', at: 3, words: 2 }]);
  });

  test('one word of a script without spaces does not stand inside a longer known one', () => {
    expect(phrasesIn('根本原因')).toEqual(['根本原因']);
  });
});

test.each([
  ['timeline', false],
  ['oppfølging', false],
  ['タイムライン', true],
  ['影响', true],
  ['SLO 影響', true],
  ['', false],
])('isUnspaced(%j) is %j', (text, unspaced) => {
  expect(isUnspaced(text)).toBe(unspaced);
});
