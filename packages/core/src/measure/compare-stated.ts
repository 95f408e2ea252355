import type { InstantName, Known, Reading } from '../model/index.ts';
import { instantWords } from './instant-words.ts';
import type { Anchor, Measurement, StatedValue } from './measurement.ts';
import type { Definition } from './metric.ts';
import { minutesText } from './number-text.ts';
import { rowsApart } from './rows-apart.ts';
import { statedTolerance } from './stated-tolerance.ts';

/** A measurement before its house mark, with the definition that it follows. */
export type Defined = readonly [definition: Definition, measurement: Measurement];

/** What is compared, and with what. */
export interface Comparison {
  /** `time to detect` */
  readonly title: string;
  readonly stated: Known<number>;
  readonly all: readonly Defined[];
  /** The id of the house's definition, and the instant that it starts from. */
  readonly house: string;
  readonly from: InstantName;
  /** The instants with which the stated time may end. */
  readonly ends: ReadonlySet<InstantName>;
  readonly reading: Reading;
  /** The rows of the timeline on the line of time. */
  readonly rows: readonly Anchor[];
}

/**
 * What a document states beside all that was worked out: with the house's definition first, then with every other. A
 * stated value is never changed, and never used as a number.
 */
export function compareStated({
  title,
  stated,
  all,
  house,
  reading,
  rows: allRows,
  from,
  ends: endNames,
}: Comparison): StatedValue {
  const computed = all.flatMap(([definition, measurement]) => {
    const { result } = measurement;
    if (result.state !== 'known') return [];
    const ends = [measurement.from, measurement.to].filter((anchor) => anchor !== undefined);
    const tolerance = statedTolerance(stated, ends);
    const apart = Math.abs(result.value - stated.value);
    return [
      {
        definition,
        value: result.value,
        from: measurement.from,
        to: measurement.to,
        tolerance,
        apart,
        fits: apart <= tolerance + 1e-9,
      },
    ];
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
  const rows = rowsApart(stated.value, tolerance, allRows, endNames);
  const told = rows === null ? '' : rowsText(rows, reading);
  if (own === undefined) {
    const message = `The stated ${title} “${shortly(stated.written)}” is the time${told}. If that is ${instantWords[from]}, pin it in the front matter: times: { ${from}: ${pinText(rows?.[0])} }.`;
    return { ...value, verdict: 'notCompared', ...(rows !== null && { message }) };
  }
  const ends = own.from === undefined || own.to === undefined ? '' : `,${rowsText([own.from, own.to], reading)}`;
  const instead = told === '' ? '' : ` What is stated is the time${told}.`;
  const message = `The text states ${minutesText(stated.value)} (“${shortly(stated.written)}”) as ${title}; by its own times it is ${minutesText(own.value)}${ends}.${instead}`;
  return { ...value, verdict: 'differs', message };
}

function rowsText([from, to]: readonly [Anchor, Anchor], reading: Reading): string {
  const isMixed = from.zone.name !== to.zone.name;
  return ` from ${rowText(from, reading, isMixed)} to ${rowText(to, reading, isMixed)}`;
}

function pinText(anchor: Anchor | undefined): string {
  return anchor === undefined ? '' : new Date(anchor.at).toISOString().replace(/:00\.000Z$/, 'Z');
}

function shortly(written: string): string {
  const line = written.replaceAll(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** The clock of an instant, with its zone where the other has another, and the words of its row where it stands in one. */
function rowText({ clock, places, zone }: Anchor, { postmortem }: Reading, isMixed: boolean): string {
  const told = isMixed ? `${clock} ${zone.name}` : clock;
  const row = postmortem.timeline.find(({ at }) => at.places[0]?.from === places[0]?.from);
  const words = row?.text.state === 'known' ? shortly(row.text.value) : '';
  return words === '' ? told : `${told} “${words}”`;
}
