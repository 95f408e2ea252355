import { problem, type DecodingProblem } from './decoding.ts';
import { findJsonFault } from './json-fault.ts';
import { limits } from './limits.ts';

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: DecodingProblem };

/**
 * Parses the text of a payload. What is too long, empty, cut off or no JSON becomes a problem with line and column,
 * both from 1, the column in UTF-16 units as editors count.
 *
 * @example parseJson('{"a": x}') // problem 'not-json': … line 1, column 7 …
 */
export function parseJson(given: string): ParsedJson {
  if (given.length > limits.payload) {
    const millions = (given.length / 1e6).toFixed(1);
    return problem(
      'too-large',
      `The payload has ${millions} million characters; at most ${limits.payload / 1e6} million are read. Send fewer alerts at once.`,
    );
  }
  const text = given.replace(/^\ufeff/, '');
  if (text.trim() === '')
    return problem('empty', 'The payload is empty. Hand in the JSON that the monitoring product sent.');
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return problem('not-json', sentenceAbout(text));
  }
}

function sentenceAbout(text: string): string {
  const fault = findJsonFault(text);
  if (fault === undefined) return 'The payload could not be parsed as JSON.';
  const place = `line ${lineOf(text, fault.offset)}, column ${columnOf(text, fault.offset)}`;
  if (fault.ends)
    return `The JSON ends too early, at ${place}, where ${fault.expected} should follow. It may have been cut off on its way; send the whole of it.`;
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(fault.offset) ?? 0xfffd));
  return `The payload is not JSON: at ${place} there should be ${fault.expected}, but ${found} stands there.`;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function columnOf(text: string, offset: number): number {
  return offset === 0 ? 1 : offset - text.lastIndexOf('\n', offset - 1);
}
