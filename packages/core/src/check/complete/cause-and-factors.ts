import { type Field, knownOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';
import { isToldInProse } from './told-in-prose.ts';
import { placeFor } from './place-for.ts';
import { isMinor, isSevere } from './severity-level.ts';

/**
 * Looks for a post-mortem without a cause, or with fewer than two contributing factors where it lists them.
 *
 * @finds document: # Orders were delivered twice\n\n## Root cause\n\n[What failed]\n ⟶ Root cause
 * @finds document: # Orders were delivered twice\n\n## Root cause\n\nTwo consumers read one queue.\n\n## Contributing factors\n\n- The lock expired after a second\n ⟶ Contributing factors
 * @passes document: # Orders were delivered twice\n\n## Root cause\n\nTwo consumers read one queue.\n\n## Contributing factors\n\n- The lock expired after a second\n- The queue keeps what was not confirmed\n
 * @passes document: # Orders were delivered twice\n\n**Severity:** SEV-3\n\n## Root cause\n\nThe lock expired, and the queue keeps what was not confirmed.\n
 */
export const causeAndFactors: Rule = {
  id: 'complete/cause-and-factors',
  about: 'A post-mortem without a cause, or with fewer than two contributing factors where it lists them.',
  reason: 'Incidents come of several conditions together; each that is found is one more way to prevent the next.',
  question: 'Which other conditions also had to be present, and what let them be?',
  source: 'Cook, How Complex Systems Fail, points 3 and 7',
  levels: required,
  find(document) {
    const { causes, headerFields } = document.reading.postmortem;
    const { root, immediate, whyItHappened, whatHappened, trigger, whys, factors } = causes;
    const header = headerFields.rootCause === undefined ? [] : [headerFields.rootCause];
    const told: readonly Field<unknown>[] = [root, immediate, whyItHappened, whatHappened, trigger, ...header];
    const known = knownOf(factors.map(({ text }) => text)).length;
    const answers = knownOf(whys.map(({ answer }) => answer)).length;
    if (known + answers === 0) {
      const sections = ['rootCause', 'fiveWhys', 'contributingFactors'] as const;
      const none = isToldInProse(document, sections, CAUSE)
        ? []
        : missing(document, { fields: told, sections, words: 'cause' });
      if (none.length > 0) return none;
    }
    return known >= 2 ? [] : fewFactors(document, known, answers);
  },
};

/** Words by which running text tells a cause. */
const CAUSE =
  /(?<!\p{L})(?:because|causes?|caused|causing|due to|led to|leading to|resulted|resulting|bug|misconfigur\p{L}{0,8}|culprit|to blame|wegen|aufgrund|ursache|verursacht|causa|causado|porque|debido|devido|causou|en raison|à cause|årsak\p{L}{0,6}|fordi|skyldes|grunnet)(?!\p{L})|原因|由于|因为|根因|起因|のため/iu;

function fewFactors(document: Checked, known: number, answers: number): readonly Hit[] {
  const { reading } = document;
  const { factors } = reading.postmortem.causes;
  const form = formOf(document);
  const isAsked =
    factors.length > 0 ||
    reading.sections.some(({ names }) => names.length === 1 && names[0] === 'contributingFactors');
  // A chain of whys is several conditions, too; a form without a list of factors never asked for one.
  const isTold = known + answers >= 2 || (!isAsked && !isSevere(document)) || form === 'none';
  if (isTold || (!isAsked && form === 'imported')) return [];
  const open = factors.map(({ text }) => text);
  return [
    {
      place: placeFor(reading, open, ['contributingFactors', 'rootCause', 'fiveWhys']),
      message: known === 0 ? 'No contributing factor is told.' : 'Only one contributing factor is told.',
      ...(form === 'imported' || isMinor(document) || !isAsked ? { atMost: 'warning' as const } : {}),
    },
  ];
}
