import { foldId, valueOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for an incident id that another post-mortem carries as well. Says nothing where no others are known.
 *
 * @finds document: # Mail down\n\n**Incident ID**: INC-2026-077\n ⟶ INC-2026-077
 * @finds document: # INC-2026-077: Mail down\n ⟶ INC-2026-077
 * @passes document: # Mail down\n\n**Incident ID**: INC-2026-078\n
 * @passes document: # Mail down\n\n## Related incidents\n\n- INC-2026-077\n
 */
export const duplicateIncidentId: Rule = {
  id: 'consistent/duplicate-incident-id',
  about: 'An incident id that another post-mortem carries as well.',
  reason: 'Whoever looks for the incident by its id finds only one of the two, and references lead to either.',
  question: 'Which of them keeps the id, or are they about the same incident and belong together?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  dependsOn: 'workspace',
  find: sharedId,
};

function sharedId({ reading, context }: Checked): readonly Hit[] {
  const { incidentId } = reading.postmortem;
  const id = valueOf(incidentId);
  const [place] = incidentId.places;
  const elsewhere = id === null ? null : (context.idElsewhere?.(foldId(id)) ?? null);
  if (id === null || elsewhere === null || place === undefined) return [];
  return [{ place, message: `${quoted(id)} is also the id of ${listed(elsewhere.names, elsewhere.count)}.` }];
}

function listed(names: readonly string[], count: number): string {
  const more = count - names.length;
  const parts = more > 0 ? [...names, `${more} more`] : names;
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
