import { codedSeverityLevel } from '../model/severity-code.ts';

/** 1 is the worst. */
export type SeverityLevel = 1 | 2 | 3 | 4 | 5;

/** One step of a scale: its name as people write it, its level, and other ways to write it. */
export interface SeverityStep {
  readonly name: string;
  readonly level: SeverityLevel;
  readonly aliases: readonly string[];
}

/** The steps of a scale, worst first. */
export type SeverityScale = readonly SeverityStep[];

/** What `severity.scale` may name; further ones are made by the same pattern (`SEV1-SEV3`, `S1-S4`, `P1-P5`). */
export const builtInScaleNames = ['P0-P3', 'P0-P4', 'SEV1-SEV5', 'SEV0-SEV4', 'Critical/High/Medium/Low'] as const;

const WORDS = ['Critical', 'High', 'Medium', 'Low'] as const;
const RANGE = /^(p|sev|s)([01])\1([1-5])$/;
const LONGEST = 200;

/**
 * A scale by its name, or null where there is none of that name. Case, blanks and dashes do not matter.
 *
 * @example builtInScale('SEV0-SEV4')?.[1] // { name: 'SEV1', level: 2, aliases: ['S1'] }
 */
export function builtInScale(name: string): SeverityScale | null {
  const key = keyOf(name);
  if (key === keyOf(WORDS.join('')))
    return WORDS.map((word, at) => ({ name: word, level: level(at + 1), aliases: [] }));
  const [, prefix = '', first, last] = RANGE.exec(key) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (!(count >= 2 && count <= 5)) return null;
  const other = { p: [], sev: ['S'], s: ['SEV'] }[prefix] ?? [];
  return Array.from({ length: count }, (_, at) => {
    const number = Number(first) + at;
    const aliases = other.map((letters) => `${letters}${number}`);
    return { name: `${prefix.toUpperCase()}${number}`, level: level(at + 1), aliases };
  });
}

/**
 * The level of a severity or priority as someone wrote it, or null where it cannot be told. The names and aliases of the
 * scale come first, then what is common everywhere: P0 …, SEV1 …, S1 …, Critical, High, Medium, Low. Case and dashes do
 * not matter, and words after the name may stand.
 *
 * @example levelOf(builtInScale('SEV0-SEV4') ?? undefined, 'Sev-1 (partial outage)') // 2
 * @example levelOf(undefined, 'P0') // 1
 */
export function levelOf(scale: SeverityScale | undefined, written: string): SeverityLevel | null {
  const words = wordsOf(written).slice(0, 4);
  for (let count = words.length; count > 0; count -= 1) {
    const key = words.slice(0, count).join('');
    const step = scale?.find(
      ({ name, aliases }) => keyOf(name) === key || aliases.some((alias) => keyOf(alias) === key),
    );
    if (step !== undefined) return step.level;
  }
  const coded = codedSeverityLevel(written.slice(0, LONGEST));
  if (coded !== null) return level(coded);
  const common = WORDS.findIndex((word) => words.includes(word.toLowerCase()));
  return common === -1 ? null : level(common + 1);
}

/**
 * What a scale calls a level. Where it has none of that level the nearest answers, of two equally near the worse one.
 *
 * @example severityName(builtInScale('P0-P3') ?? [], 5) // 'P3'
 */
export function severityName(scale: SeverityScale, wanted: number): string {
  const distance = (step: SeverityStep): number => Math.abs(step.level - wanted);
  return scale.toSorted((a, b) => distance(a) - distance(b) || a.level - b.level)[0]?.name ?? '';
}

function level(number: number): SeverityLevel {
  return Math.min(5, Math.max(1, number)) as SeverityLevel;
}

function keyOf(name: string): string {
  return wordsOf(name).join('');
}

function wordsOf(written: string): readonly string[] {
  return (
    written
      .slice(0, LONGEST)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
