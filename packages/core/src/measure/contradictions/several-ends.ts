import type { Anchor } from '../measurement.ts';
import { minutesText } from '../number-text.ts';
import type { Contradiction, Statements } from './contradiction.ts';

const NAMES = { impactEnd: 'that the impact ended', resolved: 'that it was resolved' } as const;

/** Rows that each tell the same end, without a new start between them: which one counts (`metrics.md` §12.6)? */
export function severalEnds({ rows, anchors }: Statements): readonly Contradiction[] {
  return (['impactEnd', 'resolved'] as const).flatMap((name) => {
    const chosen = anchors[name];
    if ('at' in chosen && chosen.source === 'pinned') return [];
    const ends = endsOf(rows, name);
    const [first] = ends;
    const last = ends.at(-1);
    if (first === undefined || last === undefined || last.at - first.at <= 60_000) return [];
    const told = ends.map(({ clock, day }) => (day === first.day ? clock : `${day} ${clock}`)).join(' and ');
    return [
      {
        id: 'several-ends',
        message: `Several rows tell ${NAMES[name]}: ${told}, ${minutesText((last.at - first.at) / 60_000)} apart. The last one counts.`,
        question: `Which of them is the end? Pin it in the front matter: times: { ${name}: … }.`,
        places: ends.flatMap(({ places }) => places.slice(0, 1)),
      },
    ];
  });
}

/** The ends behind the last start: one before a new start ended another stretch. */
function endsOf(rows: readonly Anchor[], name: 'impactEnd' | 'resolved'): readonly Anchor[] {
  const start = rows.findLastIndex(({ instant }) => instant === 'impactStart');
  return rows.slice(start + 1).filter(({ instant }) => instant === name);
}
