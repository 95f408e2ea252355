import { describe, expect, test } from 'vitest';
import { fold, foldHeading } from '../src/vocabulary/index.ts';

describe('fold brings spellings together', () => {
  test.each([
    ['Root Cause', 'root cause'],
    ['ROOT CAUSE', 'root cause'],
    ['Root cause:', 'root cause'],
    ['Root cause ：', 'root cause'],
    ['  Root   cause  ', 'root cause'],
    ['Root-cause', 'root cause'],
    ['root_cause'.replace('_', ' '), 'root cause'],
    ['🎯 Lessons Learned', 'lessons learned'],
    ['Lessons Learned 🎉🎉', 'lessons learned'],
    ['⏱️ Timeline', 'timeline'],
    ["What Didn't Work", 'what didnt work'],
    ['What Didn’t Work', 'what didnt work'],
    ['Service(s) Affected', 'service affected'],
    ['Ursache(n)', 'ursache'],
    ['Cronología', 'cronologia'],
    ['Résumé', 'resume'],
    ['Línea de tiempo', 'linea de tiempo'],
    ['Ações', 'acoes'],
    ['Maßnahmen', 'maßnahmen'],
    ['Oppfølging', 'oppfølging'],
    ['**Impact**', 'impact'],
    ['`Impact`', 'impact'],
    ['Impact (users)', 'impact users'],
    ['Detection & Response', 'detection response'],
    ['影響：', '影響'],
    ['タイムライン', 'タイムライン'],
    ['ガバナンス', 'ガバナンス'],
    ['Ｔｉｍｅｌｉｎｅ', 'timeline'],
    ['时间线 ⏰', '时间线'],
    ['', ''],
    ['🔥', ''],
    ['—', ''],
  ])('%j → %j', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test.each(['Root cause', 'Données à l’œil', '影響範囲', 'Oppfølging & tiltak', '3.1 What went well?'])(
    'folding %j twice changes nothing',
    (written) => {
      expect(fold(fold(written))).toBe(fold(written));
    },
  );

  test('composed and decomposed accents are one spelling', () => {
    expect(fold('Cronologi\u0301a')).toBe(fold('Cronolog\u00eda'));
  });
});

describe('foldHeading drops a leading number', () => {
  test.each([
    ['1. Summary', 'summary'],
    ['1) Summary', 'summary'],
    ['3.1 Root cause', 'root cause'],
    ['3.1. Root cause', 'root cause'],
    ['2.4.1 Root cause', 'root cause'],
    ['A. Technical details', 'technical details'],
    ['IV. Impact', 'impact'],
    ['📋 2. Impact', 'impact'],
    ['**2.** Impact', 'impact'],
    ['1、概要', '概要'],
    ['１．概要', '概要'],
  ])('%j → %j', (written, folded) => {
    expect(foldHeading(written)).toBe(folded);
  });

  test.each([
    ['5 Whys', '5 whys'],
    ['30-day review', '30 day review'],
    ['404 errors', '404 errors'],
    ['2026-03-01', '2026 03 01'],
    ['12:30 First alert', '12 30 first alert'],
    ['I think it was DNS', 'i think it was dns'],
  ])('a number that belongs to the words stays: %j → %j', (written, folded) => {
    expect(foldHeading(written)).toBe(folded);
  });
});
