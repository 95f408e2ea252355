import type { ListedItem, Place, Postmortem } from '../../model/index.ts';
import type { Checked, Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { advised } from './levels.ts';
import { isField } from './known-texts.ts';

/**
 * Looks for a list of boxes to choose from in which nothing is ticked.
 *
 * @finds document: # Lift stuck\n\n## Detection\n\n- [ ] Automated alerting\n- [ ] User reports\n
 * @finds document: # Lift stuck\n\n## How was it detected?\n\n- [ ] Monitoring dashboard\n- [ ] Manual testing\n
 * @passes document: # Lift stuck\n\n## Detection\n\n- [x] Automated alerting\n- [ ] User reports\n
 * @passes document: # Lift stuck\n\n## Action items\n\n- [ ] Replace the brake sensor\n
 */
export const nothingTicked: Rule = {
  id: 'complete/nothing-ticked',
  about: 'A list of boxes to choose from in which nothing is ticked.',
  reason: 'An empty choice can mean none of them or not looked at, and readers cannot tell which.',
  question: 'Which of these was it? If none, a line that says so helps.',
  levels: advised,
  find: (document) =>
    formOf(document) === 'none'
      ? []
      : uncheckedLists(document).map((place) => ({ place, message: 'Nothing in this list is ticked.' })),
};

/** From the first to the last choice of each list in which none is taken. */
export function uncheckedLists({ reading }: Pick<Checked, 'reading'>): readonly Place[] {
  return listsIn(reading.postmortem).flatMap((items) => {
    const places = items.flatMap(({ text }) => text.places);
    const from = Math.min(...places.map((place) => place.from));
    const to = Math.max(...places.map((place) => place.to));
    return places.length === 0 ? [] : [{ from, to }];
  });
}

function listsIn({
  detection,
  people,
  communication,
  followUp,
  impact,
}: Postmortem): readonly (readonly ListedItem[])[] {
  const { internal, external } = communication;
  const lists = [detection.methods, people.distribution, internal, external, followUp.checks, impact.points];
  return lists.filter((list) => list.length > 1 && list.every(isChoice));
}

/** A box that reading took for one of several choices, and that is empty. */
function isChoice(item: ListedItem): boolean {
  return (
    isField(item.text) && item.ticked === false && item.text.state === 'unknown' && item.text.reason === 'undecided'
  );
}
