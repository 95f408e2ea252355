import type { Rule } from '../rule.ts';

/**
 * Looks for a comment that silences a rule which finds nothing there.
 *
 * @finds document: # Lift stuck\n\n<!-- debrief-ignore complete/title: the wiki shows one -->\n## Summary\n\nIt stood.\n
 * @finds document: # Lift stuck\n\n## Summary\n\nIt stood. <!-- debrief-ignore complete/summary: told in the title -->\n
 * @passes document: # Lift stuck\n\n<!-- debrief-ignore complete/summary: told in the title -->\n## Summary\n
 * @passes document: # Lift stuck\n\n## Summary <!-- debrief-ignore complete: told in the title -->\n
 */
export const ignoreWithoutEffect: Rule = {
  id: 'structure/ignore-without-effect',
  about: 'A comment that silences a rule which finds nothing there.',
  reason: 'What it was for is gone, and it would hide the next finding.',
  question: 'Can this comment go?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  // What a comment silences is only known when all rules have been run: ignore.ts finds it.
  find: () => [],
};
