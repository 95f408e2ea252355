/** Texts of any length that are hard on readers: what grows faster than the text shows in one of them. */
export const longTexts: Readonly<Record<string, (length: number) => string>> = {
  'a filled document, again and again': repeated(`
# Kite 7 down

**Date:** 2026-03-01
**Severity:** SEV2
**Incident Commander:** Ana Pérez
**Duration:** 1h 12m

## Timeline (UTC)

| Time | Event |
|------|-------|
| 14:05 | Kite falls |
| 14:20 | Ana pulls the \`line\` |

## Root cause

1. Why did it fall? No wind
2. Why was there no wind? Weather

## Action items

- [ ] Watch the wind ([KITE-7](https://kites.example/KITE-7))
  - **Owner:** Bo
  - **Due:** 2026-04-01
- [x] Buy a longer line (@chi)
`),
  'sections of one document': (length) =>
    `# Kite down\n${repeated('\n### What went well\n\n- The line held\n')(length)}`,
  'headings, each its own': numbered((n) => `## Kite ${n}\n`),
  'headings, all equal': repeated('## Timeline\n'),
  'headings one below the other': numbered((n) => `${'#'.repeat((n % 6) + 1)} Kite ${n}\n\ntext\n\n`),
  'underlined headings': numbered((n) => `Kite ${n}\n---\n`),
  'bold lines as headings': (length) => `Kites\n\n${repeated('**Root cause**\n\nNo wind\n\n')(length)}`,
  'one paragraph': repeated('The kite fell out of the sky and nobody knew why. '),
  'one paragraph of many lines': repeated('The kite fell out of the sky and nobody knew why\n'),
  'one word': repeated('kite'),
  paragraphs: repeated('The kite fell out of the sky.\n\n'),
  bullets: numbered((n) => `- kite ${n} fell\n`),
  'bullets apart': numbered((n) => `- kite ${n} fell\n\n`),
  numbers: numbered((n) => `${n}. kite fell\n`),
  'task boxes below action items': (length) =>
    `## Action items\n\n${numbered((n) => `- [ ] Mend kite ${n}\n`)(length)}`,
  'action items with many brackets': (length) =>
    `## Action items\n\n${repeated(`- ${'[Mend (the [kite] (@chi) '.repeat(40)}\n`)(length)}`,
  'one action item': (length) =>
    `## Action items\n\n- ${repeated('Ana to mend (the kite), due Friday [KITE-7]; ')(length)}`,
  'table rows': (length) => `| When | What |\n|---|---|\n${numbered((n) => `| 14:05 | kite ${n} fell |\n`)(length)}`,
  'rows of a timeline': (length) =>
    `# Kite\n\n**Date:** 2026-03-01\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${repeated('| 14:05 | The kite fell |\n')(length)}`,
  'events of a timeline': (length) =>
    `# Kite\n\n## Timeline\n\n${repeated('- 14:05 UTC - The kite was down\n')(length)}`,
  'rows of action items': (length) =>
    `## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n${numbered((n) => `| Mend kite ${n} | @chi | 2026-04-01 |\n`)(length)}`,
  'a wide table': (length) =>
    `${repeated('| a ')(length / 3)}|\n${repeated('|---')(length / 3)}|\n${repeated('| b ')(length / 3)}|\n`,
  tables: repeated('| Time | Event |\n|---|---|\n| 14:05 | The kite fell |\n\n'),
  'lists nested by their marks': repeated('- '),
  'lines of nested marks': repeated(`${'- '.repeat(90)}kite\n`),
  'lists nested by indentation': (length) => indented(Math.floor(Math.sqrt(length))),
  'lists nested ninety deep': repeated(indented(90)),
  quotes: repeated('>'),
  'lines of nested quotes': repeated(`${'> '.repeat(90)}kite\n`),
  'lines of a quote': repeated('> the kite fell\n'),
  'open brackets': repeated('['),
  'open links': repeated('[a]['),
  'half links': repeated('[a]('),
  'open pictures': repeated('![a]('),
  links: repeated('[kite](https://kites.example/7) '),
  'nested brackets': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  'brackets of many references': (length) => `${repeated('[kite] ')(length)}\n\n[kite]: https://kites.example\n`,
  'footnote marks': repeated('[^1]'),
  backticks: repeated('`'),
  'backticks in runs that grow': (length) =>
    Array.from({ length: Math.floor(Math.sqrt(length * 2)) }, (_run, n) => '`'.repeat(n + 1)).join(' a '),
  'open code': repeated('a ` b '),
  stars: repeated('*'),
  'open emphasis': repeated('*a **b'),
  'open underscores': repeated('_a '),
  'underscores in words': repeated('a_b__c '),
  tildes: repeated('~~a '),
  'open tags': repeated('<a '),
  'open tags with attributes': repeated('<a href="'),
  'closed tags': repeated('<b>kite</b> '),
  'open comments': repeated('<!-- '),
  'lines of open comments': repeated('<!-- kite\n\n'),
  comments: repeated('<!-- kite -->\n'),
  'open addresses': repeated('<https://kites.example '),
  details: repeated('<details>\n'),
  entities: repeated('&amp;&#0;&'),
  backslashes: repeated('\\'),
  'lines of labels': numbered((n) => `Kite ${n}: red\n`),
  'lines of known labels': repeated('**Severity:** SEV2\n'),
  'labels in one line': repeated('**Owner:** Bo '),
  'labels in one line, with pipes': repeated('**Date:** 2026-03-01 | '),
  'labels in a list': repeated('- **Impact:** none\n'),
  'labels in a table': repeated('| **Severity** | SEV2 |\n'),
  'bold without end': repeated('**Owner: '),
  colons: repeated(':'),
  'wide colons': repeated('：'),
  'reference definitions': numbered((n) => `[k${n}]: https://kites.example/${n}\n`),
  pipes: repeated('|'),
  'lines of pipes': repeated('|||\n'),
  'delimiter rows': repeated('|---|---|\n'),
  'front matter': (length) => `---\n${numbered((n) => `kite${n}: red\n`)(length)}---\n\n# Kite\n`,
  'front matter without end': (length) => `---\n${numbered((n) => `kite${n}: red\n`)(length)}`,
  'lines of dashes': repeated('---\n'),
  CRLF: repeated('The kite fell\r\n'),
  CR: repeated('\r'),
  newlines: repeated('\n'),
  spaces: repeated(' '),
  'lines of spaces': repeated(`${' '.repeat(500)}\n`),
  'spaces in a heading': (length) => `# Kite${repeated(' ')(length)}down\n`,
  'spaces behind a label': (length) => `**Date:**${repeated(' ')(length)}2026-03-01\n`,
  tabs: repeated('\t'),
  NUL: repeated('\0'),
  incidents: numbered(
    (n) => `# Incident ${n}: kite down\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 14:05 Kite fell\n\n`,
  ),
  digits: repeated('1234567890'),
  dates: repeated('2026-03-01 '),
  'dates as digits': repeated('01.03.'),
  times: repeated('14:05 '),
  'times and dashes': repeated('14:05-'),
  'lines of times': repeated('14:05\n'),
  durations: repeated('1h 12m '),
  'a duration': (length) => `**Duration:** ${repeated('1h ')(length)}\n`,
  months: repeated('March '),
  'dates with months': repeated('1 March 2026, '),
  'days of a timeline': (length) =>
    `## Timeline\n\n${numbered((n) => `### ${(n % 28) + 1} March 2026\n\n- 14:05 Kite fell\n\n`)(length)}`,
  'open parentheses': repeated('('),
  'nested parentheses': (length) => `## Action items\n\n- Mend ${'('.repeat(length / 2)}${')'.repeat(length / 2)}\n`,
  owners: (length) => `## Action items\n\n- Mend it ${repeated('@chi, ')(length)}\n`,
  authors: (length) => `**Authors:** ${repeated('Ana Pérez, Bo and Chi; ')(length)}\n`,
  dashes: repeated('-'),
  'dashes apart': repeated(' - '),
  'long dashes': repeated('a — '),
  'option list': (length) => `**Severity:** ${repeated('P0/')(length)}\n`,
  braces: repeated('{{'),
  placeholders: repeated('[Name] '),
  'a long address': (length) => `See https://kites.example/${repeated('a-')(length)}\n`,
  addresses: repeated('https://kites.example/7 '),
  'words joined by dots': repeated('kite.'),
  whys: (length) => `## 5 Whys\n\n${numbered((n) => `${n}. **Why did it fall?** No wind\n`)(length)}`,
  Japanese: repeated('障害の根本原因は風でした。'),
  emoji: repeated('🪁'),
  code: (length) => `\`\`\`\n${repeated('fly kite\n')(length)}\`\`\`\n`,
  'open fences': repeated('```\n~~~\n'),
  'indented code': repeated('    fly kite\n'),
};

function repeated(part: string): (length: number) => string {
  return (length) => part.repeat(Math.ceil(length / part.length));
}

/** Parts that are never the same twice, in one text or in two: nothing can be remembered from the text before. */
function numbered(part: (n: number) => string): (length: number) => string {
  return (length) => {
    const parts: string[] = [];
    for (let size = 0; size < length; size += parts.at(-1)?.length ?? 0) parts.push(part(nextNumber()));
    return parts.join('');
  };
}

let lastNumber = 100_000;

function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

function indented(depth: number): string {
  return Array.from({ length: depth }, (_line, level) => `${'  '.repeat(level)}- kite\n`).join('');
}
