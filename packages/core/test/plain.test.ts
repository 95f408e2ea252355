import { describe, expect, test } from 'vitest';
import { plain } from '../src/read/plain.ts';

const references = new Map([
  ['runbook', 'https://wiki.example/runbook'],
  ['1', 'https://wiki.example/one'],
]);

describe('marks are taken off', () => {
  test.each([
    ['**bold**', 'bold'],
    ['__bold__', 'bold'],
    ['*slanted*', 'slanted'],
    ['_slanted_', 'slanted'],
    ['***both***', 'both'],
    ['~~gone~~', 'gone'],
    ['**Fix** the _pool_', 'Fix the pool'],
    ['**Owner:** Ana', 'Owner: Ana'],
    ['(**bold**)', '(bold)'],
    ['un**frigging**believable', 'unfriggingbelievable'],
    ['**`db-1`**', 'db-1'],
    ['plain words', 'plain words'],
    ['  spaces around  ', 'spaces around'],
    ['', ''],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });
});

describe('a character that is no mark stays', () => {
  test.each([
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a_b', 'a_b'],
    ['max_pool_size was 5', 'max_pool_size was 5'],
    ['_internal', '_internal'],
    ['snake_case_ and _other', 'snake_case_ and _other'],
    ['~5,000 users', '~5,000 users'],
    ['~17:30', '~17:30'],
    ['a < b && c > d', 'a < b && c > d'],
    ['p95 <500ms', 'p95 <500ms'],
    ['[08:47]', '[08:47]'],
    ['[Name]', '[Name]'],
    ['[ ] open', '[ ] open'],
    ['!important', '!important'],
    ['AT&T', 'AT&T'],
    ['R&D; then', 'R&D; then'],
    ['#12', '#12'],
    ['C:\\temp', 'C:\\temp'],
    ['x^2', 'x^2'],
    ['a ` b', 'a ` b'],
    ['<unknown>', '<unknown>'],
    ['List<String>', 'List<String>'],
    ['[[Database failover]]', '[[Database failover]]'],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });
});

describe('links become their words', () => {
  test.each([
    ['[pool](https://x.example)', 'pool'],
    ['[the **pool**](https://x.example "title")', 'the pool'],
    ['[pool](https://x.example/a_(b))', 'pool'],
    ['[pool](<https://x.example/a b>)', 'pool'],
    ['see [one](a) and [two](b).', 'see one and two.'],
    ['![graph of errors](graph.png)', 'graph of errors'],
    ['[![badge](b.svg)](https://x.example)', 'badge'],
    ['[a [nested] word](x)', 'a [nested] word'],
    ['<https://x.example/a>', 'https://x.example/a'],
    ['<ana@x.example>', 'ana@x.example'],
    ['https://x.example/a_b_c', 'https://x.example/a_b_c'],
    ['[empty]()', 'empty'],
    ['[the runbook][runbook]', 'the runbook'],
    ['[Runbook][]', 'Runbook'],
    ['[runbook]', 'runbook'],
    ['[text][1]', 'text'],
    ['[no such name]', '[no such name]'],
    ['[text][missing]', '[text][missing]'],
    ['[Runbook](x)[^2]', 'Runbook'],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown, references)).toBe(words);
  });
});

describe('code keeps its content to the letter', () => {
  test.each([
    ['`a_b`', 'a_b'],
    ['`**not bold**`', '**not bold**'],
    ['`SELECT * FROM t`', 'SELECT * FROM t'],
    ['``a ` b``', 'a ` b'],
    ['`&amp;`', '&amp;'],
    ['`\\*`', '\\*'],
    ['`<b>`', '<b>'],
    ['`[x](y)`', '[x](y)'],
    ['run `make` twice', 'run make twice'],
    ['`one` and `two`', 'one and two'],
    ['```inline```', 'inline'],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });
});

describe('escapes, entities and tags', () => {
  test.each([
    ['2 \\* 3', '2 * 3'],
    ['\\_not slanted\\_', '_not slanted_'],
    ['\\[Name\\]', '[Name]'],
    ['a \\| b', 'a | b'],
    ['\\\\server', '\\server'],
    ['R&amp;D', 'R&D'],
    ['&lt;5 ms', '<5 ms'],
    ['10&nbsp;%', '10 %'],
    ['&quot;down&quot;', '"down"'],
    ['it&#39;s', "it's"],
    ['&#8211;', '–'],
    ['&#x2013;', '–'],
    ['&nosuch;', '&nosuch;'],
    ['one<br>two', 'one two'],
    ['one<br/>two', 'one two'],
    ['one <br /> two', 'one two'],
    ['<b>bold</b>', 'bold'],
    ['<span style="color:red">P1</span>', 'P1'],
    ['<sup>1</sup>', '1'],
    ['up<!-- a note -->time', 'uptime'],
    ['value <!-- left open', 'value'],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });
});

describe('footnotes go, lines join', () => {
  test.each([
    ['279 minutes [^3]', '279 minutes'],
    ['279 minutes[^note]', '279 minutes'],
    ['one\ntwo', 'one two'],
    ['one  \ntwo', 'one two'],
    ['one\\\ntwo', 'one two'],
    ['one\n  two', 'one two'],
    ['one\n> two', 'one two'],
    ['**one\ntwo**', 'one two'],
    ['one \t two', 'one two'],
    ['`one\ntwo`', 'one two'],
  ])('%j → %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });
});

test.each([
  ['*'.repeat(20_000)],
  ['['.repeat(20_000)],
  ['_a '.repeat(20_000)],
  ['`'.repeat(20_001)],
  ['<'.repeat(20_000)],
  ['[a]('.repeat(5_000)],
  ['![['.repeat(5_000)],
])('20,000 characters that open and never close are read at once', (hostile) => {
  const start = performance.now();
  plain(hostile);
  expect(performance.now() - start).toBeLessThan(1_000);
});
