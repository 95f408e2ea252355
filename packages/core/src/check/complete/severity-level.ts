import { valueOf } from '../../model/index.ts';
import type { Checked } from '../rule.ts';

/** 1 (worst) to 5: by the scale of the house, else as the document's word is commonly read; null where neither tells. */
function severityLevel({ context, reading }: Pick<Checked, 'context' | 'reading'>): number | null {
  return context.severityLevel ?? valueOf(reading.postmortem.severity)?.level ?? null;
}

/** Whether it was bad enough that more is asked for: the two highest levels. */
export function isSevere(document: Pick<Checked, 'context' | 'reading'>): boolean {
  const level = severityLevel(document);
  return level !== null && level <= 2;
}

/** Whether it was so small that less is asked for: level 4 and below. */
export function isMinor(document: Pick<Checked, 'context' | 'reading'>): boolean {
  const level = severityLevel(document);
  return level !== null && level >= 4;
}
