import { incidentOf } from './incident.ts';
import { randomFrom } from './random.ts';
import { alert } from './templates/alert.ts';
import { blameless } from './templates/blameless.ts';
import { compact } from './templates/compact.ts';
import { executive } from './templates/executive.ts';
import { serviceLevels } from './templates/service-levels.ts';

export interface Generated {
  /** With a folder for each year. */
  readonly file: string;
  readonly text: string;
}

const templates = [executive, blameless, serviceLevels, alert, compact] as const;

/** Documents in the shapes of the five templates. Each depends on its number alone, so a longer corpus begins like a shorter one. */
export function* generate(count: number): Generator<Generated> {
  for (let number = 1; number <= count; number += 1) {
    const random = randomFrom(number * 7_919);
    const incident = incidentOf(random, number);
    const text = random.pick(templates)(incident, random);
    yield { file: `${incident.day.slice(0, 4)}/${incident.id.toLowerCase()}.md`, text };
  }
}
