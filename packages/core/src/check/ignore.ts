import { type Finding, nearestOf, type Place } from '../model/index.ts';
import { commentRemoval } from './comment-removal.ts';
import { quoted } from './quoted.ts';
import { ignoredPlace, linesOf } from './ignored-place.ts';
import { groupOf } from './level-of.ts';
import type { Hit } from './rule.ts';

/** A comment that silences a rule, or a group of rules, at one place. */
interface Ignore {
  readonly place: Place;
  /** As written: `complete/title`, or a group. */
  readonly rule: string;
  readonly rulePlace: Place;
  readonly reason: string;
  /** Where findings are silenced. */
  readonly over: Place;
}

/** Rules that can be named: all there are, and those that look at this document. */
interface Names {
  readonly all: readonly string[];
  readonly active: ReadonlySet<string>;
  /** Those whose findings come and go while nobody edits the document. */
  readonly changing: ReadonlySet<string>;
}

/**
 * Leaves out the findings that comments in the text silence, and tells which comments are without a reason, name no rule
 * or silence nothing. A comment counts for the block below it, and for the line on which it stands; one without a reason
 * silences nothing.
 *
 * @returns the findings that stay, and the hits of the three rules about such comments, by the id of the rule
 * @example ignore('<!-- debrief-ignore complete/date: the wiki tells it -->\n# Lift stuck\n', findings, names)
 */
export function ignore(
  text: string,
  findings: readonly Finding[],
  names: Names,
): { readonly kept: readonly Finding[]; readonly hits: ReadonlyMap<string, readonly Hit[]> } {
  const ignores = ignoresIn(text);
  if (ignores.length === 0) return { kept: findings, hits: new Map() };
  const groups = new Set(names.all.map(groupOf));
  const unknown = ignores.filter(({ rule }) => !groups.has(rule) && !names.all.includes(rule));
  const unreasoned = ignores.filter((each) => each.reason === '' && !unknown.includes(each));
  const effective = ignores.filter((each) => !unknown.includes(each) && !unreasoned.includes(each));
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const silencing = effective.filter((each) => silences(each, finding));
    for (const each of silencing) used.add(each);
    return silencing.length === 0;
  });
  const active = new Set([...names.active, ...[...names.active].map(groupOf)]);
  const idle = effective.filter((each) => !used.has(each) && active.has(each.rule));
  return {
    kept,
    hits: new Map([
      ['structure/ignore-unknown', unknown.map((each) => unknownHit(each, [...groups, ...names.all]))],
      [
        'structure/ignore-without-reason',
        unreasoned.map(({ place, rule }) => ({ place, message: `${rule} is silenced here without a reason.` })),
      ],
      ['structure/ignore-without-effect', idle.map((each) => idleHit(text, each, names))],
    ]),
  };
}

function silences({ rule, over }: Ignore, { rule: id, place }: Finding): boolean {
  return (rule === id || rule === groupOf(id)) && place.from >= over.from && place.from <= over.to;
}

/** A group may find something tomorrow, and so may a rule that looks at the clock; such a comment is not taken away. */
function idleHit(text: string, { place, rule }: Ignore, { all, changing }: Names): Hit {
  const removal = all.includes(rule) && !changing.has(rule) ? commentRemoval(text, place) : null;
  const message = `${rule} finds nothing here that could be silenced.`;
  return { place, message, ...(removal !== null && { fix: [removal] }) };
}

function unknownHit({ rulePlace, place, rule }: Ignore, names: readonly string[]): Hit {
  if (rule === '') return { place, message: 'This comment names no rule to silence.' };
  return { place: rulePlace, message: `There is no rule ${quoted(rule)}; did you mean “${nearestOf(rule, names)}”?` };
}

const NEEDLE = 'debrief-ignore';
const COMMENT = /<!--[ \t]{0,40}debrief-ignore\b/g;
const LONGEST = 2_000;

/** Nobody writes more such comments by hand; what comes after counts for nothing. */
const MOST = 1_000;

/** No longer line was typed, and looking through one for each of its comments takes long. */
const LONGEST_LINE = 20_000;

function ignoresIn(text: string): readonly Ignore[] {
  if (!text.includes(NEEDLE)) return [];
  const lines = linesOf(text);
  const ignores: Ignore[] = [];
  let looked = 0;
  for (const [at, line] of lines.places.entries()) {
    const words = text.slice(line.from, line.to);
    if (words.length > LONGEST_LINE || !words.includes(NEEDLE)) continue;
    for (const { index, 0: opening } of words.matchAll(COMMENT)) {
      looked += 1;
      if (looked > MOST) return ignores;
      const found = isInCode(words.slice(0, index)) ? null : ignoreAt(text, line.from + index, opening.length);
      if (found !== null) ignores.push({ ...found, over: ignoredPlace(text, lines, at, found.place) });
    }
  }
  return ignores;
}

function ignoreAt(text: string, from: number, opening: number): Omit<Ignore, 'over'> | null {
  const end = text.slice(from, from + LONGEST).indexOf('-->', opening) + from;
  if (end < from) return null;
  const inner = text.slice(from + opening, end);
  const colon = inner.indexOf(':');
  const named = colon < 0 ? inner : inner.slice(0, colon);
  const start = from + opening + (named.length - named.trimStart().length);
  const rule = named.trim();
  return {
    place: { from, to: end + 3 },
    rule,
    rulePlace: { from: start, to: start + rule.length },
    reason: colon < 0 ? '' : inner.slice(colon + 1).trim(),
  };
}

/** Whether code within the line has begun and not ended before a place. */
function isInCode(before: string): boolean {
  return (before.match(/`/g)?.length ?? 0) % 2 === 1;
}
