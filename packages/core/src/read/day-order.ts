const NUMERIC_DATE = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;
const HEAD = 200_000;

/**
 * Whether numeric dates with slashes or dashes put the day first: decided by a date of the document that leaves no
 * choice, else by its language; null where neither tells, as in English.
 */
export function dayOrder(flat: string, language: string): boolean | null {
  for (const [, first = '', , second = ''] of flat.slice(0, HEAD).matchAll(NUMERIC_DATE)) {
    if (Number(first) > 12 && Number(second) <= 12) return true;
    if (Number(second) > 12 && Number(first) <= 12) return false;
  }
  return language === 'en' || language === 'ja' || language === 'zh' ? null : true;
}
