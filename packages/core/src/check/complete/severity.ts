import type { Rule } from '../rule.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';

/**
 * Looks for a severity that was not chosen.
 *
 * @finds document: # Orders were delivered twice\n\n**Severity:** [P0/P1/P2/P3]\n ⟶ [P0/P1/P2/P3]
 * @finds document: # Orders were delivered twice\n\n**Severity:** SEV-X\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-2\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** Critical\n
 */
export const severity: Rule = {
  id: 'complete/severity',
  about: 'A severity that was not chosen.',
  reason: 'The severity decides who is told and how much is asked of the post-mortem.',
  question: 'Which level of the scale fits what users felt?',
  levels: required,
  find(document) {
    return missing(document, { fields: [document.reading.postmortem.severity], words: 'severity' });
  },
};
