import { type Place, type Reading, valueOf } from '../model/index.ts';
import { toldWindow } from './told-window.ts';
import { type Quantity, writtenQuantities } from './written-quantity.ts';

/** A sentence that tells how available something was: `Availability dropped from 99.9% to 95.2%`. */
export interface ToldAvailability {
  /** What it usually is, where the sentence says so. */
  readonly normal: Quantity | null;
  readonly incident: Quantity & { readonly written: string };
  readonly window: string | null;
  readonly places: readonly Place[];
}

/**
 * What is written about availability under the label of the service level, or null where it tells none, or more than from
 * what to what it went.
 */
export function toldAvailability({ postmortem }: Reading): ToldAvailability | null {
  const field = postmortem.impact.serviceLevel;
  const text = valueOf(field);
  if (text === null || !/availab|uptime|verfügbar|disponib|可用/i.test(text.slice(0, 300))) return null;
  const [first, second, more] = writtenQuantities(text).filter(({ unit }) => unit === 'percent');
  if (first === undefined || more !== undefined) return null;
  const told = (one: Quantity): ToldAvailability['incident'] => ({ ...one, written: text.slice(one.from, one.to) });
  const common = { window: toldWindow(text), places: field.places };
  if (second === undefined)
    return /budget|\bby\b/i.test(text.slice(0, 300)) ? null : { ...common, normal: null, incident: told(first) };
  const isChange = /^\s?(?:to|auf|à|a|para|até|til|→|->|=>)\s?$/iu.test(text.slice(first.to, second.from));
  return isChange ? { ...common, normal: first, incident: told(second) } : null;
}
