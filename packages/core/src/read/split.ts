import type { Place } from '../model/index.ts';
import type { Context } from './context.ts';
import { trim } from './table.ts';

const SEPARATOR =
  /[,;、，；]|(?<!\s)\s+(?:(?:and|und|y|et|og|&|och|\+)\s+|e\s+(?=[@\p{Lu}])|(?=@)|\/\s+)|(?<=\p{Ll})\/(?=[\p{Lu}@])|<br\s*\/?>/gu;

/**
 * The names in a line such as `@a, @b and Priya (SRE, on call)`: parted at commas and little words outside brackets.
 */
export function splitPlaces(context: Context, place: Place): readonly Place[] {
  const text = context.flat.slice(place.from, Math.min(place.to, place.from + 2_000));
  const masked = /[([（]/.test(text)
    ? text.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）/g, (inner) => '_'.repeat(inner.length))
    : text;
  const parts: Place[] = [];
  let start = 0;
  const end = (to: number): void => {
    const part = trim(context.flat, place.from + start, place.from + to);
    if (part.to > part.from) parts.push(part);
  };
  for (const match of masked.matchAll(SEPARATOR)) {
    end(match.index);
    start = match.index + match[0].length;
  }
  end(text.length);
  return parts.length > 0 ? parts : [place];
}
