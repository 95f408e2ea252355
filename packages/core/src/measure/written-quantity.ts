/** What a written number counts. `times` is 25x; durations are in milliseconds, whatever they were written in. */
type QuantityUnit = 'percent' | 'percentagePoints' | 'times' | 'milliseconds' | 'none';

/** A number as a document writes it. */
export interface Quantity {
  readonly value: number;
  readonly unit: QuantityUnit;
  /** How far the value may be off by its rounding alone: half a unit of its last digit. `5.3x` → 0.05. */
  readonly rounding: number;
  /** `<500ms`, `over 90 %`: the value is a limit, not the number itself. */
  readonly limit?: 'below' | 'above';
  readonly approximate?: true;
  /** Where the number and its unit stand in the text. */
  readonly from: number;
  readonly to: number;
}

const LONGEST = 300;
const NUMBER = /(?<![\p{L}\p{N}_.,:/#$€£-])[-−+]?\d{1,15}(?:[.,'’\u00A0\u202F\u2009]\d{1,15}){0,6}(?![\d:/])/gu;
const UNIT = /\s?(%|[\p{L}µ×]{1,14}(?:[ -]points?)?)/uy;
const LEADING =
  /(?:(<=?|≤|below|under|less than|up to|unter|moins de|menos de)|(>=?|≥|above|over|more than|über|plus de|más de|mais de)|(~|≈|about|around|approximately|approx\.?|circa|ca\.?|roughly|etwa|environ|unos|cerca de|約|约|大约))\s?$/iu;
const RANGE = /^\s?(?:-|–|—|to|bis|à|〜|~)\s?\d/iu;

const MILLISECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:µs|us|microseconds?)$/i, 0.001],
  [/^(?:ms|msecs?|millis|milliseconds?|millisekunden|millisecondes|milisegundos)$/i, 1],
  [/^(?:s|secs?|seconds?|sekunden?|sekunder?|secondes?|segundos?|秒)$/i, 1_000],
  [/^(?:m|mins?|minutes?|minuten?|minutter|minutos?|分|分钟)$/, 60_000],
  [/^(?:h|hrs?|hours?|stunden?|timer?|heures?|horas?|小时|時間)$/i, 3_600_000],
  [/^(?:d|days?|tagen?|dager?|jours?|d[ií]as?|天|日)$/i, 86_400_000],
];
const OTHERS: readonly (readonly [RegExp, QuantityUnit, number])[] = [
  [/^(?:pp|percentage[ -]points?|points?|prozentpunkten?)$/i, 'percentagePoints', 1],
  [/^(?:%|percent|pct|prozent|prosent)$/i, 'percent', 1],
  [/^(?:x|×|times|fold)$/i, 'times', 1],
  [/^k$/i, 'none', 1e3],
  [/^(?:M|mio|mill(?:ion)?s?|million(?:en|es)?|millones|milh(?:ão|ões))$/, 'none', 1e6],
  [/^(?:bn|billions?)$/i, 'none', 1e9],
];

/**
 * The numbers of a text with their units, in order: `5000ms`, `5 s`, `1 h 30 min`, `0,5 %`, `25x`, `-4.7%`, `1,234`, `3k`.
 * A comma before three digits parts thousands (`1,234`), any other is a decimal one (`0,5`), and so with `whole` is a dot: there
 * are no parts of a request. Digits inside words (`p95`), clocks, days, money and ranges are no numbers here, nor is `10 000`, which may be one or two.
 * Reads 300 characters.
 *
 * @param whole Whether what is counted comes in whole pieces, so that `1.234` is 1234.
 * @example writtenQuantities('p95 = 5 s') // [{ value: 5000, unit: 'milliseconds', rounding: 500, from: 6, to: 9 }]
 */
export function writtenQuantities(text: string, { whole = false } = {}): readonly Quantity[] {
  const written = text.slice(0, LONGEST);
  const found: Quantity[] = [];
  let spoiled = -1;
  for (const match of written.matchAll(NUMBER)) {
    const number = numberOf(match[0], whole);
    const from = match.index;
    if (number === null || from < spoiled) continue;
    const end = from + match[0].length;
    const rest = written.slice(end, end + 12);
    if (RANGE.test(rest) || /^ \d{3}(?!\d)/.test(rest)) {
      spoiled = end + (/\d{1,15}/.exec(rest)?.index ?? 0) + 1;
      continue;
    }
    const quantity = { ...quantityOf(number, written, end), from };
    const last = found.at(-1);
    // The parts of 1 h 30 min.
    if (
      last?.unit === 'milliseconds' &&
      quantity.unit === 'milliseconds' &&
      isPart(last, quantity, written.slice(last.to, from))
    )
      found[found.length - 1] = {
        ...last,
        value: last.value + quantity.value,
        rounding: quantity.rounding,
        to: quantity.to,
      };
    else found.push({ ...quantity, ...leadingOf(written.slice(Math.max(0, from - 16), from)) });
  }
  return found;
}

/** The first number of a text, or null. */
export function writtenQuantity(text: string, options: { readonly whole?: boolean } = {}): Quantity | null {
  return writtenQuantities(text, options)[0] ?? null;
}

function isPart(last: Quantity, next: Quantity, between: string): boolean {
  return /^\s?(?:,|and|und|et|y|e|og)?\s?$/iu.test(between) && next.value >= 0 && next.value < last.value;
}

interface Digits {
  readonly value: number;
  readonly rounding: number;
}

function numberOf(written: string, whole: boolean): Digits | null {
  const sign = /^[-−]/.test(written) ? -1 : 1;
  const digits = written
    .replace(/^[-−+]/, '')
    .replace(/[\u202F\u2009]/g, '\u00A0')
    .replaceAll('’', "'");
  const marks = [...new Set(digits.replace(/\d/g, ''))];
  const decimal = decimalMark(digits, marks, whole);
  if (decimal === undefined) return null;
  const [before = '', after = ''] = decimal === '' ? [digits] : digits.split(decimal);
  const plain = before.replace(/\D/g, '');
  if (plain.length + after.length > 15) return null;
  return { value: sign * Number(after === '' ? plain : `${plain}.${after}`), rounding: 0.5 / 10 ** after.length };
}

/** The mark before the decimals, an empty text where there are none, undefined where the digits are no number. */
function decimalMark(digits: string, marks: readonly string[], whole: boolean): string | undefined {
  const [first = '', second, third] = marks;
  if (marks.length === 0) return '';
  if (third !== undefined) return undefined;
  if (second !== undefined) {
    const [before = '', after, more] = digits.split(second);
    const isGrouped = after !== undefined && more === undefined && isThousands(before, first);
    return isGrouped && /^[.,]$/.test(second) ? second : undefined;
  }
  const isDecimal = /^[.,]$/.test(first) && digits.split(first).length === 2;
  if (isThousands(digits, first) && (first !== '.' || whole || !isDecimal)) return '';
  return isDecimal ? first : undefined;
}

function isThousands(digits: string, mark: string): boolean {
  const [first = '', ...groups] = digits.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

function quantityOf(number: Digits, written: string, end: number): Omit<Quantity, 'from'> {
  UNIT.lastIndex = end;
  const match = UNIT.exec(written);
  const unit = (match?.[1] ?? '').trim();
  const to = end + (match?.[0].length ?? 0);
  const duration = MILLISECONDS.find(([words]) => words.test(unit));
  if (duration !== undefined) return scaled(number, duration[1], 'milliseconds', to);
  const other = OTHERS.find(([words]) => words.test(unit));
  // `1.2 M` are millions; of `3 k` nobody counts the digits.
  return other === undefined ? { ...number, unit: 'none', to: end } : scaled(number, other[2], other[1], to);
}

function scaled({ value, rounding }: Digits, by: number, unit: QuantityUnit, to: number): Omit<Quantity, 'from'> {
  return { value: value * by, rounding: rounding * by, unit, to };
}

function leadingOf(before: string): Pick<Quantity, 'limit' | 'approximate'> {
  const match = LEADING.exec(before);
  if (match === null) return {};
  if (match[3] !== undefined) return { approximate: true };
  return { limit: match[1] === undefined ? 'above' : 'below' };
}
