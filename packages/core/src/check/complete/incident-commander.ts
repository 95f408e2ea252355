import type { Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';
import { isSevere } from './severity-level.ts';

/**
 * Looks for an incident commander who was asked for and is not named, and in a template for one at the two
 * highest severities anyway. A document of somebody's own form without a place for one is left alone.
 *
 * @finds document: # Orders were delivered twice\n\n**Incident Commander:** [Name]\n ⟶ [Name]
 * @finds document: ---\ntemplate: compact\n---\n\n# Orders were delivered twice\n\n**Severity:** SEV-1\n\n## Summary\n\nEach order came twice.\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-1\n**Incident Commander:** R. Sato\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-1\n\n## Summary\n\nEach order came twice.\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-3\n\n## Summary\n\nEach order came twice.\n
 */
export const incidentCommander: Rule = {
  id: 'complete/incident-commander',
  about: 'An incident commander who was asked for and is not named, or a severe incident without one.',
  reason: 'Whoever led the response knows what was decided when, and whom readers can ask.',
  question: 'Which role led the response, and who held it?',
  source: 'PagerDuty, Incident Response: incident commander',
  levels: required,
  find(document) {
    const { commander } = document.reading.postmortem.people;
    const isAsked = !(commander.state === 'unknown' && commander.reason === 'absent');
    if (!isAsked && !(isSevere(document) && formOf(document) === 'own')) return [];
    const wanted = { fields: [commander], words: 'incident commander' };
    // A template without the label did not ask for it.
    return missing(document, isAsked ? wanted : { ...wanted, atMost: 'warning' });
  },
};
