import type { Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';

/**
 * Looks for a severity that was asked for and not chosen. A document of somebody's own form without a place for one is
 * left alone.
 *
 * @finds document: # Orders were delivered twice\n\n**Severity:** [P0/P1/P2/P3]\n ⟶ [P0/P1/P2/P3]
 * @finds document: # Orders were delivered twice\n\n**Severity:** SEV-X\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-2\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** Critical\n
 * @passes document: # Orders were delivered twice\n\n## Summary\n\nEach order came twice.\n
 */
export const severity: Rule = {
  id: 'complete/severity',
  about: 'A severity that was asked for and not chosen.',
  reason: 'The severity decides who is told and how much is asked of the post-mortem.',
  question: 'Which level of the scale fits what users felt?',
  levels: required,
  find(document) {
    const { severity: level } = document.reading.postmortem;
    const isAsked = !(level.state === 'unknown' && level.reason === 'absent');
    return isAsked || formOf(document) === 'own' ? missing(document, { fields: [level], words: 'severity' }) : [];
  },
};
