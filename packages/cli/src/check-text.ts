import type { CheckFormat, CheckLook, FindingLevel } from './check-format.ts';
import { codeFrame, plainText } from './code-frame.ts';
import type { CheckedDocument, LocatedFinding } from './located-finding.ts';
import { pad, painter, wrap } from './paint.ts';

const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<FindingLevel, string>;
const INDENT = 2;
/** The columns of the longest level. */
const LEVEL = 7;

/** For people at a terminal: the line, what was found in it, and the question. */
export const checkText: CheckFormat = {
  begin: () => '',
  finding,
  document: (name, findings, { color }) =>
    findings.length === 0
      ? ''
      : `${painter(color)('bold', plainText(name))}\n${findings.map(({ output }) => output).join('\n')}`,
  between: '\n',
  end: () => '',
};

function finding(found: LocatedFinding, document: CheckedDocument, look: CheckLook): string {
  const { level, rule, message, question, reason, source, start } = found;
  const paint = painter(look.color);
  const gutter = String(start.line).length + INDENT;
  const frame = codeFrame(document, found, look.width - gutter - 3);
  const bar = `${' '.repeat(gutter)} ${paint('dim', '│')}`;
  const more = frame.more === 0 ? '' : paint('dim', ` and ${frame.more} more ${frame.more === 1 ? 'line' : 'lines'}`);
  const prose = (mark: string, text: string): readonly string[] =>
    wrap(plainText(text), Math.max(20, look.width - gutter - 3)).map(
      (line, at) => `${' '.repeat(gutter)} ${paint('dim', at === 0 ? mark : ' ')} ${line}`,
    );
  const place = `${start.line}:${start.column}`;
  const head = wrap(plainText(message), Math.max(20, look.width - INDENT - place.length - LEVEL - 4));
  const indent = ' '.repeat(INDENT + place.length + LEVEL + 4);
  const [first = '', ...rest] = head;
  return `${[
    `${' '.repeat(INDENT)}${paint('dim', place)}  ${paint(COLORS[level], pad(level, LEVEL))}  ${first}${rest.length === 0 ? `  ${paint('dim', rule)}` : ''}`,
    ...rest.map((line, at) => `${indent}${line}${at === rest.length - 1 ? `  ${paint('dim', rule)}` : ''}`),
    `${' '.repeat(INDENT)}${paint('dim', `${frame.number} │`)} ${frame.line}`,
    `${bar} ${paint(COLORS[level], frame.carets)}${more}`,
    ...prose('?', question),
    ...(look.explain ? prose('=', reason) : []),
    ...(look.explain && source !== undefined ? prose(' ', `Source: ${source}`) : []),
    ...(found.fix !== undefined && found.fix.length > 0 ? prose('+', 'debrief check --fix does it.') : []),
  ].join('\n')}\n`;
}
