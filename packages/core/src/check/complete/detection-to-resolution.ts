import type { InstantName, Reading } from '../../model/index.ts';
import type { Hit, Rule } from '../rule.ts';
import { formOf } from './form.ts';
import { required } from './levels.ts';
import { placeFor } from './place-for.ts';

/**
 * Looks for a timeline that is missing, or, in a template, that does not tell both how the incident was noticed and how
 * it ended. Which row is which is guessed from its words, and people of other forms tell it in too many ways.
 *
 * @finds document: # Orders were delivered twice\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| HH:MM | [Event] |\n ⟶ Timeline
 * @finds document: ---\ntemplate: compact\n---\n\n# Orders were delivered twice\n\n## Timeline\n\n- 10:02 Alert fired: queue depth\n- 10:04 Acknowledged the alert\n
 * @passes document: # Orders were delivered twice\n\n## Timeline\n\n- 10:02 Alert fired: queue depth\n- 10:50 Service restored\n
 * @passes document: # Orders were delivered twice\n\n## Timeline\n\n- 10:02 Ana sees the queue grow\n- 10:50 The queue is short\n
 * @passes document: ---\ntimes: { detected: 2026-03-02T10:02Z, resolved: 2026-03-02T10:50Z }\n---\n\n# Orders were delivered twice\n
 */
export const detectionToResolution: Rule = {
  id: 'complete/detection-to-resolution',
  about: 'A timeline that is missing, or that does not tell both how the incident was noticed and how it ended.',
  reason: 'How long users waited, and for what, can only be seen from detection to resolution.',
  question: 'What first showed that something was wrong, what ended it, and at what time was each?',
  source: 'Google, Site Reliability Engineering, chapter 15',
  levels: required,
  find(document) {
    const { reading } = document;
    const form = formOf(document);
    const { timeline } = reading.postmortem;
    const begins = tellsAny(reading, BEGINNING);
    const ends = tellsAny(reading, END);
    if (form === 'none' || (begins && ends)) return [];
    const place = placeFor(reading, [], ['timeline']);
    const isAsked = reading.sections.some(({ names }) => names.includes('timeline'));
    const weight = form === 'imported' ? { atMost: isAsked ? ('warning' as const) : ('info' as const) } : {};
    if (timeline.length === 0) return [{ place, message: 'There is no timeline yet.', ...weight }];
    // Guessed from words, this is not certain, and in a form that we do not know it is wrong too often.
    if (form === 'imported') return [];
    return [{ place, message: messageFor(begins, ends), atMost: 'warning' } satisfies Hit];
  },
};

const BEGINNING: readonly InstantName[] = ['alerted', 'detected', 'impactStart', 'acknowledged', 'declared'];
const END: readonly InstantName[] = ['impactEnd', 'mitigated', 'resolved', 'closed'];

function tellsAny({ postmortem }: Reading, names: readonly InstantName[]): boolean {
  const { instants, timeline } = postmortem;
  return (
    names.some((name) => instants[name].state === 'known') ||
    timeline.some(({ role }) => role !== undefined && names.includes(role.instant))
  );
}

function messageFor(begins: boolean, ends: boolean): string {
  if (begins) return 'No row of the timeline tells how the incident ended.';
  return ends
    ? 'No row of the timeline tells how the incident was noticed.'
    : 'No row of the timeline tells how the incident was noticed, and none how it ended.';
}
