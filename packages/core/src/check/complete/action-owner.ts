import { type ActionItem, type Place, valueOf } from '../../model/index.ts';
import { quoted } from '../quoted.ts';
import type { Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';

/**
 * Looks for an action item that nobody owns. One that is done, or that stands in a section on prevention, is left alone.
 *
 * @finds document: # Lift stuck\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Replace the brake sensor | @owner | 2026-04-02 |\n ⟶ @owner
 * @finds actionItems: Replace the brake sensor
 * @passes document: # Lift stuck\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Replace the brake sensor | Building | 2026-04-02 |\n
 * @passes document: # Lift stuck\n\n## Action items\n\n- [x] Replace the brake sensor\n
 * @passes actionItems: We have replaced the brake sensor
 */
export const actionOwner: Rule = {
  id: 'complete/action-owner',
  about: 'An action item that nobody owns.',
  reason: 'An item with an owner gets done; one that belongs to everybody waits for somebody.',
  question: 'Which team or role can change this part of the system, and knows that it will?',
  source: 'Google, The Site Reliability Workbook, chapter 10',
  levels: required,
  find(document) {
    const weight = formOf(document) === 'imported' ? { atMost: 'warning' as const } : {};
    return document.reading.postmortem.actionItems
      .filter((item) => isOpen(item) && item.owners.every(({ state }) => state === 'unknown'))
      .map((item) => ({
        place: item.owners.flatMap(({ places }) => places)[0] ?? placeOfItem(item),
        message: `${quoted(valueOf(item.text) ?? '')} has no owner yet.`,
        ...weight,
      }));
  },
};

/** Whether an item of the list has a text and is not done. */
export function isOpen({ list, text, done }: ActionItem): boolean {
  return list === 'actionItems' && text.state === 'known' && valueOf(done) !== true && !TOLD_AS_DONE.test(text.value);
}

/** `We have added an alert`: what was done, without a mark that says so. */
const TOLD_AS_DONE =
  /^we(?:['’]ve| have)? (?!need|feed|seed|speed|proceed|succeed)(?:\w{2,20}ed|built|wrote|set up|made|put)\b/i;

/** The words of an item, else all of it. */
export function placeOfItem({ text, place }: ActionItem): Place {
  return text.places[0] ?? place;
}
