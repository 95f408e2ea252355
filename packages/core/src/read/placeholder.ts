import type { UnknownReason } from '../model/index.ts';
import { fold, type Lexicon } from '../vocabulary/index.ts';

const TEMPLATE_TOKEN =
  /^(?:[@#]?(?:HH|hh)[:h.]?(?:MM|mm)(?::?(?:SS|ss))?|YYYY[-/.]MM[-/.]DD(?:[ T](?:HH|hh):(?:MM|mm))?|(?:DD|dd)[-/.](?:MM|mm)[-/.](?:YYYY|yyyy|YY)|MM[-/.]DD[-/.]YYYY|JJJJ[-.]MM[-.]TT|TT\.MM\.JJJJ|AAAA-MM-(?:DD|JJ)|(?:dd|DD|JJ)\/(?:mm|MM)\/(?:aaaa|AAAA)|@(?:username|user|name|names|handle|owner|person|someone|author|assignee|oncall|on-call|detector|resolver|team|manager|director|usuario|nom|nombre))$/;
const MASKED_ID =
  /^[A-Z]{2,10}[-_]?(?:\[?YYYY[-A-Z\]]*|\[[^\]]*\]|X{2,}|#{2,})(?:[-_](?:\[[^\]]*\]|[A-Z]{2,4}|X+|#+|\d+|[a-z]{3}))*$|(?:^|[-_])(?:###|XXX|NNN)$|^[A-Z]{2,10}-X$/;
/** A letter where a number should be: `X%`, `$X`, `Xms`, `SEV-X`, `X users`; not a name such as `Plan X`. */
const MASKED_NUMBER =
  /^(?:[<>~≈]\s?)?(?:[$€£]\s?)?(?:SEV-?|P-?)?(?:[XYZN]|XX|NN)(?:%|ms|s|m|h|x)?(?=$|\s*[/(+,;]|\s+(?:\p{L}+)(?:$|\s|\/|,))|(?<=[=:(/,]\s?)(?:[$€£]\s?)?(?:[XYZN]|XX|NN)(?:%|ms|s|m|h|x)?(?=$|[\s)/,])/u;
const MASKED_NOUN =
  /^(?:users?|customers?|requests?|calls?|people|tickets?|transactions?|uptime|of|engineers?|incidents?|clients?|usuarios?|nutzer|brukere|usu[aá]rios?|utilisateurs?)$/i;
const MUSTACHE = /\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|<%[^%]{0,200}%>/g;
const BRACKETED =
  /\[[^[\]]{1,300}\]|<(?!https?:|mailto:|\/?(?:a|b|i|u|s|p|br|hr|em|li|ul|ol|td|th|tr|del|div|img|ins|kbd|sub|sup|code|span|small|strong|details|summary)[\s/>])[^<>]{2,300}>|\{[^{}]{1,300}\}|［[^［］]{1,300}］|【[^【】]{1,60}】/gu;
/** `SEV-1/2/3`: a scale of which no level is chosen. */
const LEVELS_TO_CHOOSE = /^(?:SEV|P|S)-?\d(?:\s?[/|]\s?\d){1,5}$/i;
const ONLY_DOTS = /^(?:[\s.…_?？:–—-]|x{2,}(?!x))+$/i;

/**
 * Why a value says nothing: it is empty, a placeholder that a template left, a list of options with none chosen, or
 * "not applicable". Null where it is a real value.
 *
 * @param value the words with marks removed
 * @param written the same as it stands in the text
 */
export function emptiness(lexicon: Lexicon, value: string, written: string): UnknownReason | 'notApplicable' | null {
  if (value === '') return 'empty';
  if (written.endsWith(']()') && /^!?\[[^\]]{0,300}\]\(\)$/.test(written)) return 'placeholder';
  if (value.length > LONGEST) return null;
  if (mayBeDots(value) && ONLY_DOTS.test(value)) return /[?？.…_x]/i.test(value) ? 'placeholder' : 'empty';
  if (value.length <= LONGEST_WORD && startsLikeNothing(lexicon, value)) {
    const folded = fold(value);
    if (lexicon.notApplicable.has(folded)) return 'notApplicable';
    if (lexicon.unknown.has(folded)) return 'placeholder';
  }
  if (value.length > LONGEST_PHRASE && !/^[[<{［【]/.test(value)) return null;
  if (!MAY_SAY_NOTHING.test(value)) return null;
  if (value.length <= LONGEST_TOKEN && isToken(value)) return 'placeholder';
  if (isBracketed(lexicon, value, written)) return 'placeholder';
  if (isOptionList(lexicon, value) || LEVELS_TO_CHOOSE.test(value)) return 'undecided';
  if (isMasked(lexicon, value)) return 'placeholder';
  return null;
}

/** What {@link isToken}, {@link isBracketed}, {@link isOptionList} and {@link isMasked} look for, in one look. */
const MAY_SAY_NOTHING = /[#@XYZN[<{［【/|]|HH|hh|JJJJ|AAAA|TT\.|DD|dd|MM|mm/;

/** Whether a value may be nothing but dots: most begin with a letter or a digit. */
function mayBeDots(value: string): boolean {
  const code = value.charCodeAt(0);
  const isDigit = code >= 48 && code <= 57;
  return !isDigit && (!isAsciiLetter(code) || value[0] === 'x' || value[0] === 'X');
}

/** Whether a value may be one of the words for nothing, by its first two characters where folding keeps them. */
function startsLikeNothing({ nothingStarts }: Lexicon, value: string): boolean {
  const [first, second] = [value.charCodeAt(0), value.charCodeAt(1)];
  if (!isAsciiLetter(first) || !isAsciiLetter(second)) return true;
  return nothingStarts.has((first | LOWER_CASE) * 128 + (second | LOWER_CASE));
}

function isAsciiLetter(code: number): boolean {
  const lower = code | LOWER_CASE;
  return lower >= 97 && lower <= 122;
}

/** The bit in which an ASCII letter's two cases differ. */
const LOWER_CASE = 32;

/** A placeholder is short: what runs on for longer was written by somebody. */
const LONGEST = 400;
const LONGEST_WORD = 28;
const LONGEST_TOKEN = 60;
const LONGEST_PHRASE = 90;

function isToken(value: string): boolean {
  if (!/HH|hh|YYYY|JJJJ|AAAA|TT\.|[#@X]|NNN|DD|dd|MM|mm/.test(value)) return false;
  const outside = value.endsWith(')') ? value.replace(/(?<!\s)\s*\([^()]*\)$/, '') : value;
  if (outside !== value && /\p{L}/u.test(outside)) return isToken(outside);
  const bare = value.replace(/(?<!\s)\s*(?:UTC|GMT|[A-Z]{3,4})$/, '');
  if (bare.split(/(?:(?<!\s)\s+)?(?:[-–—]|to)\s+|(?<!\s)\s+[-–—]\s+/).every((part) => TEMPLATE_TOKEN.test(part)))
    return true;
  return TEMPLATE_TOKEN.test(value) || MASKED_ID.test(value) || /(?<![A-Za-z])(?:YYYY[-/.]?MM|YYYYMMDD)/.test(value);
}

/** Whether what stands in brackets is all there is: `[Name]`, `[Start] - [End] ([Total])`, `{{date}}`, `$X`. */
function isBracketed(lexicon: Lexicon, value: string, written: string): boolean {
  if (!/[[<{［【]/.test(value)) return false;
  if (/\{\{[^{}]{0,200}\}\}/.test(written.replace(/`[^`]*`/g, ''))) return true;
  const withoutMustache = value.replace(MUSTACHE, '');
  if (withoutMustache !== value && !/[\p{L}\p{N}]/u.test(withoutMustache)) return true;
  let real = false;
  const rest = withoutMustache.replace(BRACKETED, (whole) => {
    if (isRealBracket(lexicon, whole, written)) real = true;
    return '';
  });
  if (real || rest === withoutMustache) return false;
  const left = fold(rest);
  return left === '' || CONNECTIVES.test(left);
}

/** Little words and fixed parts that a template puts between its placeholders: `[Start] to [End] = [Duration]`. */
const CONNECTIVES =
  /^(?:(?:to|and|or|by|at|via|date|inc|incident|utc|e g|\d{1,3}|customers affected|requests failed|complete|answer) ?){1,4}$/;

/** `[08:47]`, `[#123]`, `[x]`, `[[wiki]]` and a status word in brackets are values, not placeholders. */
function isRealBracket(lexicon: Lexicon, whole: string, written: string): boolean {
  const inner = whole.slice(1, -1);
  if (written.includes(`[${whole}`) || /^[ xX]$/.test(inner)) return true;
  if (whole.startsWith('{') && /['":]/.test(inner)) return true;
  if (isOptionList(lexicon, inner) || /YYYY|[#X]{3}/.test(inner)) return false;
  if (/\d/.test(inner) && !/\p{Ll}{3}/u.test(inner)) return true;
  return lexicon.statuses.has(fold(inner)) && !inner.includes('/');
}

/** `P0/P1/P2/P3`, `Draft | In Review | Final`, `Yes/No`: options parted by slashes or bars, none of them chosen. */
function isOptionList(lexicon: Lexicon, value: string): boolean {
  if (!/[/|]/.test(value)) return false;
  const options = value.replace(/^[[(]|[\])]$/g, '').split(/(?:(?<!\s)\s+)?[/|]\s*/);
  return options.length > 1 && options.every((option) => isOption(lexicon, option));
}

function isOption(lexicon: Lexicon, option: string): boolean {
  const folded = fold(option);
  if (/^(?:p|s|sev|sev ?-?)\s?[0-5x]$/.test(folded)) return true;
  return [lexicon.statuses, lexicon.severities, lexicon.yes, lexicon.no, lexicon.done, lexicon.open].some((set) =>
    set.has(folded),
  );
}

/** `X minutes`, `X% uptime (SLO: 99.9%)`, `SEV-X`, `p95 = Xms`: a number that nobody filled in. */
function isMasked(lexicon: Lexicon, value: string): boolean {
  if (value.length > 80 || !/[XYZN]/.test(value)) return false;
  const outside = value.replace(/\([^()]*\)|（[^（）]*）/g, ' ').trim();
  if (/^(?:[XYZN]{1,2}[dhms]\s?){1,3}$/.test(outside)) return true;
  const match = MASKED_NUMBER.exec(outside);
  if (match === null || /\d/.test(outside.replace(/\bp\d{2}\b/g, ''))) return false;
  const behind = outside.slice(match.index + match[0].length).trim();
  const [noun = ''] = behind.split(/[\s/,]+/, 1);
  return (
    behind === '' ||
    /%|[$€£]|ms$/.test(match[0]) ||
    /^[/(+,;]/.test(behind) ||
    MASKED_NOUN.test(noun) ||
    lexicon.units.has(fold(noun))
  );
}
