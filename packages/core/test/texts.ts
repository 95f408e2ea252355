import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

const folder = path.join(import.meta.dirname, 'fixtures');

/** The texts of all fixtures, by file name. */
export const fixtures: readonly (readonly [name: string, text: string])[] = globSync('*.md', { cwd: folder })
  .toSorted()
  .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);

const MARKS =
  '| || ** * __ _ [ ] ]( ]: [^1] ` `` ``` ~~~ ~~ <!-- --> < > <br> </details> \\ &amp; &#0; : - + 1. # #### === --- {{ }} @ / ~';
const SPACES = ['\t', '    ', '\u00a0', '\u3000', '\u2028', '\u0085', '\v', '\f'];
const STRANGE = [
  '🚨',
  '👩‍🚒',
  '障害',
  '影响',
  '：',
  '｜',
  'é',
  'e\u0301',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\u0000',
  '\u0007',
  '\u001b[31m',
];
const LONE_SURROGATES = ['\ud800', '\udbff', '\udc00', '\udfff'];
const LINE_ENDS = ['\n', '\n\n', '\r\n', '\r', '\n\r'];

/** UTF-16 units as they come, half characters among them. */
const units = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff)), { maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes));

const inserted = fc.oneof(
  fc.constantFrom(...MARKS.split(' '), ...SPACES, ...STRANGE, ...LONE_SURROGATES, ...LINE_ENDS),
  fc.string({ unit: 'binary', maxLength: 8 }),
  units,
);

/** One change to a text. `at` and `to` say where, as a share of its length. */
type Change = (text: string, at: number, to: number, insert: string) => string;

const CHANGES: Readonly<Record<string, Change>> = {
  deleteLines: (text, at, to) => byLine(text, (lines) => lines.toSpliced(index(lines, at), 1 + Math.floor(to * 3))),
  duplicateLine: (text, at, to) =>
    byLine(text, (lines) => lines.toSpliced(index(lines, to), 0, lines[index(lines, at)] ?? '')),
  swapLines: (text, at, to) =>
    byLine(text, (lines) => {
      const [one, other] = [index(lines, at), index(lines, to)];
      return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
    }),
  insert: (text, at, _to, insert) => spliced(text, at, at, insert),
  replace: (text, at, to, insert) => spliced(text, at, Math.min(1, at + to / 20), insert),
  startLine: (text, at, _to, insert) =>
    byLine(text, (lines) => lines.with(index(lines, at), insert + (lines[index(lines, at)] ?? ''))),
  endLine: (text, at, _to, insert) =>
    byLine(text, (lines) => lines.with(index(lines, at), (lines[index(lines, at)] ?? '') + insert)),
  indent: (text, at, to) =>
    byLine(text, (lines) =>
      lines.with(index(lines, at), ' '.repeat(1 + Math.floor(to * 6)) + (lines[index(lines, at)] ?? '')),
    ),
  lineEnds: (text, at) => text.replaceAll('\n', LINE_ENDS[Math.floor(at * LINE_ENDS.length)] ?? '\n'),
  cutOff: (text, at) => text.slice(0, Math.floor(at * text.length)),
  cutInto: (text, at) => text.slice(Math.floor((at * text.length) / 4)),
  append: (text, at, to) => text + text.slice(Math.floor(at * text.length), Math.floor((at + to) * text.length)),
};

function byLine(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

function index(lines: readonly string[], share: number): number {
  return Math.min(lines.length - 1, Math.floor(share * lines.length));
}

function spliced(text: string, at: number, to: number, insert: string): string {
  return text.slice(0, Math.floor(at * text.length)) + insert + text.slice(Math.floor(to * text.length));
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true, noDefaultInfinity: true });
const change = fc.record({ name: fc.constantFrom(...Object.keys(CHANGES)), at: share, to: share, insert: inserted });

/** A fixture with a few things done to it that a person, an editor or a bad export might have done. */
export const changedFixtures: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([[, text], changes]) =>
    changes.reduce((sofar, { name, at, to, insert }) => CHANGES[name]?.(sofar, at, to, insert) ?? sofar, text),
  );

function oneOf(list: string): fc.Arbitrary<string> {
  return fc.constantFrom(...list.split('·').map((each) => each.trim()));
}

const topic = oneOf(`
  Summary · Impact · Timeline · Timeline (CET) · Chronologie (heure de Nouméa) · Root cause · 5 Whys · Detection · Metrics ·
  Contributing factors · Resolution · What went well · Where we got lucky · Lessons learned · Action items · Prevention ·
  Related incidents · Evidence · Follow-up · Sign-off · Cronología · Ursache · Aksjoner · 再発防止策 · 时间线 · Kites ·
  🔥 Impact: · 3. Timeline · Incident 1 · Incident 2 · Causa raiz · Overview`);
const label = oneOf(`
  Date · Severity · Status · Authors · Incident Commander · Duration · Time to detect · Owner · Due · Priority · Ticket ·
  Impact · Summary · Root cause · Started · Detected · Resolved · Fecha · Gravité · Datum · 発生日時 · 严重程度 · Weather ·
  Incident ID · Services · Reviewers · Version · Trigger · Answer · Action 1 · Action Item · Why 2`);
const time = oneOf(`
  14:05 · 9:30 AM · 14.05 · 14:05 UTC · 2026-03-01 14:05 · 2026-03-01T14:05:07Z · ~14:05 · 14:05–14:20 · HH:MM · 25:61 ·
  14:05 - 14:20 CET · 00:10 · 1 March 2026 · March 1st, 2026 · 1. März 2026 · 3 février 2026 · 3 de marzo de 2026 ·
  01.03.2026 14:05 · 03/04/2026 · 31.02.2026 · 2026-13-01 · mars 2026 · 3月1日 14時05分 · T+5 · +10m · around noon ·
  2026-03-01 · Mar 1, 23:59 · 14h05 · Feb 2-5 · 2 to 22 February 2026`);
const value = fc.oneof(
  time,
  oneOf(`
    SEV2 · P0/P1/P2 · [Name] · TBD · n/a · X minutes · 2 hours 15 minutes · 1h 12m · 5280 · Resolved · Ana Pérez, Bo · @chi ·
    [KITE-7](https://kite.example/KITE-7) · INC-2026-007 · 13.33 min · ☑ yes ☐ no · INC-YYYYMMDD-### · 42 % · ~300 users ·
    \`fly kites\` · 1.2 M€ · — · 凧が落ちた · [^1] · (Ana Pérez) · Mend the kite (@chi, KITE-7) · Ana to mend the kite by Friday`),
  fc.constant(''),
  fc.lorem({ maxCount: 6 }),
  inserted,
);
const words = fc.oneof(
  fc.lorem({ maxCount: 8 }),
  value,
  fc.tuple(value, value).map((parts) => parts.join(' ')),
);
const gap = fc.constantFrom(' ', '  ', '\t', '');
const cells = fc.array(fc.oneof(words, time, label), { maxLength: 5 });

const line: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), gap, fc.oneof(topic, words))
    .map(([n, space, t]) => '#'.repeat(n) + space + t),
  fc.tuple(topic, fc.constantFrom('===', '---', '=')).map(([t, under]) => `${t}\n${under}`),
  fc.tuple(label, value).map(([name, v]) => `**${name}:** ${v}`),
  fc.tuple(label, value).map(([name, v]) => `**${name}**: ${v}`),
  fc.tuple(label, fc.constantFrom(':', ' :', '：', ' -', ''), value).map(([name, colon, v]) => name + colon + v),
  fc
    .tuple(fc.nat(9), fc.constantFrom('-', '*', '+', '1.', '2)', '- [ ]', '- [x]', '☐'), gap, words)
    .map(([indent, mark, space, w]) => ' '.repeat(indent) + mark + space + w),
  fc.tuple(fc.nat(6), label, value).map(([indent, name, v]) => `${' '.repeat(indent)}- **${name}:** ${v}`),
  fc
    .tuple(fc.constantFrom('', '- ', '| ', '> ', '**'), time, fc.constantFrom(' - ', ': ', ' — ', ' | ', ' '), words)
    .map((parts) => parts.join('')),
  fc.tuple(gap, cells).map(([space, row]) => `|${row.map((cell) => space + cell + space).join('|')}|`),
  fc
    .tuple(
      fc.constantFrom('| When | What |', '| Time (UTC) | Event | Who |', '| Action | Owner | Due | Status |'),
      fc.array(cells, { maxLength: 4 }),
    )
    .map(([head, rows]) =>
      [head, head.replaceAll(/[^|]+/g, '---'), ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    ),
  fc.tuple(label, value).map(([name, v]) => `| **${name}** | ${v} |`),
  fc.tuple(fc.constantFrom('>', '> ', '>> '), words).map(([mark, w]) => mark + w),
  fc.constantFrom(
    '---',
    '***',
    '```',
    '```yaml',
    '~~~',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '[ref]: https://x.example',
  ),
  words,
  fc.constantFrom('', '', '', ' ', '\t'),
);

const frontMatter = fc
  .array(
    fc
      .tuple(
        fc.oneof(label, fc.constantFrom('title', 'date', 'times', '  detected', '- a', 'tags', '__proto__')),
        value,
      )
      .map(([name, v]) => `${name.toLowerCase()}: ${v}`),
    { maxLength: 5 },
  )
  .map((lines) => ['---', ...lines, '---', ''].join('\n'));

/** Headings, labels, lists, tables, times and front matter, in no order that makes sense. */
export const markdownLike: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(frontMatter, { nil: '' }),
    fc.array(line, { maxLength: 30 }),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n'),
    fc.constantFrom('', '\n'),
  )
  .map(([front, lines, between, end]) => front + lines.join(between) + end);

/** Any text at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(units, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(inserted, { maxLength: 60 }).map((parts) => parts.join('')),
);
