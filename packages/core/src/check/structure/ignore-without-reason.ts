import type { Rule } from '../rule.ts';

/**
 * Looks for a comment that silences a rule and does not say why.
 *
 * @finds document: # Lift stuck\n\n<!-- debrief-ignore complete/date -->\n## Summary\n\nIt stood.\n ⟶ <!-- debrief-ignore complete/date -->
 * @finds document: # Lift stuck\n\n<!-- debrief-ignore complete: -->\n## Summary\n\nIt stood.\n
 * @passes document: <!-- debrief-ignore complete/date: the day is told by the wiki page above -->\n# Lift stuck\n
 * @passes document: # Lift stuck\n\n```\n<!-- debrief-ignore complete/date -->\n```\n
 */
export const ignoreWithoutReason: Rule = {
  id: 'structure/ignore-without-reason',
  about: 'A comment that silences a rule and does not say why.',
  reason:
    'Whoever comes later cannot tell whether the reason still holds. Until there is one, the rule is not silenced.',
  question: 'Why does the rule not fit here? Write it behind a colon.',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  // What a comment silences is only known when all rules have been run: ignore.ts finds it.
  find: () => [],
};
