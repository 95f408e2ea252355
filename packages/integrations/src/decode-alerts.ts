import type { Alert } from '@debrief/core';
import { oneLine, paragraphs } from './clean-text.ts';
import type { DecodingProblem } from './decoding.ts';
import { parseJson } from './json-text.ts';
import { limits } from './limits.ts';
import { type ProductName, productTable } from './products.ts';

/** What the payload of an alert tells, or why it cannot be read. */
export type DecodedAlerts =
  | {
      readonly ok: true;
      readonly product: ProductName;
      /** At least one. Of a group, the one that started first stands in front: its start is that of the group. */
      readonly alerts: readonly Alert[];
      /** Sentences for a person about what was left out or read otherwise. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problem: DecodingProblem };

/**
 * Decodes the text of an alert payload: JSON as a monitoring product sends it, which is recognised by its shape. It
 * never throws, and what comes out is bounded and free of control characters. Times are ISO 8601 in UTC, to the second.
 *
 * @example decodeAlerts('{"title": "Checkout is down", "services": "checkout, cart"}')
 * // { ok: true, product: 'plain', alerts: [{ title: 'Checkout is down', services: ['checkout', 'cart'], … }], notes: [] }
 * @example decodeAlerts('{"alerts": [') // { ok: false, problem: { code: 'not-json', message: '… line 1, column 13 …' } }
 */
export function decodeAlerts(text: string): DecodedAlerts {
  const json = parseJson(text);
  if (!json.ok) return refused(json.problem);
  const product = productTable.find(({ recognises }) => recognises(json.value));
  if (product === undefined) return { ok: false, problem: unknownShape() };
  const notes = new Set<string>();
  const decoded = product.decode(json.value, (sentence) => notes.add(oneLine(sentence, limits.line)));
  if (!decoded.ok) return refused(decoded.problem);
  return { ok: true, product: product.name as ProductName, alerts: decoded.alerts, notes: fewEnough([...notes]) };
}

/** A problem may quote the payload. */
function refused({ code, message }: DecodingProblem): DecodedAlerts {
  return { ok: false, problem: { code, message: paragraphs(message, limits.paragraphs) } };
}

function unknownShape(): DecodingProblem {
  const shapes = productTable.map(({ shape }) => `- ${shape}`).join('\n');
  return {
    code: 'unknown-shape',
    message: `This JSON has the shape of no alert that is known. Known are:\n${shapes}`,
  };
}

function fewEnough(notes: readonly string[]): readonly string[] {
  if (notes.length <= limits.notes) return notes;
  return [
    ...notes.slice(0, limits.notes - 1),
    `There are ${notes.length - limits.notes + 1} further notes like these.`,
  ];
}
