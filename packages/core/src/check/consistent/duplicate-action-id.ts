import { fold } from '../../model/fold.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for two different action items with the same id.
 *
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-1 | Alert on the queue length | Mail |\n| AI-1 | Cap the queue | Mail |\n
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Alert on the queue length | Mail |\n| AI-002 | Cap the queue | Mail |\n| ai-002 | Page on a full disk | Mail |\n ⟶ ai-002
 * @passes document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-1 | Alert on the queue length | Mail |\n| AI-2 | Cap the queue | Mail |\n
 * @passes document: # Mail down\n\n## Action items\n\n### Now\n\n| # | Action | Owner |\n| --- | --- | --- |\n| 1 | Alert on the queue length | Mail |\n\n### Later\n\n| # | Action | Owner |\n| --- | --- | --- |\n| 1 | Cap the queue | Mail |\n
 */
export const duplicateActionId: Rule = {
  id: 'consistent/duplicate-action-id',
  about: 'Two different action items with the same id.',
  reason: 'Whoever follows the items up by their id finds only one of the two.',
  question: 'Which of the two keeps the id?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: repeatedIds,
};

function repeatedIds({ reading }: Checked): readonly Hit[] {
  const seen = new Map<string, string>();
  return reading.postmortem.actionItems.flatMap(({ id, text }) => {
    const [place] = id.places;
    if (id.state !== 'known' || place === undefined || text.state !== 'known') return [];
    // Numbers begin again in each list; an id of the house does not.
    if (!/\p{L}/u.test(id.value) || !/\d/.test(id.value)) return [];
    const [key, words] = [id.value.trim().toUpperCase(), fold(text.value.slice(0, 200))];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, words);
    return first === undefined || first === words
      ? []
      : [{ place, message: `${quoted(id.value)} is the id of two action items.` }];
  });
}
