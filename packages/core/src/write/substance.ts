import {
  type ActionItem,
  type Field,
  type Place,
  type Reading,
  type Section,
  type SectionName,
} from '../model/index.ts';
import type { Splice } from '../model/index.ts';
import { applySplices } from './splices.ts';

/** Sections that are filled in after an approval, as a whole. */
const AFTERWARDS: ReadonlySet<SectionName> = new Set(['followUp', 'signOff']);

/**
 * What an approval is about: the text without what follows up on it. Left out are the value of the document's status,
 * the bodies of sign-off and follow-up, and of each action item all but its words, id and priority. Two texts with the
 * same substance differ in follow-up alone.
 *
 * @example substanceOf(read('- [x] Add an alert (@kim)')) === substanceOf(read('- [ ] Add an alert')) // under “Action items”
 */
export function substanceOf(reading: Reading): string {
  const { text, postmortem, sections } = reading;
  const listed = sections.filter((section) => postmortem.actionItems.some(({ place }) => isIn(place, section)));
  const blanks = [
    ...sections.filter((_, index) => isAfterwards(sections, index)).map(bodyOf),
    ...placesOf(postmortem.status.document),
    ...postmortem.signOff.approvals.flatMap(({ name, date }) => [...placesOf(name), ...placesOf(date)]),
    ...[postmortem.signOff.published, postmortem.signOff.nextReview, postmortem.followUp.reviewDate].flatMap(placesOf),
  ].map((place) => ({ ...place, insert: '' }));
  const items = postmortem.actionItems.map((item) => ({ ...item.place, insert: wordsOf(item) }));
  const heads = listed.flatMap((section) => tableHeadsIn(text, section, postmortem.actionItems));
  return applySplices(text, apart([...blanks, ...items, ...heads])).replaceAll(/\r\n?/g, '\n');
}

function isAfterwards(sections: readonly Section[], index: number): boolean {
  for (let at = index; at >= 0; at = sections[at]?.parent ?? -1)
    if (sections[at]?.names.some((name) => AFTERWARDS.has(name)) === true) return true;
  return false;
}

function bodyOf({ headingPlace, to }: Section): Place {
  return { from: headingPlace.to, to };
}

function placesOf(field: Field<unknown>): readonly Place[] {
  return field.places;
}

function wordsOf({ id, text, priority, group }: ActionItem): string {
  const words = [id, text, priority].map((field) => ('written' in field ? (field.written ?? '') : ''));
  return `${[...words, group ?? ''].join('\u0000')}\n`;
}

/** The heads of tables of action items: a column that is added for an owner changes nothing of substance. */
function tableHeadsIn(text: string, { from, to }: Section, items: readonly ActionItem[]): readonly Splice[] {
  const heads: Splice[] = [];
  for (let start = from; start < to;) {
    const end = text.indexOf('\n', start) + 1;
    const next = end === 0 || end > to ? to : end;
    const line = { from: start, to: next };
    if (text[start] === '|' && !items.some(({ place }) => place.from < line.to && line.from < place.to))
      heads.push({ ...line, insert: '' });
    start = next;
  }
  return heads;
}

function isIn(place: Place, section: Place): boolean {
  return place.from >= section.from && place.from < section.to;
}

/** The first of those that lie on one another. */
function apart(splices: readonly Splice[]): readonly Splice[] {
  const kept: Splice[] = [];
  let end = 0;
  for (const splice of splices.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (splice.from < end) continue;
    kept.push(splice);
    end = splice.to;
  }
  return kept;
}
