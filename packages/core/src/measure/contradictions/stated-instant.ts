import type { InstantName } from '../../model/index.ts';
import { isAnchor } from '../anchors.ts';
import { instantTitle } from '../instant-words.ts';
import { minutesText } from '../number-text.ts';
import type { Contradiction, Statements } from './contradiction.ts';

const STATED: readonly InstantName[] = ['impactStart', 'detected', 'impactEnd'];

/** A time stated in the header, and a row of the timeline that tells the same instant at another time. */
export function statedInstant({ anchors, rows }: Statements): readonly Contradiction[] {
  return STATED.flatMap((name) => {
    const stated = anchors[name];
    if (!isAnchor(stated) || stated.source !== 'stated') return [];
    const told = rows.filter(({ instant }) => instant === name);
    const nearest = told.toSorted((a, b) => Math.abs(a.at - stated.at) - Math.abs(b.at - stated.at))[0];
    if (nearest === undefined) return [];
    const apart = Math.abs(nearest.at - stated.at);
    if (apart <= Math.max(60_000, nearest.precision, stated.precision)) return [];
    return [
      {
        id: 'stated-instant',
        message: `${stated.clock} is stated as ${instantTitle(name)}, and the row of the timeline that tells it is that of ${nearest.clock}, ${minutesText(apart / 60_000)} apart. The stated one counts.`,
        question: 'Which of the two is right, or does the row tell of something else?',
        places: [...stated.places.slice(0, 1), ...nearest.places.slice(0, 1)],
      },
    ];
  });
}
