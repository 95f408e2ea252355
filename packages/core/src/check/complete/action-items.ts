import type { Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { advised } from './levels.ts';
import { placeFor } from './place-for.ts';
import { isToldInProse } from './told-in-prose.ts';

/**
 * Looks for a post-mortem that lists no action item and does not say that none is needed.
 *
 * @finds document: # Orders were delivered twice\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| [Action] | @owner | YYYY-MM-DD |\n ⟶ Action items
 * @finds document: # Orders were delivered twice\n\n## Action items\n ⟶ Action items
 * @passes document: # Orders were delivered twice\n\n## Action items\n\n- Make the lock outlive the slowest order\n
 * @passes document: # Orders were delivered twice\n\n## Action items\n\nNone needed, the consumer is retired this week.\n
 */
export const actionItems: Rule = {
  id: 'complete/action-items',
  about: 'A post-mortem that lists no action item and does not say that none is needed.',
  reason: 'What nobody takes up stays as it was, and the same happens again.',
  question: 'What will be different in the system the next time these conditions meet? If nothing has to, say why.',
  source: 'Google, The Site Reliability Workbook, chapter 10',
  levels: advised,
  find(document) {
    const { reading } = document;
    const { actionItems: items, prevention } = reading.postmortem;
    const planned = items.length + prevention.points.length + prevention.technical.length;
    const form = formOf(document);
    const section = reading.sections.find(({ names }) => names.includes('actionItems'));
    const body = section === undefined ? '' : reading.text.slice(section.headingPlace.to, section.to).slice(0, 400);
    if (form === 'none' || items.length > 0 || NONE.test(body)) return [];
    if (section === undefined && (planned > 0 || isToldInProse(document, ['actionItems'], PLANNED))) return [];
    return [
      {
        place: placeFor(reading, [], ['actionItems']),
        message: 'There are no action items yet.',
        ...(form === 'imported' && { atMost: 'info' as const }),
      },
    ];
  },
};

/** Words by which running text tells what will be done. */
const PLANNED =
  /(?<!\p{L})(?:plans? to|planned to|plan on|intends? to|committed to|commits to|corrective|preventi(?:on|ve)|preventative|to prevent|remediation|long[- ]term|next steps?|follow[- ]ups?|maßnahmen?|vorbeug\p{L}{0,6}|preventiv\p{L}{0,3}|prevenir|prévention|prevenção|tiltak|forhindre)(?!\p{L})|预防|改进|缓解措施|原则|再発防止|対策/iu;

/** Words that say that nothing has to be done. */
const NONE =
  /\b(?:none|nothing|not (?:needed|required|applicable)|no (?:further |new |more )?(?:actions?|follow|changes?)|n\/a|keine|aucune?|ningun[oa]|nenhuma?|ingen)\b|なし|无需/i;
