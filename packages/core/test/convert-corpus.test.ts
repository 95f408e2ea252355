import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { convert } from '../src/write/index.ts';
import { templates } from './templates.ts';

/** Real documents lie beside some checkouts; without them there is nothing to try. */
const documents = path.join(import.meta.dirname, '../../../../shared/corpus/documents');
const isThere = existsSync(documents);
const names = isThere ? globSync('*.md', { cwd: documents }).toSorted() : [];

/** Words of paragraphs, lists and the cells of tables, by a way of its own: headings, table headers and labels are form. */
function proseWords(markdown: string): readonly string[] {
  const lines = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\r?\n/);
  const prose = lines.filter(
    (line, at) => !/^\s*#{1,6}\s/.test(line) && !RULE.test(line) && !RULE.test(lines[at + 1] ?? ''),
  );
  return (
    prose
      .map(withoutLabel)
      .join('\n')
      .match(/\p{L}{4,}/gu) ?? []
  );
}

const RULE = /^\s*\|?[\s:|-]*-[\s:|-]*$/;

/** A bold or short word before a colon, after a bullet; and the first of two cells. */
function withoutLabel(line: string): string {
  const bare = line.replace(/^\s*(?:(?:[-*+>]|\d+[.)])\s+)?(?:\[[ xX]\]\s)?\s*/, '');
  if (/^\|[^|]*\|[^|]*\|\s*$/.test(bare)) return bare.replace(/^\|[^|]*\|/, '');
  return bare.replace(/^\*\*[^*]{1,60}\*\*\s*[:：]?|^[^:：]{1,40}[:：](?=\s|$|\P{ASCII})/u, '');
}

test.skipIf(!isThere)(
  'real documents keep each word of their prose in another template',
  () => {
    const known = [...templates.values()];
    const faults = names.flatMap((name, index) => {
      const text = readFileSync(path.join(documents, name), 'utf8');
      const target = known[index % known.length];
      if (target === undefined) return ['there is no template'];
      const { text: other, losses } = convert(read(text), target, { templates: known });
      const there = new Set(other.match(/\p{L}{4,}/gu));
      const missing = proseWords(text).filter((word) => !there.has(word));
      return [...losses.dropped, ...new Set(missing)].map((word) => `${name} → ${target.name}: ${word}`);
    });
    expect(faults).toEqual([]);
  },
  300_000,
);
