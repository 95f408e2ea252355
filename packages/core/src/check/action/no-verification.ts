import type { Checked, Hit, Rule } from '../rule.ts';
import { hasVerification } from './has-verification.ts';
import { isUrgent } from './is-urgent.ts';
import { itemName } from './item-name.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for open action items of high priority that do not say how one will see that they work. A document that says it of no item gets one question for all, at the first of them.
 *
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status | Verification |\n| --- | --- | --- | --- | --- |\n| A-1 | Alert on the queue length | P0 | Open | Fires in the drill of May |\n| A-2 | Cap the queue | P1 | Open | |\n ⟶ Cap the queue
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status |\n| --- | --- | --- | --- |\n| A-1 | Alert on the queue length | High | Open |\n| A-2 | Cap the queue | High | Open |\n ⟶ Alert on the queue length
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status |\n| --- | --- | --- | --- |\n| A-1 | Cap the queue; done when the load test passes | P0 | Open |\n| A-2 | Rename the queue | P3 | Open |\n
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | Mail |\n
 */
export const noVerification: Rule = {
  id: 'action/no-verification',
  about: 'Open action items of high priority that do not say how one will see that they work.',
  reason: 'Whoever does the item knows when it is over, and whoever reads of it later can trust that.',
  question: 'Which test, drill or figure will show that it works?',
  source: 'Google, The Site Reliability Workbook, chapter 10: Postmortem Culture',
  levels: { draft: 'off', review: 'info', published: 'info' },
  find: withoutVerification,
};

function withoutVerification({ reading }: Checked): readonly Hit[] {
  const items = trackedItems(reading);
  const open = items.filter((item) => {
    const state = itemState(item);
    return (state === 'open' || state === 'unknown') && isUrgent(item) && !hasVerification(item, reading.text);
  });
  const [first, ...more] = open;
  if (first === undefined) return [];
  if (items.some(({ verification }) => verification.state === 'known'))
    return open.map((item) => ({
      place: item.text.places[0] ?? item.place,
      message: `${itemName(item)} is of high priority, and nothing says how it will be verified.`,
    }));
  const message =
    more.length === 0
      ? `${itemName(first)} is of high priority, and nothing says how it will be verified.`
      : `${itemName(first)} and ${more.length} more are of high priority, and nothing says how they will be verified.`;
  return [{ place: first.text.places[0] ?? first.place, message }];
}
