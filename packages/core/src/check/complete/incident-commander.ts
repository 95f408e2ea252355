import type { Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';
import { isSevere } from './severity-level.ts';

/**
 * Looks for an incident commander who was asked for and is not named, and for one at the two highest severities anyway.
 *
 * @finds document: # Orders were delivered twice\n\n**Incident Commander:** [Name]\n ⟶ [Name]
 * @finds document: # Orders were delivered twice\n\n**Severity:** SEV-1\n\n## Summary\n\nEach order came twice.\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-1\n**Incident Commander:** R. Sato\n
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
    if (!isAsked && !isSevere(document)) return [];
    // A template without the label did not ask for it, and an imported document even less.
    const unasked = formOf(document) === 'imported' ? 'info' : 'warning';
    const wanted = { fields: [commander], words: 'incident commander' };
    return missing(document, isAsked ? wanted : { ...wanted, atMost: unasked });
  },
};
