import { fold } from '../../model/fold.ts';
import { quoted } from '../quoted.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { actionVerbs } from './action-verbs.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for action items that are a verb alone, or a verb with “it” or “this”. English only.
 *
 * @finds actionItems: Automate this
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Refactor | Mail |\n ⟶ Refactor
 * @passes actionItems: Automate the restart of the queue
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Cap the queue | Mail |\n
 */
export const object: Rule = {
  id: 'action/object',
  about: 'Action items that are a verb alone, or a verb with “it” or “this”.',
  reason: 'The item is read in a list of many, weeks later, by somebody who was not there.',
  question: 'What exactly is to be changed, so that it can be understood without this page?',
  source: 'Lunney, Lueder and Beyer, Postmortem Action Items, ;login: Spring 2017',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: itemsWithoutObject,
};

const NO_OBJECT: ReadonlySet<string> = new Set(['', 'it', 'this', 'that', 'them', 'these', 'things', 'stuff']);

function itemsWithoutObject({ reading }: Checked): readonly Hit[] {
  if (reading.postmortem.language !== 'en') return [];
  return trackedItems(reading).flatMap((item) => {
    const [place] = item.text.places;
    if (place === undefined || item.text.value.length > 40 || itemState(item) === 'done') return [];
    const [first = '', ...rest] = fold(item.text.value).split(' ');
    if (!actionVerbs.has(first) || !NO_OBJECT.has(rest.join(' '))) return [];
    return [{ place, message: `${quoted(item.text.value)} does not say what is to be changed.` }];
  });
}
