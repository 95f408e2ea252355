import type { Field, Place, Reading } from '../../model/index.ts';
import type { Hit, Rule } from '../rule.ts';
import { quoted } from '../quoted.ts';
import { formOf } from './form.ts';
import { placeFor } from './place-for.ts';
import { isSevere } from './severity-level.ts';

/**
 * Looks for a sign-off that was asked for and is not given, and for a severe incident that is published without one.
 *
 * @finds document: # Lift stuck\n\n## Sign-off\n\n**Approved by:** [Name]\n ⟶ [Name]
 * @finds document: # Lift stuck\n\n**Approver:** @director\n ⟶ @director
 * @passes document: # Lift stuck\n\n## Sign-off\n\n**Approved by:** R. Sato\n
 * @passes document: # Lift stuck\n\n## Summary\n\nIt stood for an hour.\n
 */
export const signOff: Rule = {
  id: 'complete/sign-off',
  about: 'A sign-off that was asked for and is not given, or a severe incident that is published without one.',
  reason: 'A sign-off says that somebody else read it and that its actions have the time they need.',
  question: 'Who has read this and agreed that the actions get done?',
  levels: { draft: 'info', review: 'info', published: 'error' },
  dependsOn: 'stage',
  find(document) {
    const { reading } = document;
    const form = formOf(document);
    if (form === 'none') return [];
    const open = openApprovals(reading);
    const weight = form === 'imported' ? { atMost: 'warning' as const } : {};
    if (open.length > 0) return open.map((hit) => ({ ...hit, ...weight }));
    const isPublished = document.context.stage === 'published';
    if (isAsked(reading) || form === 'imported' || !isPublished || !isSevere(document)) return [];
    return [{ place: placeFor(reading, []), message: 'There is no sign-off.', atMost: 'warning' } satisfies Hit];
  },
};

function isAsked({ postmortem, sections }: Reading): boolean {
  const { signOff: given, people } = postmortem;
  return (
    given.approvals.length + people.approvers.length > 0 || sections.some(({ names }) => names.includes('signOff'))
  );
}

/** A hit for each name that is still open, each place once. */
function openApprovals({ postmortem }: Reading): readonly Hit[] {
  const { signOff: given, people } = postmortem;
  const named = given.approvals.map(({ role, name }) => ({ role, name }));
  const all = [...named, ...people.approvers.map((name) => ({ role: '', name }))];
  const open = new Map<number, Hit>();
  for (const { role, name } of all) {
    const place = placeIn(name);
    if (place === null || open.has(place.from)) continue;
    const whose = role.trim() === '' ? 'The sign-off' : `The sign-off ${quoted(role)}`;
    open.set(place.from, { place, message: `${whose} is not given yet.` });
  }
  return [...open.values()];
}

function placeIn(name: Field<string>): Place | null {
  return name.state === 'unknown' ? (name.places[0] ?? null) : null;
}
