import { itemName } from '../action/item-name.ts';
import { trackedItems } from '../action/tracked-items.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { certainDay } from './certain-day.ts';
import { incidentDay } from './incident-day.ts';

/**
 * Looks for action items that are due before the incident began.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2025-03-11 | Open |\n ⟶ 2025-03-11
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Action items\n\n- [ ] Alert on the queue length (owner: Mail, due: 11 February 2026)\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2026-03-04 | Open |\n
 * @passes document: # Mail down\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Alert on the queue length | Mail | 2026-03-11 | Open |\n
 */
export const dueBeforeIncident: Rule = {
  id: 'consistent/due-before-incident',
  about: 'Action items that are due before the incident began.',
  reason: 'Such a day is mostly a slip of the year or month, and it counts as overdue from the start.',
  question: 'Which day was meant?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: itemsDueBefore,
};

function itemsDueBefore({ reading }: Checked): readonly Hit[] {
  const items = trackedItems(reading).filter(({ due }) => due.state === 'known');
  const start = items.length === 0 ? null : incidentDay(reading.postmortem);
  if (start === null) return [];
  return items.flatMap((item) => {
    const [place] = item.due.places;
    const day = certainDay(item.due);
    if (day === null || place === undefined || day >= start) return [];
    return [{ place, message: `${itemName(item)} is due on ${day}, before the incident of ${start}.` }];
  });
}
