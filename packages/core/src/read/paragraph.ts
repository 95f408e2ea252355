import {
  BACKTICK,
  DASH,
  EQUALS,
  GREATER,
  HASH,
  LESS,
  ONE,
  OPEN_BRACKET,
  PLUS,
  STAR,
  TILDE,
  UNDERSCORE,
} from './character-codes.ts';
import { endOfFence, headingLevel, isBullet, isDigit, isRule, isUnderline, lengthOfNumber } from './block-starts.ts';
import { pushUnderlined } from './headings.ts';
import { pushParagraph } from './paragraph-or-table.ts';
import { htmlStart } from './html-start.ts';
import { skipSpace } from './line.ts';
import { continueDefinition, isDefinition, startDefinition } from './link-definition.ts';
import { endBefore, nextLine, type Scan } from './scan.ts';

/** Reads the lines of a paragraph, an underlined heading or a link reference definition. Answers where they end. */
export function readParagraph(scan: Scan): number {
  const { flat, line } = scan;
  const from = line.at;
  const definition = line.next === OPEN_BRACKET ? startDefinition(flat, from, line.to) : null;
  let { to } = line;
  while (nextLine(scan) && line.next >= 0) {
    if (line.column < line.baseColumn + 4 && interrupts(scan)) break;
    const end = definition === null ? -1 : continueDefinition(definition, flat, line.base, line.to);
    if (end >= 0) return define(scan, from, end);
    if (line.depth >= scan.open.length && isUnderline(flat, line)) {
      const level = line.next === EQUALS ? 1 : 2;
      nextLine(scan);
      pushUnderlined(scan, level, from, endBefore(scan));
      return endBefore(scan);
    }
    to = line.to;
  }
  if (definition !== null && isDefinition(definition)) return define(scan, from, to);
  pushParagraph(scan, from, to);
  return to;
}

/** Whether a line ends the paragraph above it by what it begins with. */
function interrupts(scan: Scan): boolean {
  const { flat, line } = scan;
  switch (line.next) {
    case HASH:
      return headingLevel(flat, line) > 0;
    case BACKTICK:
    case TILDE:
      return endOfFence(flat, line) >= 0;
    case GREATER:
      return true;
    case LESS:
      return htmlStart(flat, line.at, line.to, true) !== null;
    case STAR:
    case PLUS:
    case DASH:
    case UNDERSCORE:
      return bulletInterrupts(scan) || ruleInterrupts(scan);
    default:
      return isDigit(line.next) && numberInterrupts(scan);
  }
}

function bulletInterrupts({ flat, line, bulleted }: Scan): boolean {
  return isBullet(flat, line) && (bulleted > 0 || skipSpace(flat, line.at + 2, line.to) < line.to);
}

function ruleInterrupts({ flat, line, open }: Scan): boolean {
  if (!isRule(flat, line)) return false;
  return line.next !== DASH || line.depth < open.length || !isUnderline(flat, line);
}

/** Only a list that begins with 1 may follow a paragraph without an empty line: the other numbers are prose. */
function numberInterrupts({ flat, line, numbered }: Scan): boolean {
  const length = lengthOfNumber(flat, line);
  if (length === 0 || numbered > 0) return length > 0;
  return length === 2 && line.next === ONE && skipSpace(flat, line.at + 2, line.to) < line.to;
}

const DEFINITION = /^\[([^\]]{1,500})\]:\s*<?(\S*?)>?(?:\s|$)/;

function define({ flat, references }: Scan, from: number, to: number): number {
  const [, name, target = ''] = DEFINITION.exec(flat.slice(from, Math.min(to, from + 3_000))) ?? [];
  const key = name?.toLowerCase();
  if (key !== undefined && !references.has(key)) references.set(key, target);
  return to;
}
