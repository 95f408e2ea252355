import { isUrgent } from '../action/is-urgent.ts';
import { itemState } from '../action/item-state.ts';
import { itemName } from '../action/item-name.ts';
import { hasVerification } from '../action/has-verification.ts';
import { trackedItems } from '../action/tracked-items.ts';
import type { Checked, Hit, Rule } from '../rule.ts';

/**
 * Looks for action items of high priority that are done, in a document that says of other items how they were verified, and not of these.
 *
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status | Verification |\n| --- | --- | --- | --- | --- |\n| A-1 | Alert on the queue length | P0 | Done | Fired in the drill |\n| A-2 | Cap the queue | P1 | Done | |\n
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status | Verification |\n| --- | --- | --- | --- | --- |\n| A-1 | Alert on the queue length | High | Done | Fired in the drill |\n| A-2 | Cap the queue | Critical | Done | TBD |\n
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status | Verification |\n| --- | --- | --- | --- | --- |\n| A-1 | Alert on the queue length | P0 | Done | Fired in the drill |\n| A-2 | Cap the queue | P3 | Done | |\n
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Priority | Status |\n| --- | --- | --- | --- |\n| A-1 | Alert on the queue length | P0 | Open |\n
 */
export const doneWithoutVerification: Rule = {
  id: 'consistent/done-without-verification',
  about: 'Action items of high priority that are done, without a word on how that was verified.',
  reason: 'Done says that work has ended; only a check says that the same thing cannot happen again.',
  question: 'What was tried or measured that shows that it works, and where is that written down?',
  levels: { draft: 'off', review: 'info', published: 'warning' },
  find: unverified,
};

function unverified({ reading }: Checked): readonly Hit[] {
  const items = trackedItems(reading);
  const hits = items.filter(
    (item) => itemState(item) === 'done' && isUrgent(item) && !hasVerification(item, reading.text),
  );
  const tracked = items.some(({ verification }) => verification.state !== 'unknown' || verification.places.length > 0);
  return (tracked ? hits : []).map((item) => ({
    place: item.text.places[0] ?? item.place,
    message: `${itemName(item)} is done, but nothing says how that was verified.`,
  }));
}
