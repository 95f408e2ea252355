import { BACKTICK, HASH, LESS, TILDE } from './character-codes.ts';
import type { Message } from '../model/index.ts';
import type { Block } from './block.ts';
import { endOfFence, headingLevel, isRule } from './block-starts.ts';
import { readFencedCode, readIndentedCode } from './code-blocks.ts';
import { closeAll, closeContainers, openContainer } from './containers.ts';
import { pushHeading } from './headings.ts';
import { endsHtml, type HtmlStart, htmlStart } from './html-start.ts';
import { readParagraph } from './paragraph.ts';
import { endBefore, innermost, nextLine, type Scan, startScan } from './scan.ts';

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly references: ReadonlyMap<string, string>;
  readonly messages: readonly Message[];
}

/**
 * The block tree of `flat` from `start` on, by the rules of CommonMark, read line by line. Places are exact; inline marks
 * are read only where a value needs them. Tables are read from paragraphs, since real ones are too broken for any grammar.
 * Never deeper than the text's own nesting, which was cut before.
 */
export function blocksOf(flat: string, start: number): Blocks {
  const scan = startScan(flat, start);
  do {
    closeContainers(scan);
    while (scan.line.next >= 0) {
      readBlock(scan);
      closeContainers(scan);
    }
  } while (nextLine(scan));
  closeAll(scan);
  const { blocks, references, messages } = scan;
  return { blocks, references, messages };
}

/** Opens the containers that begin here, and reads the block behind them. */
function readBlock(scan: Scan): void {
  while (!isIndented(scan) && openContainer(scan));
  const end = isIndented(scan) ? readIndentedCode(scan) : readByMark(scan);
  innermost(scan).lastTo = Math.max(innermost(scan).lastTo, end);
}

function isIndented({ line }: Scan): boolean {
  return line.column >= line.baseColumn + 4;
}

/** Reads the block that the next character may begin; a paragraph where it does not. Answers where it ends. */
function readByMark(scan: Scan): number {
  const { flat, line } = scan;
  const { at, to, next } = line;
  if (next < 0) {
    nextLine(scan);
    return -1;
  }
  if (next === HASH) {
    const level = headingLevel(flat, line);
    if (level === 0) return readParagraph(scan);
    pushHeading(scan, level, at, to);
    nextLine(scan);
    return to;
  }
  if (isRule(flat, line)) {
    scan.blocks.push({ kind: 'rule', from: at, to });
    nextLine(scan);
    return to;
  }
  if (next === BACKTICK || next === TILDE) {
    const fenceEnd = endOfFence(flat, line);
    return fenceEnd < 0 ? readParagraph(scan) : readFencedCode(scan, fenceEnd);
  }
  const html = next === LESS ? htmlStart(flat, at, to, false) : null;
  return html === null ? readParagraph(scan) : readHtml(scan, html);
}

function readHtml(scan: Scan, html: HtmlStart): number {
  const { flat, line } = scan;
  const { at: from } = line;
  let goesOn = true;
  while (goesOn && !endsHtml(html, flat, line.from, line.to)) goesOn = nextLine(scan) && line.depth >= scan.open.length;
  if (goesOn && html.ends !== null) nextLine(scan);
  const to = endBefore(scan);
  if (html.kind !== 'instruction') scan.blocks.push({ kind: 'html', comment: html.kind === 'comment', from, to });
  return to;
}
