import { addMonths } from '../../model/day.ts';
import type { Known, Splice } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { certainDay } from './certain-day.ts';
import { incidentDay } from './incident-day.ts';

/**
 * Looks for a next review on the day of the incident, or before it.
 *
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Sign-off\n\n**Next review**: 2026-03-04 (6 months from incident)\n
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Sign-off\n\n**Next review**: 4 September 2025\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Sign-off\n\n**Next review**: 2026-09-04 (6 months from incident)\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04 06:40 UTC\n\n## Sign-off\n\n**Next review**: 2026-03-04 10:00 UTC\n
 * @passes document: # Mail down\n\n**Date:** 2026-03-04\n\n## Sign-off\n\n**Next review**: in six months\n
 */
export const nextReviewTooEarly: Rule = {
  id: 'consistent/next-review-too-early',
  about: 'A next review on the day of the incident, or before it.',
  reason: 'The next review asks whether the changes held, which nobody can tell on the day itself.',
  question: 'On which day can you see whether the actions worked?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: earlyReview,
};

function earlyReview({ reading: { postmortem } }: Checked): readonly Hit[] {
  const { nextReview } = postmortem.signOff;
  const [place] = nextReview.places;
  const day = certainDay(nextReview);
  if (day === null || place === undefined) return [];
  const start = incidentDay(postmortem);
  // With a clock it is the next meeting about an incident that may still go on.
  if (nextReview.state === 'known' && /\d[:.h]\d{2}(?!\d|[.-])/.test(nextReview.value.slice(0, 60))) return [];
  if (start === null || day > start) return [];
  const where = day === start ? 'the day of the incident' : `before the incident of ${start}`;
  const fix = nextReview.state === 'known' ? byItsOwnRule(nextReview, start) : [];
  return [{ place, message: `The next review is set for ${day}, ${where}.`, ...(fix.length > 0 && { fix }) }];
}

const OWN_RULE = /^(\d{4}-\d{2}-\d{2}) {0,3}\((\d{1,2}) months? (?:from|after) (?:the )?incident\)/;

/** `2026-03-04 (6 months from incident)` says itself which day it means. */
function byItsOwnRule({ written, places: [place] }: Known<string>, start: string): readonly Splice[] {
  const [, day = '', months = ''] = OWN_RULE.exec(written) ?? [];
  if (place === undefined || Number(months) < 1) return [];
  return [{ from: place.from, to: place.from + day.length, insert: addMonths(start, Number(months)) }];
}
