import type { SectionName } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { knownTexts } from './known-texts.ts';
import { required } from './levels.ts';
import { missing } from './missing.ts';
import { isMinor } from './severity-level.ts';
import { isToldInProse } from './told-in-prose.ts';

/**
 * Looks for a post-mortem from which nothing was learned: nothing that went well or wrong, no luck and no lesson.
 *
 * @finds document: # Orders were delivered twice\n\n## Lessons learned\n\n- [What we now know]\n ⟶ [What we now know]
 * @finds document: # Orders were delivered twice\n\n## Summary\n\nEach order came twice.\n
 * @passes document: # Orders were delivered twice\n\n## What went well\n\n- The alert named the queue\n
 * @passes document: # Orders were delivered twice\n\n## Lessons learned\n\nA lock needs a longer life than the slowest order.\n
 */
export const lessons: Rule = {
  id: 'complete/lessons',
  about: 'A post-mortem from which nothing was learned: nothing that went well or wrong, no luck and no lesson.',
  reason: 'What was learned is what others can use, long after this incident is repaired.',
  question: 'What do you know about the system now that you did not know before, and what helped?',
  source: 'Google, Site Reliability Engineering, chapter 15',
  levels: required,
  find(document) {
    const { lessons: told } = document.reading.postmortem;
    if (knownTexts(told).length > 0 || isToldInProse(document, LESSONS, LEARNED)) return [];
    const { wentWell, wentWrong, couldImprove, lucky, learned, doDifferently } = told;
    const items = [learned, wentWell, wentWrong, couldImprove, lucky, doDifferently].flat();
    return missing(document, {
      fields: [told.text, ...items.map(({ text }) => text)],
      sections: LESSONS,
      words: 'lesson',
      ...(isMinor(document) && { atMost: 'warning' as const }),
    });
  },
};

const LESSONS: readonly SectionName[] = ['lessons', 'wentWell', 'wentWrong', 'lucky'];

/** Words by which running text tells what was learned. */
const LEARNED =
  /(?<!\p{L})(?:learned|learnt|learnings?|lessons?|takeaways?|hindsight|highlighted|highlights|revealed|gelernt|lehren?|lecci[oó]n(?:es)?|aprendi\p{L}{0,8}|leçons?|lições|lærte|lærdom\p{L}{0,4})(?!\p{L})|教訓|教训|学び|经验/iu;
