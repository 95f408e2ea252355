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
    return textOf(fs.readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

export function textOf(bytes: Buffer): Loaded {
  if (bytes.length > LARGEST)
    return {
      problem: `this is ${Math.round(bytes.length / 1e6)} MB; documents of up to ${LARGEST / 1e6} MB can be read`,
    };
  if (bytes.length === 0) return { problem: 'this file is empty' };
  if (isUtf16(bytes)) return { problem: 'this is UTF-16; save it as UTF-8 to have it read' };
  if (isBinary(bytes)) return { problem: 'this is a binary file, not Markdown' };
  return { text: bytes.toString('utf8') };
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** A NUL among many other control bytes: text exports hold a stray NUL at most. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, HEAD);
  if (!head.includes(0)) return false;
  let strange = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) strange += 1;
  return strange * 20 > head.length;
}
