import type { Rule } from '../rule.ts';

/**
 * Looks for a comment that silences a rule which does not exist.
 *
 * @finds document: # Lift stuck\n\n<!-- debrief-ignore complete/sumary: told in the title -->\n## Summary\n ⟶ complete/sumary
 * @finds document: # Lift stuck\n\n<!-- debrief-ignore everything: no time -->\nIt stood.\n
 * @passes document: # Lift stuck\n\n<!-- debrief-ignore complete/summary: told in the title -->\n## Summary\n
 * @passes document: # Lift stuck\n\n<!-- debrief-ignore complete: told in the title -->\n## Summary\n
 */
export const ignoreUnknown: Rule = {
  id: 'structure/ignore-unknown',
  about: 'A comment that silences a rule which does not exist.',
  reason: 'It silences nothing, and looks as if it did.',
  question: 'Which rule or group is meant? `debrief explain` lists them all.',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  // What a comment silences is only known when all rules have been run: ignore.ts finds it.
  find: () => [],
};
