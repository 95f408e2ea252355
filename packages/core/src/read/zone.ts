/** Distance east of UTC, in minutes, of abbreviations that mean one thing wherever post-mortems are written. */
const OFFSETS: Readonly<Record<string, number | null>> = {
  MEZ: 60,
  MESZ: 120,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  BST: 60,
  IST: null,
  CAT: 120,
  EAT: 180,
  WAT: 60,
  SAST: 120,
  GST: 240,
  PKT: 300,
  ICT: 420,
  WIB: 420,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  PHT: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  PST: -480,
  PDT: -420,
  PT: null,
  MST: -420,
  MDT: -360,
  MT: null,
  CST: null,
  CDT: -300,
  CT: null,
  EST: -300,
  EDT: -240,
  ET: null,
  AST: -240,
  ADT: -180,
  NST: -210,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
  CLT: -240,
  CLST: -180,
  COT: -300,
  PET: -300,
  VET: -240,
  UYT: -180,
};

const NAMES = Object.keys(OFFSETS)
  .filter((name) => name !== 'Z')
  .toSorted((a, b) => b.length - a.length)
  .join('|');

const PATTERN = `(?:UTC|GMT)\\s?[+\\-−±]\\s?\\d{1,2}(?::?\\d{2})?|(?:${NAMES})(?![A-Za-z])|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\\/[A-Z][A-Za-z_]+|[+\\-−]\\d{2}:?\\d{2}(?!\\d)|Z(?![A-Za-z])|(?:heure|hora) (?:de |d['’])\\p{Lu}[\\p{L}-]+|(?:Pacific|Eastern|Central|Mountain|Central European|Greenwich Mean|Indian Standard|Japan Standard) (?:Standard |Daylight |Summer )?[Tt]ime|(?:北京|中国标准|台北|香港|新加坡|日本)(?:標準)?(?:时间|時間)`;

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

/** Minutes east of UTC, or null where the zone's name does not decide (`IST`, `CST`, `Europe/Oslo` over a year). */
export function zoneOffset(zone: string): number | null {
  const numeric = /^(?:UTC|GMT)?\s?([+\-−])\s?(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric !== null) return (numeric[1] === '+' ? 1 : -1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  return OFFSETS[zone] ?? null;
}
