import { valueOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';

/**
 * Looks for a post-mortem that does not say on which day the incident began.
 *
 * @finds document: # Orders were delivered twice\n\n**Date:** YYYY-MM-DD\n ⟶ YYYY-MM-DD
 * @finds document: # Orders were delivered twice\n\n## Summary\n\nThe queue stood still.\n
 * @passes document: # Orders were delivered twice\n\n**Date:** 2026-03-02\n
 * @passes document: # Orders were delivered twice\n\n## Timeline\n\n- 2026-03-02 10:04 UTC The first alert fired\n
 * @passes document: # Orders were delivered twice\n\n**Incident ID:** INC-20260302-1004\n
 */
export const date: Rule = {
  id: 'complete/date',
  about: 'A post-mortem that does not say on which day the incident began.',
  reason: 'Without its day an incident cannot be put beside changes, other incidents and error budgets.',
  question: 'On which day, in which zone, did it begin?',
  levels: required,
  find(document) {
    const { date: day, incidentId, instants } = document.reading.postmortem;
    if (DAY_IN_ID.test(valueOf(incidentId) ?? '')) return [];
    const dated = Object.values(instants).filter((field) => field.state === 'known' && field.value.day !== undefined);
    return dated.length > 0
      ? []
      : missing(document, { fields: [day], words: 'date of the incident', unasked: 'warning' });
  },
};

/** `INC-20260615-161222` tells the day, too. */
const DAY_IN_ID = /(?<!\d)20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])(?!\d)/;
