import type { Known, Reading } from '../model/index.ts';
import type { Anchor, Measurement, StatedValue } from './measurement.ts';
import type { Definition } from './metric.ts';
import { minutesText } from './number-text.ts';
import { rowsApart } from './rows-apart.ts';
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
  rowAnchors: readonly Anchor[],
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
  if (own?.fits === true) return { ...value, verdict: 'agrees', fits: own.definition.id };
  const [other] = computed.filter(({ fits }) => fits).toSorted((a, b) => a.apart - b.apart);
  if (other !== undefined) {
    const message = `The stated ${title} “${shortly(stated.written)}” is the time ${other.definition.title}${own === undefined ? '' : `; ${own.definition.title} it is ${minutesText(own.value)}`}.`;
    return { ...value, verdict: 'agreesWithOther', fits: other.definition.id, message };
  }
  const rows = rowsApart(stated.value, tolerance, rowAnchors);
  const told = rows === null ? '' : rowsText(rows, reading);
  if (own === undefined) {
    const message = `The stated ${title} “${shortly(stated.written)}” is the time${told}. Pin the start in the front matter if the impact began then: times: { impactStart: ${pinText(rows?.[0])} }.`;
    return { ...value, verdict: 'notCompared', ...(rows !== null && { message }) };
  }
  const { from, to } = own;
  const ends = from === undefined || to === undefined ? '' : `,${rowsText([from, to], reading)}`;
  const instead = told === '' ? '' : ` What is stated is the time${told}.`;
  const message = `The text states ${minutesText(stated.value)} (“${shortly(stated.written)}”) as ${title}; by its own times it is ${minutesText(own.value)}${ends}.${instead}`;
  return { ...value, verdict: 'differs', message };
}

function rowsText([from, to]: readonly [Anchor, Anchor], reading: Reading): string {
  return ` from ${rowText(from, reading)} to ${rowText(to, reading)}`;
}

function pinText(anchor: Anchor | undefined): string {
  return anchor === undefined ? '' : new Date(anchor.at).toISOString().replace(/:00\.000Z$/, 'Z');
}

function shortly(written: string): string {
  const line = written.replaceAll(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** The clock of an instant, with the words of its row where it stands in one. */
function rowText({ clock, places }: Anchor, { postmortem }: Reading): string {
  const row = postmortem.timeline.find(({ at }) => at.places[0]?.from === places[0]?.from);
  const words = row?.text.state === 'known' ? shortly(row.text.value) : '';
  return words === '' ? clock : `${clock} “${words}”`;
}
