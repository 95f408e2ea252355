import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { blamelessRules } from '../src/check/blameless/rules.ts';
import { confusion, labelled } from './blameless-confusion.ts';
import { blamelessFindings, categoriesIn, documentWith } from './blameless-findings.ts';
import { sameTexts } from './same-text.ts';
import { fixtures } from './texts.ts';

const here = import.meta.dirname;
const given = path.join(here, '../../../../shared');
const own = labelled(readFileSync(path.join(here, 'blameless-sentences.jsonl'), 'utf8'));

describe('labelled sentences', () => {
  test('there are at least 150 of our own, half of them traps', () => {
    expect(own.length).toBeGreaterThanOrEqual(150);
    expect(own.filter(({ cat }) => cat.length === 0).length / own.length).toBeGreaterThan(0.45);
  });

  test('precision and recall per category', () => {
    const { rows, differences } = confusion(own);
    const table = rows.map(({ category, both, found, missed }) => {
      const share = (of: number): string => (of === 0 ? '–' : (both / of).toFixed(2));
      return `${category.padEnd(4)} precision ${share(both + found)} recall ${share(both + missed)} of ${both + missed}`;
    });
    console.log([...table, ...differences].join('\n'));
    const short = rows.filter(
      ({ both, found, missed }) => both === 0 || both / (both + found) < 0.9 || both / (both + missed) < 0.75,
    );
    expect(short).toEqual([]);
  });

  const source = path.join(given, 'reference/blameless.md');
  test.skipIf(!existsSync(source))('the thirty of the reference, where it is there', () => {
    const lines = readFileSync(source, 'utf8').split('```jsonl')[1]?.split('```')[0] ?? '';
    const wrong = labelled(lines).filter(({ section, text, cat }) => {
      const found = categoriesIn(documentWith(section, text));
      return cat.length === 0 ? found.length > 0 : !found.some((each) => cat.includes(each));
    });
    expect(wrong).toEqual([]);
  });
});

describe('examples in the comments of the rules', () => {
  const folder = path.join(here, '../src/check/blameless');
  for (const { id } of blamelessRules) {
    const comment = readFileSync(path.join(folder, `${id.slice('blameless/'.length)}.ts`), 'utf8');
    const examples = [...comment.matchAll(/^ \* @(finds|passes) (\w+): (.*?)(?: ⟶ (.*))?$/gm)];
    test.each(examples.map(([, kind, section, text, slice]) => [kind, section, text, slice] as const))(
      `${id} %s %s: %s`,
      (kind, section = '', text = '', slice) => {
        const whole = section === 'document' ? text.replaceAll('\\n', '\n') : documentWith(section, text);
        const found = blamelessFindings(whole).filter(({ rule }) => rule === id);
        expect(found.length > 0).toBe(kind === 'finds');
        const slices = found.map(({ place }) => whole.slice(place.from, place.to));
        expect(slices).toEqual(expect.arrayContaining(slice === undefined ? [] : [slice]));
      },
    );
    test(`${id} has at least two of each`, () => {
      expect(examples.filter(([, kind]) => kind === 'finds').length).toBeGreaterThanOrEqual(2);
      expect(examples.filter(([, kind]) => kind === 'passes').length).toBeGreaterThanOrEqual(2);
    });
  }
});

function levels(text: string): readonly string[] {
  return blamelessFindings(documentWith('cause', text)).map(({ level }) => level);
}

describe('whole documents', () => {
  const unfilled = fixtures.filter(([name]) => name.endsWith('-unfilled.md'));
  test('there are five templates', () => {
    expect(unfilled.length).toBe(5);
  });
  test.each(unfilled)('%s gives nothing', (_name, text) => {
    expect(blamelessFindings(text)).toEqual([]);
  });

  const prompts = globSync('../templates/*.md', { cwd: here }).toSorted();
  test.each(prompts)('%s gives nothing', (file) => {
    expect(blamelessFindings(readFileSync(path.join(here, file), 'utf8'))).toEqual([]);
  });

  const seeds = globSync('seeds/*.txt', { cwd: given }).toSorted();
  test.skipIf(seeds.length === 0)('the seeds give nothing, where they are there', () => {
    for (const seed of seeds) expect(blamelessFindings(readFileSync(path.join(given, seed), 'utf8'))).toEqual([]);
  });

  const documents = globSync('corpus/documents/*.md', { cwd: given });
  test.skipIf(documents.length === 0)('“failed to” said of software gives nothing in real documents', () => {
    const found = documents.flatMap((file) => {
      const text = readFileSync(path.join(given, file), 'utf8');
      return blamelessFindings(text)
        .map(({ place }) => text.slice(place.from, place.to))
        .filter((slice) => /failed to/i.test(slice) && !/^(?:we|i|he|she|they|\w+ engineers?|the team)\b/i.test(slice));
    });
    expect(found).toEqual([]);
  });

  test('names come from the roster and from the document', () => {
    const text = documentWith('cause', 'Zorblax pushed the change that removed the index.');
    expect(categoriesIn(text)).toEqual([]);
    expect(blamelessFindings(text, { people: ['Zorblax Quux'] }).map(({ rule }) => rule)).toEqual([
      'blameless/named-in-cause',
    ]);
    expect(blamelessFindings(documentWith('cause', '@kites pushed the change.'), { teams: ['@kites'] })).toEqual([]);
  });

  test('an explaining clause makes it an info', () => {
    expect(levels('The engineer missed the alert because the dashboard listed the old host.')).toEqual(['info']);
    expect(levels('The engineer missed the alert because she was careless.')).toContain('warning');
    expect(levels('The engineer missed the alert.')).toEqual(['warning']);
  });

  test('what is quoted, code, a log line or a heading is not checked', () => {
    const text =
      '# A\n\n## What we failed to test\n\n> We failed to test it.\n\n`we failed to test` it, “we should have paged” she said.\n\n```\nwe failed to test\n```\n';
    expect(blamelessFindings(text)).toEqual([]);
  });

  test('another language is told once, and nothing else', () => {
    const text =
      '# Ausfall\n\n## Ursache\n\nDer Dienst war nicht erreichbar, weil die Datenbank und der Dienst nicht sprachen. Human error, we failed to see it.\n';
    expect(blamelessFindings(text).map(({ rule, level }) => [rule, level])).toEqual([['blameless/language', 'info']]);
    expect(blamelessFindings('')).toEqual([]);
  });

  test.each(Object.entries(sameTexts))('with %s the same words are pointed at', (_way, rewritten) => {
    const text = rewritten(
      '# 🚨 障害\n\n## Root Cause\n\nThe 🪁 fell, and **we** failed to test\nthe `kite`.\n\n日本: The operator forgot the line.\n',
    );
    const slices = blamelessFindings(text).map(({ place }) => text.slice(place.from, place.to).replace(/\s+/g, ' '));
    expect(slices).toEqual(['we** failed to test', 'The operator forgot']);
  });

  test('a finding asks about the system, and is never an error', () => {
    for (const { section, text } of own) {
      for (const { level, message, question } of blamelessFindings(documentWith(section, text))) {
        expect(level).not.toBe('error');
        expect(question).toMatch(/\?/);
        expect(message.length).toBeLessThan(160);
      }
    }
  });
});

test.each([
  'we ',
  'should have ',
  'if only ',
  'had the ',
  'root cause of a ',
  'lack of ',
  'obvious ',
  'many ',
  'a '.repeat(30),
  'by @a ',
  '"',
  'not ',
  'because ',
  'training ',
  'make ',
  'Improve. ',
  'the team of ',
  'ab-',
  'caused by the ',
  'accidentally ',
  'wrong ',
  'a violation of ',
  'communication was very ',
  'We never ',
  'Greta de ',
  "Greta's ",
  'several ',
  'for the ',
])('%j a megabyte long', (part) => {
  const words = part.repeat(Math.ceil(1_000_000 / part.length));
  for (const section of ['cause', 'action', 'impact']) {
    const start = performance.now();
    blamelessFindings(documentWith(section, words));
    expect(performance.now() - start).toBeLessThan(4_000);
  }
  const sentences = `${part.repeat(Math.floor(900 / part.length))}. X `.repeat(1_000);
  for (const section of ['cause', 'action', 'impact']) {
    const start = performance.now();
    blamelessFindings(documentWith(section, sentences));
    expect(performance.now() - start).toBeLessThan(4_000);
  }
});
