import { zoneAbbreviations } from '../model/zone-offset.ts';

const NAMES = zoneAbbreviations
  .filter((name) => name !== 'Z')
  .toSorted((a, b) => b.length - a.length)
  .join('|');

// `10:00 UTC - 11:12 UTC` and `UTC - 2026-03-01` are ranges: no zone lies 20 hours away, and blanks on both sides leave no minutes.
const HOURS = '(?:1[0-4]|0?\\d)';
const PATTERN = `(?:UTC|GMT)(?:\\s?[+\\-−±]${HOURS}(?::?[0-5]\\d)?|\\s?[+\\-−±]\\s${HOURS})(?![\\d:])|(?:${NAMES})(?![A-Za-z])|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\\/[A-Z][A-Za-z_]+|[+\\-−]\\d{2}:?\\d{2}(?!\\d)|Z(?![A-Za-z])|(?:heure|hora) (?:de |d['’])\\p{Lu}[\\p{L}-]+|(?:Pacific|Eastern|Central|Mountain|Central European|Greenwich Mean|Indian Standard|Japan Standard) (?:Standard |Daylight |Summer )?[Tt]ime|(?:北京|中国标准|台北|香港|新加坡|日本)(?:標準)?(?:时间|時間)`;

/** A zone at a place of a text: `UTC`, `UTC+2`, `GMT-03:00`, `PST`, `Z`, `+02:00`, `Europe/Oslo`, `heure de Paris`. */
const ZONE = new RegExp(PATTERN, 'uy');
const ZONES = new RegExp(`(?<![A-Za-z\\d])(?:${PATTERN})`, 'gu');

export interface ZoneReading {
  readonly zone: string;
  readonly to: number;
}

/** The zone that begins at `at`, if any. */
export function zoneAt(text: string, at: number): ZoneReading | null {
  ZONE.lastIndex = at;
  const match = ZONE.exec(text);
  return match === null ? null : { zone: match[0], to: at + match[0].length };
}

/** The first zone anywhere in a short text, as in a heading or a column's name. */
export function zoneIn(text: string): { readonly zone: string; readonly at: number } | null {
  for (const match of text.slice(0, 400).matchAll(ZONES)) {
    if (match[0] !== 'Z' && !/^[+\-−]/.test(match[0])) return { zone: match[0], at: match.index };
  }
  return null;
}
