import { knownOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { itemName } from './item-name.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for action items with several owners of whom none is marked as the one who answers for it.
 *
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | @ana, @bo |\n
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | Mail |\n| A-2 | Alert on the queue length | @ana, @bo, @cy |\n ⟶ @ana
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | @ana |\n
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | @ana (lead), @bo |\n
 */
export const ownerIsOne: Rule = {
  id: 'action/owner-is-one',
  about: 'Action items with several owners of whom none is marked as the one who answers for it.',
  reason: 'With several owners each may think that another is at it; one owner can still have many who help.',
  question: 'Who answers for it, and who helps?',
  source: 'Google, The Site Reliability Workbook, chapter 10: Postmortem Culture',
  levels: { draft: 'off', review: 'info', published: 'info' },
  find: sharedItems,
};

const MARKED = /\b(?:lead|leads|owner|primary|main|DRI|accountable|with|support|help|backup|cc)\b|[*★(（]/i;

function sharedItems({ reading }: Checked): readonly Hit[] {
  return trackedItems(reading).flatMap((item) => {
    const owners = knownOf(item.owners);
    const state = itemState(item);
    const place = owners[0]?.places[0];
    const last = owners.at(-1)?.places[0];
    if (place === undefined || last === undefined || owners.length < 2 || state === 'done' || state === 'cancelled')
      return [];
    const line = reading.text.slice(place.from, Math.min(last.to + 12, place.from + 300));
    if (MARKED.test(line.split(/[\r\n|]/, 1)[0] ?? '')) return [];
    return [
      { place, message: `${itemName(item)} has ${owners.length} owners, and none is marked as the one who answers.` },
    ];
  });
}
