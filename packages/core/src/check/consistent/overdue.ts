import { dayNumber } from '../../model/day.ts';
import { itemName } from '../action/item-name.ts';
import { itemState } from '../action/item-state.ts';
import { trackedItems } from '../action/tracked-items.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { certainDay } from './certain-day.ts';

/**
 * Looks for action items that are not done though their day has passed everywhere on earth.
 *
 * @finds document: # Mail down\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2020-03-04 | Open |\n ⟶ 2020-03-04
 * @finds document: # Mail down\n\n## Action items\n\n- [ ] Alert on the queue length (owner: Mail, due: 4 March 2020)\n
 * @passes document: # Mail down\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2020-03-04 | Done |\n
 * @passes document: # Mail down\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2199-03-04 | Open |\n
 */
export const overdue: Rule = {
  id: 'consistent/overdue',
  about: 'Action items that are not done though their day has passed.',
  reason: 'An item whose day has passed is either done and not ticked, or it needs a new day or a new owner.',
  question: 'Is it done, and where can that be seen? If not: what is in its way, and which day is realistic?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  dependsOn: 'time',
  find: overdueItems,
};

const DAY = 86_400_000;

/** No place on earth is further behind UTC than half a day. */
const LAST_PLACE = DAY / 2;

function overdueItems({ reading, context }: Checked): readonly Hit[] {
  return trackedItems(reading).flatMap((item) => {
    if (itemState(item) !== 'open') return [];
    const [place] = item.due.places;
    const day = certainDay(item.due);
    if (day === null || place === undefined || context.now < (dayNumber(day) + 1) * DAY + LAST_PLACE) return [];
    return [{ place, message: `${itemName(item)} was due on ${day} and is not done.` }];
  });
}
