import { isAnchor } from '../anchors.ts';
import { dataValues } from '../data-values.ts';
import type { Contradiction, Statements } from './contradiction.ts';

/** An end that the document states, and that is the time of its review (`metrics.md` §12.1). */
export function endIsReview({ reading, anchors, rows }: Statements): readonly Contradiction[] {
  const { closed } = anchors;
  if (!isAnchor(closed)) return [];
  const field = reading.postmortem.instants.impactEnd;
  const end = anchors.impactEnd;
  const isReplaced = isAnchor(end)
    ? end.source === 'guessed' && field.places[0]?.from !== end.places[0]?.from
    : end.missing === 'isReview';
  const stated = isReplaced ? field.places.slice(0, 1) : [];
  const inData = dataValues(reading)
    .filter(
      ({ name, value }) =>
        /^(?:incident_|impact_|outage_)?end(?:_?time|ed_?at)?$/i.test(name) && instantOf(value) === closed.at,
    )
    .map(({ place }) => place);
  const places = [...stated, ...inData];
  if (places.length === 0) return [];
  const last = rows.findLast(({ instant }) => instant === 'impactEnd' || instant === 'resolved');
  const instead = last === undefined ? '' : ` The last row that tells of an end is that of ${last.clock}.`;
  return [
    {
      id: 'end-is-review',
      message: `The stated end ${closed.clock} is the time of the review or of the paperwork, which ends no incident.${instead}`,
      question: 'When were users no longer affected?',
      places: [...places, ...closed.places.slice(0, 1)],
    },
  ];
}

/** A full timestamp with its distance from UTC; any other text is no instant. */
function instantOf(value: number | string): number | null {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(value)
  )
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
