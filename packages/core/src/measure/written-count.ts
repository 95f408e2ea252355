/** A number of something as a document writes it. */
export interface WrittenCount {
  readonly kind: 'count' | 'share';
  /** A count, or percent. */
  readonly value: number;
  readonly of: 'requests' | 'other';
  readonly approximate: boolean;
  readonly written: string;
}

const REQUESTS =
  /\b(?:requests?|calls?|transactions?|queries|anfragen|aufrufe|requêtes|appels|solicitudes|peticiones|llamadas|requisiç|solicitaç|chamadas|forespørs|kall)|リクエスト|请求|調用|调用/iu;
const PEOPLE =
  /\b(?:users?|customers?|clients?|people|tenants?|accounts?|teams?|subscribers?|visitors?|nutzer|kunden?|benutzer|utilisateurs?|usuarios?|usuários?|clientes?|bruker|kunder)\b|ユーザ|顧客|用户|客户/iu;
const NUMBER =
  /(?<![\p{L}\d.,/])(?:~|≈|約|约)?\s?(\d{1,3}(?:[,. ’']\d{3}(?!\d)){1,4}|\d{1,15}(?:[.,]\d{1,3})?)\s?(%|％|percent|prozent|k(?![\p{L}])|m(?![\p{L}])|million(?:en|s|es)?|thousand|万)?/giu;
const RANGE = /\d\s?%?\s?(?:-|–|—|to|bis|à|〜|~)\s?\d/iu;
const APPROXIMATE =
  /[~≈約约]|\b(?:about|around|approx|roughly|estimated|nearly|over|more than|up to|ca|etwa|rund|environ|unos|aprox)/iu;
const ALL = /^\W{0,3}(?:all|everyone|every|alle|tous|toutes|todos|todas|全部|所有|全ユーザ)(?![\p{L}])/iu;
const NONE = /^\W{0,3}(?:no (?:users?|customers?)|none|nobody|no one|keine|aucun|ningun|nenhum|ingen)(?![\p{L}])/iu;

/** In a longer text a number may count anything, so the word for people has to stand so near. */
const SHORT = 40;

/**
 * The one number that a text gives for how many there were: `12,000 users`, `~15 %`, `2.5k`, `all customers`. Null where
 * it gives none, a range, or several.
 *
 * @example writtenCount('~15% of API requests failed') // { kind: 'share', value: 15, of: 'requests', approximate: true, … }
 */
export function writtenCount(text: string): WrittenCount | null {
  const head = text.slice(0, 300);
  const isShort = text.trim().length <= SHORT;
  const [first, second] = head.matchAll(NUMBER);
  if (first === undefined) return isShort || PEOPLE.test(head.slice(0, SHORT)) ? wordedCount(head) : null;
  const start = first.index + first[0].length;
  const behind = isShort ? head : head.slice(start, start + SHORT);
  const of = REQUESTS.test(behind) && !PEOPLE.test(behind) ? 'requests' : 'other';
  if (!isShort && of === 'other' && !PEOPLE.test(behind)) return null;
  if (of === 'other' && (second !== undefined || RANGE.test(head))) return null;
  const unit = (first[2] ?? '').toLowerCase();
  const isShare = /^(?:%|％|p)/.test(unit);
  const value = numberOf(first[1] ?? '', isShare) * scaleOf(unit);
  if (!Number.isFinite(value) || (isShare ? value > 100 : !Number.isInteger(value))) return null;
  return {
    kind: isShare ? 'share' : 'count',
    value,
    of,
    approximate: APPROXIMATE.test(head),
    written: head.slice(0, 80),
  };
}

/** `None` and `all users`: counts without a number. */
function wordedCount(head: string): WrittenCount | null {
  const base = { of: 'other', approximate: false, written: head.slice(0, 80) } as const;
  if (NONE.test(head)) return { ...base, kind: 'count', value: 0 };
  return ALL.test(head) ? { ...base, kind: 'share', value: 100 } : null;
}

function numberOf(written: string, isShare: boolean): number {
  const grouped = /^\d{1,3}(?:[,. ’']\d{3}){1,4}$/.test(written) && !isShare;
  return Number(grouped ? written.replaceAll(/\D/g, '') : written.replace(',', '.'));
}

function scaleOf(unit: string): number {
  if (unit === 'k' || unit === 'thousand') return 1_000;
  if (unit === '万') return 10_000;
  return unit.startsWith('m') ? 1_000_000 : 1;
}
