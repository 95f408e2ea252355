import type { Known, Reading } from '../model/index.ts';
import type { Measurement, StatedValue } from './measurement.ts';
import type { Definition } from './metric.ts';
import { minutesText } from './number-text.ts';
import { statedTolerance } from './stated-tolerance.ts';

/** A measurement before its house mark, with the definition that it follows. */
export type Defined = readonly [definition: Definition, measurement: Measurement];

/**
 * What a document states beside all that was worked out: with the house's definition first, then with every other. A
 * stated value is never changed, and never used as a number.
 */
export function compareStated(
  title: string,
  stated: Known<number>,
  all: readonly Defined[],
  house: string,
  reading: Reading,
): StatedValue {
  const computed = all.flatMap(([definition, { from, to, result }]) => {
    if (result.state !== 'known') return [];
    const ends = [from, to].filter((anchor) => anchor !== undefined);
    const tolerance = statedTolerance(stated, ends);
    const apart = Math.abs(result.value - stated.value);
    return [{ definition, value: result.value, from, to, tolerance, apart, fits: apart <= tolerance + 1e-9 }];
  });
  const own = computed.find(({ definition }) => definition.id === house);
  const tolerance = own?.tolerance ?? statedTolerance(stated, []);
  const value: Omit<StatedValue, 'verdict'> = {
    value: stated.value,
    written: stated.written,
    places: stated.places,
    tolerance,
  };
  if (computed.length === 0) return { ...value, verdict: 'notCompared' };
  if (own?.fits === true) return { ...value, verdict: 'agrees', fits: own.definition.id };
  const [other] = computed.filter(({ fits }) => fits).toSorted((a, b) => a.apart - b.apart);
  if (other !== undefined) {
    const message = `The stated ${title} “${stated.written}” is the time ${other.definition.title}${own === undefined ? '' : `; ${own.definition.title} it is ${minutesText(own.value)}`}.`;
    return { ...value, verdict: 'agreesWithOther', fits: other.definition.id, message };
  }
  const shown = own ?? computed[0];
  if (shown === undefined) return { ...value, verdict: 'notCompared' };
  const ends =
    shown.from === undefined || shown.to === undefined
      ? ''
      : ` (${shown.from.clock} “${rowWords(reading, shown.from.places[0])}” to ${shown.to.clock} “${rowWords(reading, shown.to.places[0])}”)`;
  const message = `The text states ${minutesText(stated.value)} (“${stated.written}”) as ${title}; by its own times it is ${minutesText(shown.value)} ${shown.definition.title}${ends}.`;
  return { ...value, verdict: 'differs', message };
}

/** The words of the row or line that a place belongs to, short. */
function rowWords({ postmortem, text }: Reading, place: { readonly from: number } | undefined): string {
  if (place === undefined) return '';
  const row = postmortem.timeline.find(({ at }) => at.places[0]?.from === place.from);
  const words =
    row?.text.state === 'known'
      ? row.text.value
      : text
          .slice(place.from)
          .split(/[\r\n|]/, 1)[0]
          ?.trim();
  return (words ?? '').replaceAll(/\s+/g, ' ').slice(0, 60).trimEnd();
}
