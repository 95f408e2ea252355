import fs from 'node:fs';
import { reasonOf } from './find-files.ts';

/** The text of a document, or why it cannot be had. */
export type Loaded = { readonly text: string; readonly problem?: undefined } | { readonly problem: string };

/** 100 MB: twice the largest document that reading promises to manage. */
const LARGEST = 100_000_000;
const HEAD = 8_192;

/** Reads a file as UTF-8. A binary file, an empty one and one that is too large are refused with what to do. */
export function loadText(file: string): Loaded {
  try {
    const size = file === '-' ? 0 : fs.statSync(file).size;
    if (size > LARGEST)
      return { problem: `this is ${Math.round(size / 1e6)} MB; documents of up to ${LARGEST / 1e6} MB can be read` };
    return textOf(fs.readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

function textOf(text: string): Loaded {
  if (text === '') return { problem: 'this file is empty' };
  const head = text.slice(0, HEAD);
  if (isUtf16(head)) return { problem: 'this is UTF-16; save it as UTF-8 to have it read' };
  return isBinary(head) ? { problem: 'this is a binary file, not Markdown' } : { text };
}

/** Read as UTF-8, the order mark of UTF-16 shows as two broken characters, and every other byte as NUL. */
function isUtf16(head: string): boolean {
  return (
    head.startsWith('\uFFFD\uFFFD') ||
    (head.length > 3 && (head[1] === '\0' || head[0] === '\0') && head.split('\0').length * 3 > head.length)
  );
}

/** Control characters or broken UTF-8 all over: text exports hold a stray one at most. */
function isBinary(head: string): boolean {
  let strange = 0;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd) strange += 1;
  }
  return strange * 20 > head.length;
}
