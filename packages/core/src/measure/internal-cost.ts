import type { Known, Reading } from '../model/index.ts';
import type { Measurement } from './measurement.ts';
import type { Definition, Metric } from './metric.ts';
import { writtenCount } from './written-count.ts';

/** What an incident cost inside the house, as far as the document states it. */
export interface InternalCost extends Pick<Metric, 'name' | 'title' | 'unit' | 'about' | 'disagreement' | 'sources'> {
  readonly definition: Definition;
  /** Words of the label or value that name it. */
  readonly words: RegExp;
  /** From the text to the number, in the unit of the metric. */
  readonly valueOf: (text: string) => number | null;
  readonly missing: string;
}

/** A metric that only the document itself can tell: the number stated under internal impact. */
export function internalCost({ definition, words, valueOf, missing, ...metric }: InternalCost): Metric {
  return {
    ...metric,
    definitions: [definition],
    measure: ({ reading }) => {
      const told = stated(reading, words);
      const value = told === null ? null : valueOf(told.value);
      const measurement: Measurement = {
        metric: metric.name,
        definition: definition.id,
        isHouse: true,
        unit: metric.unit,
        result:
          value === null
            ? { state: 'unknown', reason: told === null ? 'notStated' : 'noNumber', message: missing }
            : { state: 'known', value },
        places: told?.places.slice(0, 1) ?? [],
        notes: value === null ? [] : ['As the document states it; nothing is worked out.'],
      };
      return [measurement];
    },
  };
}

/** The first internal impact whose value, or line before it, names what is asked for. */
function stated({ postmortem, text }: Reading, words: RegExp): Known<string> | null {
  for (const field of postmortem.impact.internal) {
    if (field.state !== 'known') continue;
    const from = field.places[0]?.from ?? 0;
    const line =
      text
        .slice(Math.max(0, from - 80), from)
        .split(/[\r\n]/)
        .at(-1) ?? '';
    if (words.test(line) || words.test(field.value.slice(0, 200))) return field;
  }
  return null;
}

/** The one number of a text, null where it gives several or none. */
export function oneNumber(text: string): number | null {
  const count = writtenCount(text);
  return count?.kind === 'count' ? count.value : null;
}
