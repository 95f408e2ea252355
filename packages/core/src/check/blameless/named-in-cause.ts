import type { Hit, Rule } from '../rule.ts';
import { isExplained } from './explained.ts';
import { wordsIn } from './matches.ts';
import { givenNames } from './given-names.ts';
import { looksLikeTeam, type Names, namesOf } from './people.ts';
import { isIn, placeIn, quoted, type Sentence, sentencesOf } from './sentences.ts';
import { named } from './sections.ts';
import { nameAt } from './subject.ts';
import type { Word } from './words.ts';

const VERB =
  /^(?:\w{2,}ed|ran|made|took|put|set|went|sent|did|shut|began|broke|forgot|wrote|gave|let|was|were|had|has|chose|found|left|lost|led|drew|saw|thought|knew|said|told|caught|came|got|kept|built|cut|reset|hit|read|undid|understood|rebuilt|brought|should|could|would|didn't|hadn't|wasn't|never)$/;
/** Verbs of help: the name is there for credit. */
const CREDIT =
  /^(?:noticed|detected|reported|fixed|found|mitigated|resolved|acknowledged|identified|discovered|alerted|notified|joined|helped|confirmed|diagnosed|escalated|investigated|restored|volunteered|wrote|reviewed|saw|caught|brought|said|told)$/;
const BY = /^(?:\w{2,}ed|made|run|done|written|rewritten|taken|put|set|cut|sent|shut|broken|begun|undone|given|reset)$/;
/** What is done by somebody who is named for credit, or for the record. */
const BESIDE =
  /^(?:reported|noticed|detected|fixed|resolved|mitigated|identified|found|discovered|acknowledged|authored|prepared|compiled|owned|led|facilitated|moderated|assigned|attended|confirmed|diagnosed|escalated|joined|maintained|recommended|proposed|described|followed|invented|published|coined|named|used|hosted|provided|supported|inspired)$/;
/** What somebody makes, by which the maker is meant: “Priya’s change”. */
const MADE =
  /^(?:changes?|commits?|prs?|pull|merges?|edits?|mistakes?|patch|push|deploys?|deployments?|commands?|rollouts?|upgrades?|migrations?|hotfix|typos?|decisions?|misconfiguration|script)$/;

/**
 * Looks for names and handles of people as those who act in causes and in the summary.
 *
 * @finds rootCause: @kfield pushed the change that removed the index. ⟶ @kfield pushed
 * @finds contributingFactors: The flag was switched off in a change made by Priya. ⟶ by Priya
 * @finds rootCause: Xolani changed the limit from his laptop.
 * @passes timeline: 10:06 @kfield acknowledged the page.
 * @passes rootCause: A responder restarted the retired replica first.
 * @passes rootCause: The package @kites/core pulled in another version.
 */
export const namedInCause: Rule = {
  id: 'blameless/named-in-cause',
  about: 'A person is named as the one who acts in causes or in the summary.',
  reason:
    'A name in a cause turns the reader to the person. The next one in that seat would have met the same conditions.',
  question:
    'Would the sentence be as true with “a responder”? Then the role will do, with what was visible from that seat.',
  source: 'PagerDuty Postmortem Guide; SRE Workbook, chapter 10',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) => {
    const names = namesOf(document);
    return sentencesOf(document).flatMap((sentence): readonly Hit[] => {
      if (!isIn(sentence, named) || !/[\p{Lu}@]/u.test(sentence.text)) return [];
      const words = wordsIn(sentence);
      const hits: Hit[] = [];
      for (const [index, word] of words.entries()) {
        const first = nameAt(words, index, names);
        if (first >= 0) hits.push(...actor(sentence, words, first, index));
        else if (word.isCapital || word.text.startsWith('@')) hits.push(...maker(sentence, words, index, names));
      }
      return hits;
    });
  },
};

function actor(sentence: Sentence, words: readonly Word[], first: number, last: number): readonly Hit[] {
  const start = words[first] as Word;
  const end = words[last] as Word;
  const before = words[first - 1];
  const done = doneBefore(words, first - 2);
  if (before?.text === 'by' && isDoing(done?.text ?? '', sentence.lower))
    return [hit(sentence, before.from, end.to, false)];
  if (
    before !== undefined &&
    !start.parted &&
    /^(?:by|to|thanks|from|with|for|of|the|an?|via|in|on|at|using)$/.test(before.text)
  )
    return [];
  const verb = words[verbBehind(words, last)];
  if (verb === undefined || !VERB.test(verb.text)) return [];
  const explained = isExplained(sentence.lower.slice(verb.to));
  return [hit(sentence, start.from, verb.to, explained || CREDIT.test(verb.text))];
}

/** Of surnames. */
const PARTICLE = /^(?:de|van|von|der|den|del|da|di|du|la|le|al|bin|ben|ter|ten|dos|do)$/;

function isDoing(done: string, lower: string): boolean {
  if (done === 'written' && /\b(?:report|post-?mortem|document|summary|draft|page|notes?|minutes)\b/.test(lower))
    return false;
  return !BESIDE.test(done) && (BY.test(done) || MADE.test(done) || done === 'request');
}

/** The participle of “switched off by”, “started by mistake by”. */
function doneBefore(words: readonly Word[], at: number): Word | undefined {
  if (words[at - 1]?.text === 'by' && /^(?:mistake|accident|hand)$/.test(words[at]?.text ?? '')) return words[at - 2];
  return /^(?:on|off|out|in|up|down|back)$/.test(words[at]?.text ?? '') ? words[at - 1] : words[at];
}

/** “Priya then ran”, “Priya from the platform team ran”, “Priya, our DBA, ran”, “Priya (storage) ran”. */
function verbBehind(words: readonly Word[], last: number): number {
  const next = words[last + 1];
  if (next === undefined) return -1;
  if (next.parted) return behindApposition(words, last + 1);
  if (PARTICLE.test(next.text)) {
    const skipped = words.slice(last + 2, last + 5).findIndex(({ isCapital }) => isCapital);
    return skipped < 0 ? -1 : last + 3 + skipped;
  }
  if (/^(?:from|of|in|on)$/.test(next.text)) {
    const found = words.slice(last + 2, last + 7).findIndex(({ text, parted }) => parted || VERB.test(text));
    return found < 0 || words[last + 2 + found]?.parted === true ? -1 : last + 2 + found;
  }
  return /ly$|^(?:then|also|again|first|later|who)$/.test(next.text) ? last + 2 : last + 1;
}

function behindApposition(words: readonly Word[], at: number): number {
  const [first, ...rest] = words.slice(at, at + 8);
  if (first === undefined || !/^(?:our|the|an?|who|then)$/.test(first.text)) return -1;
  const end = rest.findIndex(({ parted }) => parted);
  return end < 0 ? -1 : at + 1 + end;
}

/** “Priya’s change”: who made it is meant. */
function maker(sentence: Sentence, words: readonly Word[], at: number, names: Names): readonly Hit[] {
  const { text, from } = words[at] as Word;
  const made = words[at + 1];
  if (!text.endsWith("'s") || made === undefined || !MADE.test(made.text)) return [];
  const name = text.slice(0, -2);
  const isName = text.startsWith('@')
    ? !looksLikeTeam(name) && !names.teams.has(name.slice(1))
    : names.people.has(name) || givenNames.has(name);
  return isName ? [hit(sentence, from, made.to, false)] : [];
}

function hit(sentence: Sentence, from: number, to: number, isMild: boolean): Hit {
  return {
    place: placeIn(sentence, from, to),
    message: `${quoted(sentence.text.slice(from, to))} names a person in the account of the cause.`,
    ...(isMild && { atMost: 'info' as const }),
  };
}
