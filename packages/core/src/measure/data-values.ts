import type { Place, Reading } from '../model/index.ts';

/** A value of a data block in the document. */
export interface DataValue {
  readonly name: string;
  readonly value: number | string;
  readonly place: Place;
}

const MOST = 50_000;

/** The numbers and texts at the top of the JSON blocks of a document, in their order; what is no JSON object is left out. */
export function dataValues({ postmortem, text }: Reading): readonly DataValue[] {
  return postmortem.evidence.flatMap(({ kind, text: field }) => {
    const place = field.places[0];
    if (kind !== 'data' || field.state !== 'known' || place === undefined || field.value.length > MOST) return [];
    const parsed = objectIn(field.value);
    return Object.entries(parsed).flatMap(([name, value]) =>
      (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'string'
        ? [{ name, value, place: placeOf(text, name, place) }]
        : [],
    );
  });
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The line of the block on which a name stands, else the whole block. */
function placeOf(text: string, name: string, block: Place): Place {
  const at = text.slice(block.from, block.to).indexOf(JSON.stringify(name));
  if (at < 0) return block;
  const from = block.from + at;
  const end = text.slice(from, block.to).search(/[\r\n]/);
  return { from, to: end < 0 ? block.to : from + end };
}

/** The first number among the values whose name fits. */
export function numberNamed(values: readonly DataValue[], names: RegExp): (DataValue & { value: number }) | null {
  const found = values.find(({ name, value }) => names.test(name) && typeof value === 'number');
  return found === undefined || typeof found.value !== 'number' ? null : { ...found, value: found.value };
}
