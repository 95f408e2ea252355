import { type Field, knownOf, valueOf } from '../../model/index.ts';
import { quoted } from '../quoted.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { contentWords } from './content-words.ts';

/**
 * Looks for contributing factors that share no word with any action item, fix or measure of prevention. Off unless asked for: words alone cannot tell that an action answers a cause. English only.
 *
 * @finds document: # Mail down\n\n## Contributing factors\n\n- The queue had no limit\n- The certificate expired unseen\n\n## Action items\n\n- [ ] Cap the queue at a million messages\n ⟶ The certificate expired unseen
 * @finds document: # Mail down\n\n## Contributing factors\n\n- Retries without backoff\n\n## Action items\n\n- [ ] Page on a full disk\n
 * @passes document: # Mail down\n\n## Contributing factors\n\n- The queue had no limit\n\n## Action items\n\n- [ ] Cap the queue at a million messages\n
 * @passes document: # Mail down\n\n## Contributing factors\n\n- The queue had no limit\n
 */
export const causeWithoutAction: Rule = {
  id: 'action/cause-without-action',
  about: 'Contributing factors that share no word with any action item, fix or measure of prevention.',
  reason: 'What contributed once and is left as it is will contribute again, unless somebody decided to live with it.',
  question: 'Which action answers this factor, or was it decided to accept it?',
  levels: { draft: 'off', review: 'off', published: 'off' },
  find: unanswered,
};

function unanswered({ reading: { postmortem } }: Checked): readonly Hit[] {
  const { causes, actionItems, prevention, resolution, language } = postmortem;
  if (language !== 'en' || actionItems.length === 0) return [];
  const answers: readonly Field<string>[] = [
    ...actionItems.map(({ text }) => text),
    ...prevention.technical,
    ...prevention.process,
    ...prevention.monitoring,
    ...prevention.points.map(({ text }) => text),
    ...resolution.immediate,
    ...resolution.longTerm,
    prevention.text,
    resolution.text,
  ];
  const answered = contentWords(answers.map((field) => valueOf(field) ?? '').join(' '));
  return knownOf(causes.factors.map(({ text }) => text)).flatMap(({ value, places: [place] }) => {
    const words = [...contentWords(value)];
    if (place === undefined || words.length === 0 || words.some((word) => answered.has(word))) return [];
    return [{ place, message: `No action shares a word with ${quoted(value)}.` }];
  });
}
