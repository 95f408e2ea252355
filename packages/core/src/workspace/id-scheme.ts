/** A part of an id: fixed text, or something that is filled in. */
export type IdPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly format: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'counter'; readonly digits: number }
  | { readonly kind: 'slug' };

/** The parts of a pattern, or what is wrong with it, as the end of a sentence that begins with the pattern. */
export type IdScheme = { readonly parts: readonly IdPart[] } | { readonly problem: string };

/** Patterns by name: one for each built-in template, and the default, which several people can use at the same time. */
export const idSchemes: Readonly<Record<string, string>> = {
  'date-time-slug': '{date:YYYY-MM-DD}-{time}-{slug}',
  executive: 'INC-{date}-{counter:3}',
  blameless: 'incident-{date:YYYY-MM-DD}',
  'service-levels': 'INC-{date:YYYY-MMDD}-{time}',
  alert: 'INCIDENT-{date}-{time}-{slug}',
  compact: 'INC-{date:YYYY-MM-DD}-{counter:3}',
};

const LONGEST = 100;
const TEXT = /^[\p{L}\p{N}._#-]+$/u;
const FORMAT = /^(?:YYYY|MM|DD)(?:[-._]?(?:YYYY|MM|DD)){0,2}$/;

/**
 * Takes a pattern, or the name of one in {@link idSchemes}, apart.
 *
 * @example parseIdScheme('INC-{counter:3}') // { parts: [{ kind: 'text', text: 'INC-' }, { kind: 'counter', digits: 3 }] }
 * @example parseIdScheme('INC-{week}') // { problem: 'holds {week}; use …' }
 */
export function parseIdScheme(written: string): IdScheme {
  const pattern = (Object.hasOwn(idSchemes, written) ? idSchemes[written] : undefined) ?? written;
  if (pattern.length > LONGEST) return { problem: `is longer than ${LONGEST} characters` };
  const parts: IdPart[] = [];
  for (const [piece, inside] of pattern.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    const part = inside === undefined ? textPart(piece) : filledPart(inside);
    if ('problem' in part) return part;
    if (part.kind !== 'text' && parts.some(({ kind }) => kind === part.kind))
      return { problem: `holds {${part.kind}} twice; once is enough` };
    parts.push(part);
  }
  if (parts.every(({ kind }) => kind === 'text'))
    return { problem: `would give every incident the same id; add ${KNOWN} to it` };
  if (/^[^\p{L}\p{N}{]/u.test(pattern)) return { problem: 'begins with a sign; begin it with a letter or a digit' };
  return { parts };
}

const KNOWN = '{date}, {date:YYYY-MM-DD}, {time}, {counter:3} or {slug}';

function textPart(text: string): IdPart | { readonly problem: string } {
  if (TEXT.test(text)) return { kind: 'text', text };
  return { problem: `holds a sign that an id cannot have; use letters, digits, - . _ # and ${KNOWN}` };
}

function filledPart(inside: string): IdPart | { readonly problem: string } {
  const [name = '', option] = inside.split(':', 2);
  if (option === undefined) {
    if (name === 'date') return { kind: 'date', format: 'YYYYMMDD' };
    if (name === 'counter') return { kind: 'counter', digits: 1 };
    if (name === 'time' || name === 'slug') return { kind: name };
  }
  if (name === 'counter' && /^[1-9]$/.test(option ?? '')) return { kind: 'counter', digits: Number(option) };
  if (name === 'date' && isFormat(option ?? '')) return { kind: 'date', format: option ?? '' };
  return { problem: `holds {${inside}}; use ${KNOWN}` };
}

function isFormat(format: string): boolean {
  const pieces = format.match(/YYYY|MM|DD/g) ?? [];
  return FORMAT.test(format) && new Set(pieces).size === pieces.length;
}
