import { actionStrength } from '../../measure/action-strength.ts';
import { valueOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';

/**
 * Looks for an incident of the two highest severities whose action items all rely on people's care or memory: training, documents, investigations. English only, and a guess by words.
 *
 * @finds document: # Mail down\n\n**Severity:** SEV1\n\n## Action items\n\n- [ ] Document how to drain the queue\n- [ ] Train the on-call rota on the queue\n
 * @finds document: # Mail down\n\n**Severity:** P1\n\n## Action items\n\n- [ ] Investigate why the queue filled up\n
 * @passes document: # Mail down\n\n**Severity:** SEV1\n\n## Action items\n\n- [ ] Document how to drain the queue\n- [ ] Reject messages when the queue is full\n
 * @passes document: # Mail down\n\n**Severity:** SEV3\n\n## Action items\n\n- [ ] Document how to drain the queue\n
 */
export const onlyWeakActions: Rule = {
  id: 'action/only-weak-actions',
  about: 'An incident of the two highest severities whose action items all rely on care or memory.',
  reason: 'Documents, training and studies work as long as somebody remembers them; under pressure nobody may.',
  question:
    'Is there at least one change to the system that makes this impossible, or that helps without being remembered?',
  source: 'RCA²: Improving Root Cause Analyses and Actions to Prevent Harm (National Patient Safety Foundation, 2015)',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: weakOnly,
};

function weakOnly({ reading, context }: Checked): readonly Hit[] {
  const level = context.severityLevel ?? valueOf(reading.postmortem.severity)?.level ?? null;
  if (level === null || level > 2 || reading.postmortem.language !== 'en') return [];
  const items = trackedItems(reading).filter((item) => itemState(item) !== 'cancelled');
  const [first] = items;
  if (first === undefined || items.some(({ text }) => actionStrength(text.value).strength !== 'weak')) return [];
  const place = first.text.places[0] ?? first.place;
  const message =
    items.length === 1
      ? 'The only action item relies on care or memory, and the incident is of a high severity.'
      : `All ${items.length} action items rely on care or memory, and the incident is of a high severity.`;
  return [{ place, message }];
}
