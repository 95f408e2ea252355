import type { Checked, Hit, Rule } from '../rule.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for more than ten action items that are neither done nor cancelled.
 *
 * @finds document: # Mail down\n\n## Action items\n\n- [ ] Cap queue a\n- [ ] Cap queue b\n- [ ] Cap queue c\n- [ ] Cap queue d\n- [ ] Cap queue e\n- [ ] Cap queue f\n- [ ] Cap queue g\n- [ ] Cap queue h\n- [ ] Cap queue i\n- [ ] Cap queue j\n- [ ] Cap queue k\n ⟶ Cap queue k
 * @finds document: # Mail down\n\n## Action items\n\n1. Cap queue a\n2. Cap queue b\n3. Cap queue c\n4. Cap queue d\n5. Cap queue e\n6. Cap queue f\n7. Cap queue g\n8. Cap queue h\n9. Cap queue i\n10. Cap queue j\n11. Cap queue k\n12. Cap queue l\n
 * @passes document: # Mail down\n\n## Action items\n\n- [ ] Cap queue a\n- [ ] Cap queue b\n
 * @passes document: # Mail down\n\n## Action items\n\n- [ ] Cap queue a\n- [ ] Cap queue b\n- [ ] Cap queue c\n- [ ] Cap queue d\n- [ ] Cap queue e\n- [ ] Cap queue f\n- [ ] Cap queue g\n- [ ] Cap queue h\n- [ ] Cap queue i\n- [ ] Cap queue j\n- [x] Cap queue k\n
 */
export const tooMany: Rule = {
  id: 'action/too-many',
  about: 'More than ten action items that are neither done nor cancelled.',
  reason: 'A long list is seldom finished; the few items that change most wait among those that change little.',
  question: 'Which few make the next incident unlikely or short, and could the others go to the ordinary backlog?',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: longList,
};

const MOST = 10;

function longList({ reading }: Checked): readonly Hit[] {
  const open = trackedItems(reading).filter((item) => {
    const state = itemState(item);
    return state === 'open' || state === 'unknown';
  });
  const first = open[MOST];
  if (first === undefined) return [];
  const place = first.text.places[0] ?? first.place;
  return [{ place, message: `There are ${open.length} open action items; this is number ${MOST + 1}.` }];
}
