import type { ActionItem } from '../../model/index.ts';

const CANCELLED =
  /^[^\p{L}]{0,5}(?:cancel|won['’]?t|will not|not doing|declined|rejected|dropped|abandon|obsolete|superseded|duplicate|annul|abgebrochen|verworfen|entf[aä]llt|descartad|avbrutt|avlyst|取消|中止|見送り)/iu;

/** How far an item has come. `unknown` where the text does not say. */
export function itemState({ status, done }: ActionItem): 'done' | 'open' | 'cancelled' | 'unknown' {
  if (status.state === 'known' && CANCELLED.test(status.value)) return 'cancelled';
  if (done.state !== 'known') return 'unknown';
  return done.value ? 'done' : 'open';
}
