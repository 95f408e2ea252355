import { valueOf } from '../../model/index.ts';
import { quoted } from '../quoted.ts';
import type { Rule } from '../rule.ts';
import { isOpen, placeOfItem } from './action-owner.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';

/**
 * Looks for an action item without a due date. One that is done, or that stands in a section on prevention, is left alone.
 *
 * @finds document: # Lift stuck\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Replace the brake sensor | Building | YYYY-MM-DD |\n ⟶ YYYY-MM-DD
 * @finds actionItems: Replace the brake sensor
 * @passes document: # Lift stuck\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Replace the brake sensor | Building | 2026-04-02 |\n
 * @passes document: # Lift stuck\n\n## Action items\n\n- [x] Replace the brake sensor\n
 */
export const actionDue: Rule = {
  id: 'complete/action-due',
  about: 'An action item without a due date.',
  reason: 'A day lets people see that an item is late while there is still time to help.',
  question: 'By which day should the system be different, and what does that depend on?',
  source: 'Google, The Site Reliability Workbook, chapter 10',
  levels: required,
  find(document) {
    const weight = formOf(document) === 'imported' ? { atMost: 'warning' as const } : {};
    return document.reading.postmortem.actionItems
      .filter((item) => isOpen(item) && item.due.state === 'unknown')
      .map((item) => ({
        place: item.due.places[0] ?? placeOfItem(item),
        message: `${quoted(valueOf(item.text) ?? '')} has no due date yet.`,
        ...weight,
      }));
  },
};
