/** A name from a list of services, and what is written behind it: `checkout (40 %)`. */
export interface ListedName {
  readonly name: string;
  readonly note: string;
}

const NOT_AFFECTED =
  /\b(?:not (?:affected|impacted)|unaffected|no impact|nicht betroffen|non affecté|pas affecté|no afectad|não afetad|ikke berørt)|影響なし|未受影响|不受影响/iu;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']' };
const PARTS = /^[|,;、，\n]$/;

/**
 * The names in a list of services: `- api|- database`, `api, web and worker`, `checkout (40 %)`, `checkout: degraded`. What
 * is said not to have been affected is none. Reads 500 characters.
 *
 * @example listedNames('checkout (40 %, EU), search — not affected') // [{ name: 'checkout', note: '40 %, EU' }]
 */
export function listedNames(written: string): readonly ListedName[] {
  return split(written.slice(0, 500)).flatMap((part) => {
    const [, name = '', note = ''] =
      /^([^(（:：]{1,120}?)(?:\s?[(（:：]\s?|\s[-–—]\s|$)([\s\S]{0,400})$/u.exec(part) ?? [];
    const bare = name.replace(/^[\s\-*•`"“]{1,8}/, '').replace(/[\s`*"”.]{1,8}$/, '');
    return bare === '' || bare.length > 80 || NOT_AFFECTED.test(part)
      ? []
      : [{ name: bare, note: note.replace(/[)）]\s{0,3}$/, '') }];
  });
}

/** The parts between commas that stand in no brackets. */
function split(written: string): readonly string[] {
  const parts: string[] = [''];
  let open: string | undefined;
  for (const letter of written.replace(/\s(?:and|und|et|y|og)\s/gu, ', ')) {
    if (open === undefined && PARTS.test(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
    open = open === undefined ? BRACKETS[letter] : open === letter ? undefined : open;
  }
  return parts.map((part) => part.trim().replace(/^[-*•]\s/, ''));
}
