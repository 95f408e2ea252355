import { writtenQuantities } from './written-quantity.ts';

const WHOLE =
  /\b(?:full|complete|total|hard)\s(?:\p{L}{1,20}\s)?(?:outage|downtime|loss|unavailability)|\b(?:fully|completely|entirely|totally)\s(?:down|unavailable|offline)|\b(?:totalausfall|komplettausfall|vollausfall|vollständiger ausfall)|\b(?:panne|indisponibilité|interruption)\stotale|\b(?:caída|interrupción|indisponibilidad)\s(?:total|completa)|\b(?:indisponibilidade|queda|interrupção)\s(?:total|completa)|\b(?:full nedetid|totalt nede)|全面停止|完全停止|全停止|全面障害|完全中断|全部不可用|全面中断/iu;
const FAILED =
  /fail|error|5\d\d|unavailab|down|lost|loss|drop|reject|refus|time.?out|affected|impact|degrad|outage|requests|calls|traffic|transactions|fehl|ausfall|échou|erreur|fall[aoó]|falha|失敗|失败|エラー|错误/iu;
const GOOD = /\bavailab|\bsucce|uptime|healthy|verfügbar|disponib(?!ilité totale)|worked|served/iu;
const OTHER = /latenc|slow|faster|cpu|memory|disk|response time|revenue|budget|slo\b|langsam|lent/iu;

/** The share of requests that a text says failed. */
export interface ToldShare {
  readonly share: number;
  readonly from: 'share' | 'words';
}

/**
 * The share that failed, where a text tells one: `40 % of requests failed` → 0.4, `full outage` → 1, `60 % available` → 0.4.
 * Null where it tells none, tells several, or tells of something else (latency, load, money).
 *
 * @example failedShare('partial outage (40 %)') // { share: 0.4, from: 'share' }
 */
export function failedShare(text: string): ToldShare | null {
  const written = text.slice(0, 300);
  const shares = writtenQuantities(written).filter(({ unit }) => unit === 'percent');
  const [first, second] = shares;
  if (second !== undefined || OTHER.test(written)) return null;
  if (first === undefined) return WHOLE.test(written) ? { share: 1, from: 'words' } : null;
  if (first.value < 0 || first.value > 100) return null;
  const isBare = written.slice(0, first.from).trim().length < 3 && written.slice(first.to).trim() === '';
  if (GOOD.test(written) && !/unavailab|fail|error/i.test(written))
    return { share: 1 - first.value / 100, from: 'share' };
  return isBare || FAILED.test(written) ? { share: first.value / 100, from: 'share' } : null;
}
