import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldId, incidentIdHints, languages, ownLanguage, read, valueOf } from '../src/index.ts';

const hints = incidentIdHints(languages);

describe('the id at the beginning of a document', () => {
  test.each([
    ['# Lift stuck\n\n**Incident ID:** INC-7\n', 'INC-7'],
    ['# Lift stuck\n\n- **Incident ID**: `INC-7`\n', 'INC-7'],
    ['# Lift stuck\r\n\r\nIncident ID: INC-7\r\n', 'INC-7'],
    ['\uFEFF# Lift stuck\n\n> Incident ID: [INC-7](https://example.org/7)\n', 'INC-7'],
    ['---\nincident_id: "INC-7"\n---\n\n# Lift stuck\n', 'INC-7'],
    ['# Lift stuck\n\n| Field | Value |\n|---|---|\n| Incident ID | INC-7 |\n', 'INC-7'],
    ['# Lift stuck\n\n**Date:** 2026-05-01 · **Incident ID:** INC-7 · **Severity:** SEV2\n', 'INC-7'],
    ['---\nincidentId: INC-7\n---\n\n# Lift stuck\n', 'INC-7'],
    ['# 障害報告\n\n**インシデント番号**：INC-7\n', 'INC-7'],
    ['# INC-2026-007: Lift stuck\n', 'INC-2026-007'],
    ['# Post-mortem: INC-2026-007 — Lift stuck\n', 'INC-2026-007'],
  ])('%j', (text, id) => {
    expect(hints(text, 'lift.md')).toEqual({ own: id, all: expect.arrayContaining([id]) });
    expect(valueOf(read(text).postmortem.incidentId)).toBe(id);
  });

  test.each([
    '# Lift stuck\n',
    '# Lift stuck\n\n**Incident ID:** [INC-XXX]\n',
    '# Lift stuck\n\n**Incident ID:**\n\n**Severity:** SEV2\n',
    '# Lift stuck\n\n```\nIncident ID: INC-7\n```\n',
    '# Lift stuck\n\n## Action items\n\n| ID | Action |\n|---|---|\n| AI-1 | Cap the queue |\n',
    '# Lift stuck\n\nThis was like INC-7: the doors did not open.\n',
    '',
  ])('is not guessed: %j', (text) => {
    expect(hints(text, 'lift.md')).toEqual({ own: null, all: [] });
  });

  test('may be known from the name of the file, which does not make it its own', () => {
    expect(hints('# Lift stuck\n', '2026-INC-0042-lift.md')).toEqual({
      own: null,
      all: expect.arrayContaining(['INC-0042']),
    });
  });

  test("is found under a team's own label", () => {
    const { language } = ownLanguage({ labels: { incidentId: ['Laufzettel'] } });
    const text = '# Lift stuck\n\nLaufzettel: 2026/7\n';
    expect(hints(text, 'lift.md').own).toBeNull();
    expect(incidentIdHints([language, ...languages])(text, 'lift.md').own).toBe('2026/7');
  });
});

test('law: whatever the text, an answer comes, short and from the text', () => {
  const word = fc.constantFrom(
    'Incident ID',
    ':',
    '|',
    '**',
    '\n',
    '#',
    ' INC-7 ',
    '```',
    '---',
    'ID',
    '·',
    '[',
    '](',
    '：',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { own, all } = hints(text, 'lift.md');
      for (const id of own === null ? all : [own, ...all]) expect(text).toContain(id);
    }),
  );
});

test.each(['|', ':', '**', 'ID: ', '# ', ' ', 'INC-1-', '`', 'Incident ID |', '[', '·'])(
  'a megabyte of %j takes no time',
  (piece) => {
    const pumped = piece.repeat(1_000_000 / piece.length);
    const start = performance.now();
    hints(pumped, 'lift.md');
    hints(`# ${pumped}`, pumped.slice(0, 250));
    expect(performance.now() - start).toBeLessThan(100);
  },
);

const corpus = path.join(import.meta.dirname, '../../../../shared/corpus/documents');

test.runIf(fs.existsSync(corpus))(
  'over real documents, it is nearly always the id that reading finds, never another',
  () => {
    const files = fs.readdirSync(corpus).filter((name) => name.endsWith('.md'));
    const counts = { same: 0, other: 0, missed: 0, only: 0 };
    for (const file of files) {
      const text = fs.readFileSync(path.join(corpus, file), 'utf8');
      const { incidentId } = read(text, { fileName: file }).postmortem;
      const id = incidentId.state === 'known' && incidentId.source !== 'fileName' ? foldId(incidentId.value) : null;
      const hint = hints(text, file).own;
      if (hint === null && id === null) continue;
      counts[hint === null ? 'missed' : id === null ? 'only' : foldId(hint) === id ? 'same' : 'other'] += 1;
    }
    expect(counts.other).toBe(0);
    expect(counts.same).toBeGreaterThan(counts.missed + counts.only);
  },
);
