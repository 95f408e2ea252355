import type { ActionItem } from '../../model/index.ts';
import { codedSeverityLevel } from '../../model/severity-code.ts';

const URGENT =
  /^[^\p{L}]{0,5}(?:(?:very )?high(?:est)?|critical|urgent|blocker|immediate|hoch|sehr hoch|h[oö]chste|kritisch|dringend|haute|[eé]lev[eé]e|critique|urgente?|alta|cr[ií]tic[ao]|h[oø]y|kritisk)(?!\p{L})|^[^\p{L}]{0,5}(?:高|最高|緊急|紧急|重大)/iu;

/** Whether an item has one of the two highest priorities: `P0`, `P1`, `High`, `Critical` … */
export function isUrgent({ priority }: ActionItem): boolean {
  if (priority.state !== 'known') return false;
  const written = priority.value.slice(0, 60);
  const level = codedSeverityLevel(written);
  return level === null ? URGENT.test(written) : level <= 2;
}
