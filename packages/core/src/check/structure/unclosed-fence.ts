import type { Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a block of code that is never closed.
 *
 * @finds document: # Lift stuck\n\n```\nlift --status\n\n## Summary\n\nIt stood.\n
 * @finds document: # Lift stuck\n\n~~~ sh\nlift --status\n
 * @passes document: # Lift stuck\n\n```\nlift --status\n```\n\n## Summary\n\nIt stood.\n
 * @passes document: # Lift stuck\n\nRun ```lift --status``` to see it.\n
 */
export const unclosedFence: Rule = {
  id: 'structure/unclosed-fence',
  about: 'A block of code that is never closed.',
  reason: 'Everything below it shows as code and is not read.',
  question: 'Where does the code end?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: reported('unclosed-fence'),
};
