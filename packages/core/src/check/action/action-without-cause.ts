import { quoted } from '../quoted.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { contentWords } from './content-words.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for action items that share no word with the rest of the document. Off unless asked for: words alone cannot tell that a cause asks for an action. English only.
 *
 * @finds document: # Mail down\n\n## Root cause\n\nThe queue had no limit, and filled the disk.\n\n## Action items\n\n- [ ] Cap the queue\n- [ ] Move payroll to Oslo\n ⟶ Move payroll to Oslo
 * @finds document: # Mail down\n\n## Root cause\n\nRetries came without backoff.\n\n## Action items\n\n- [ ] Buy stronger laptops\n
 * @passes document: # Mail down\n\n## Root cause\n\nThe queue had no limit, and filled the disk.\n\n## Action items\n\n- [ ] Cap the queue\n
 * @passes document: # Mail down\n\n## Action items\n\n- [ ] Cap the queue\n
 */
export const actionWithoutCause: Rule = {
  id: 'action/action-without-cause',
  about: 'Action items that share no word with the rest of the document.',
  reason: 'Who follows the item up cannot see what it is for, nor whether it is still needed.',
  question: 'Which part of the incident does it answer, and where is that told?',
  levels: { draft: 'off', review: 'off', published: 'off' },
  find: unexplained,
};

function unexplained({ reading }: Checked): readonly Hit[] {
  const { causes, language } = reading.postmortem;
  const isTold = causes.root.state === 'known' || causes.whatHappened.state === 'known' || causes.factors.length > 0;
  if (language !== 'en' || !isTold) return [];
  const items = trackedItems(reading);
  let rest = '';
  let from = 0;
  for (const { place } of items.toSorted((a, b) => a.place.from - b.place.from)) {
    rest += ` ${reading.text.slice(from, Math.max(from, place.from))}`;
    from = Math.max(from, place.to);
  }
  const told = contentWords(`${rest} ${reading.text.slice(from)}`);
  return items.flatMap(({ text }) => {
    const [place] = text.places;
    const words = [...contentWords(text.value)];
    if (place === undefined || words.length === 0 || words.some((word) => told.has(word))) return [];
    return [{ place, message: `${quoted(text.value)} shares no word with the rest of the document.` }];
  });
}
