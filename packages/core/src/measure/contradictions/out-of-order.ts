import type { InstantName } from '../../model/index.ts';
import { isAnchor } from '../anchors.ts';
import { instantTitle } from '../instant-words.ts';
import type { Contradiction, Statements } from './contradiction.ts';

/** What cannot come before what (`metrics.md` §1). */
const ORDER: readonly (readonly [earlier: InstantName, later: InstantName])[] = [
  ['impactStart', 'mitigated'],
  ['impactStart', 'impactEnd'],
  ['impactStart', 'resolved'],
  ['mitigated', 'resolved'],
  ['resolved', 'closed'],
  ['impactEnd', 'closed'],
  ['alerted', 'acknowledged'],
];

/** Instants that stand in an order in which they cannot have come. */
export function outOfOrder({ anchors }: Statements): readonly Contradiction[] {
  return ORDER.flatMap(([earlier, later]) => {
    const [first, second] = [anchors[earlier], anchors[later]];
    if (!isAnchor(first) || !isAnchor(second) || first.at <= second.at) return [];
    const day = first.day === second.day ? '' : ' on another day';
    return [
      {
        id: 'out-of-order',
        message: `${sentence(instantTitle(later))} (${second.day} ${second.clock}) lies before ${instantTitle(earlier)} (${first.day} ${first.clock})${day}.`,
        question: 'Is one of the two clocks, days or zones wrong, or does one of the rows tell of something else?',
        places: [...first.places.slice(0, 1), ...second.places.slice(0, 1)],
      },
    ];
  });
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
