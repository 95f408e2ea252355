import fs from 'node:fs';
import path from 'node:path';
import { type CheckContext, languages, type Rule, type SectionName, sectionNames } from '../src/index.ts';

const folder = path.join(import.meta.dirname, '../src/check');

/** What the doc comment of a rule says: one sentence what it looks for, and examples. */
export interface RuleComment {
  readonly about: string;
  readonly finds: readonly RuleExample[];
  readonly passes: readonly RuleExample[];
}

export interface RuleExample {
  /** The canonical section in which the words stand, or `document` where they are a whole one. */
  readonly where: SectionName | 'document';
  /** As written in the comment. */
  readonly written: string;
  /** A whole document. */
  readonly text: string;
  /** The words that the finding points to, where the example says so. */
  readonly slice: string | null;
}

/** What decides, beside the text, what the examples give. */
export const exampleContext: Partial<CheckContext> = {
  stage: 'published',
  people: ['Priya Rao', '@mchen'],
  teams: ['Platform', 'Payments'],
  knownIncidents: new Set(['INC-2026-014']),
  idElsewhere: (id) => (id === 'inc-2026-077' ? { names: ['2026/queue-full.md'], count: 1 } : null),
};

/** Reads the doc comment of a rule's const. Throws where the file, the comment or the form of an example is wrong. */
export function commentOf({ id }: Pick<Rule, 'id'>): RuleComment {
  const file = path.join(folder, `${id}.ts`);
  const source = fs.readFileSync(file, 'utf8');
  const rule = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+: Rule = /.exec(source)?.[1];
  if (rule === undefined) throw new Error(`${id}: its const has no doc comment of several lines`);
  const lines = rule.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const first = lines.findIndex((line) => line.startsWith('@') || line === '');
  return {
    about: lines.slice(0, first).join(' '),
    finds: examplesIn(id, lines, '@finds '),
    passes: examplesIn(id, lines, '@passes '),
  };
}

function examplesIn(id: string, lines: readonly string[], tag: string): readonly RuleExample[] {
  return lines.filter((line) => line.startsWith(tag)).map((line) => exampleIn(id, line.slice(tag.length)));
}

const SLICE = ' ⟶ ';

function exampleIn(id: string, line: string): RuleExample {
  const cut = line.lastIndexOf(SLICE);
  const [words, slice] = cut < 0 ? [line, null] : [line.slice(0, cut), decoded(line.slice(cut + SLICE.length))];
  const colon = words.indexOf(':');
  const where = ['document' as const, ...sectionNames].find((name) => name === words.slice(0, colon));
  if (where === undefined) throw new Error(`${id}: “${line.slice(0, 60)}” names no section`);
  const written = words.slice(colon + 1).replace(/^ /, '');
  return { where, written, slice, text: where === 'document' ? decoded(written) : within(where, decoded(written)) };
}

/** `\n`, `\r`, `\t` and `\u{2028}` are what they are in code; `⟪> ×300⟫` is `> ` three hundred times. */
function decoded(written: string): string {
  return written
    .replaceAll(/⟪([^⟪⟫]*)×(\d+)⟫/g, (_, words: string, times: string) => words.repeat(Number(times)))
    .replaceAll('\\n', '\n')
    .replaceAll('\\r', '\r')
    .replaceAll('\\t', '\t')
    .replaceAll(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** A small document in which a sentence stands in a section. */
function within(name: SectionName, sentence: string): string {
  const heading = languages.find(({ code }) => code === 'en')?.sections[name]?.[0] ?? name;
  const isListed = name === 'actionItems' || name === 'timeline';
  return `# Lift stuck\n\n## ${heading}\n\n${isListed ? '- ' : ''}${sentence}\n`;
}
