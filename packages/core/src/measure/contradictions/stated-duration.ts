import { dataValues, numberNamed } from '../data-values.ts';
import type { Measurement } from '../measurement.ts';
import { minutesText } from '../number-text.ts';
import { incidentEnds, rowsApart } from '../rows-apart.ts';
import type { Contradiction, Statements } from './contradiction.ts';

/** A length of time that the document states, and that its own times do not give in any definition. */
export function statedDuration(statements: Statements): readonly Contradiction[] {
  const { measurements } = statements;
  const stated = measurements.flatMap(({ stated: value, places }): readonly Contradiction[] => {
    if (value?.verdict !== 'differs' || value.message === undefined) return [];
    const review = untilReview(value.value, value.tolerance, statements);
    return [
      {
        id: 'stated-duration',
        message: `${value.message}${review}`,
        question: review === '' ? ASK : ASK_REVIEW,
        places: [...value.places.slice(0, 1), ...places],
      },
    ];
  });
  const impact = measurements.find(({ metric, isHouse }) => metric === 'impact-duration' && isHouse);
  return [...stated, ...inData(statements, impact)];
}

const ASK = 'Which of the two is meant? Correct the number, or pin the times that it runs between.';
const ASK_REVIEW = 'Was the time until the review meant, or the time until the service was back?';

function inData(statements: Statements, impact: Measurement | undefined): readonly Contradiction[] {
  const told = numberNamed(
    dataValues(statements.reading),
    /^(?:incident_|impact_|outage_)?duration_?(?:in_)?min(?:ute)?s?$/i,
  );
  if (told === null || impact?.result.state !== 'known') return [];
  if (Math.abs(impact.result.value - told.value) <= 1 || impact.stated?.value === told.value) return [];
  const review = untilReview(told.value, 1, statements);
  const [from, to] = [impact.from?.clock, impact.to?.clock];
  const ends = from === undefined || to === undefined ? '' : `, from ${from} to ${to}`;
  return [
    {
      id: 'stated-duration',
      message: `The data block states ${minutesText(told.value)} (“${told.name}”); by the times of the text users were affected for ${minutesText(impact.result.value)}${ends}.${review}`,
      question: review === '' ? ASK : ASK_REVIEW,
      places: [told.place, ...impact.places],
    },
  ];
}

/** Where the stated time runs until a review: the sentence that says so. */
function untilReview(minutes: number, tolerance: number, { rows }: Statements): string {
  const until = rowsApart(minutes, tolerance, rows, incidentEnds)?.[1];
  return until?.instant === 'closed'
    ? ` It counts until the review at ${until.clock}, and a review ends no incident.`
    : '';
}
