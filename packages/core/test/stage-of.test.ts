import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, stageNames, stageOf } from '../src/index.ts';

function stageWith(line: string): string {
  return stageOf(read(`# Lift stuck\n\n${line}\n\n## Summary\n\nIt stood.\n`));
}

describe('the stage of a document is told by its status', () => {
  test.each([
    ['**Status:** Draft', 'draft'],
    ['**Status:** In review', 'review'],
    ['**Status:** Under review by the platform team', 'review'],
    ['**Status:** Published', 'published'],
    ['**Status:** Final', 'published'],
    ['**Document status:** APPROVED', 'published'],
    ['**Status:** Reviewed', 'published'],
    ['**Status:** Entwurf', 'draft'],
    ['**Status:** Veröffentlicht', 'published'],
    ['**Status:** In Prüfung', 'review'],
    ['**Status:** Publié', 'published'],
    ['**Estado:** En revisión', 'review'],
  ])('%s', (line, stage) => {
    expect(stageWith(line)).toBe(stage);
  });

  test.each([
    ['no status', ''],
    ['the status of the incident', '**Status:** Resolved'],
    ['the options of a template', '**Status:** [Draft / In Review / Published]'],
    ['a word that only begins alike', '**Document status:** Finally calm'],
  ])('%s tells nothing, so it is a draft', (_what, line) => {
    expect(stageWith(line)).toBe('draft');
  });

  test('any words give a stage', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        expect(stageNames).toContain(stageWith(`**Document status:** ${words}`));
      }),
    );
  });
});
