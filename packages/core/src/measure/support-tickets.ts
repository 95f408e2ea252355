import { internalCost, oneNumber } from './internal-cost.ts';
import { sources, templates } from './sources.ts';

export const supportTickets = internalCost({
  name: 'support-tickets',
  title: 'support tickets',
  unit: 'count',
  about: 'How many tickets customers opened about it, as the document states it.',
  definition: {
    id: 'support-tickets/stated',
    title: 'as stated',
    formula: 'the number that the document states',
    usedBy: [templates.blameless],
  },
  words: /tickets?|support cases?|support requests?|supportanfragen|demandes de support|casos de soporte/iu,
  valueOf: oneNumber,
  missing: 'The text states no number of support tickets.',
  disagreement: 'Tickets are not users: one user can open several, and most open none.',
  sources: [sources.incidentMetrics],
});
