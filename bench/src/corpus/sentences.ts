import type { Incident } from './incident.ts';
import type { Random } from './random.ts';
import {
  effects,
  insights,
  metrics,
  parts,
  people,
  purposes,
  regions,
  services,
  teams,
  triggers,
  troubles,
  verbs,
} from './words.ts';

type Sentence = (random: Random, incident: Incident) => string;

export const happening: Sentence = (random, { service }) =>
  random.pick([
    `The ${random.pick(parts)} of \`${service}\` ${random.pick(troubles)} after ${random.pick(triggers)}.`,
    `${random.pick(metrics)} rose from ${random.whole(1, 40)} to ${random.whole(200, 9_000)} within ${random.whole(2, 25)} minutes.`,
    `While the ${random.pick(parts)} ${random.pick(troubles)}, ${random.pick(effects)}.`,
    `Calls from \`${service}\` to \`${random.pick(services)}\` timed out after ${random.whole(2, 30)} s, and ${random.pick(effects)}.`,
    `In ${random.pick(regions)}, ${random.whole(3, 95)} % of the requests failed with status ${random.pick([429, 500, 502, 503, 504])}.`,
  ]);

export const explanation: Sentence = (random, { service, others }) =>
  random.pick([
    `The ${random.pick(parts)} ${random.pick(troubles)}, because its size had been chosen for the load of ${random.whole(2, 5)} years ago.`,
    `Its configuration lives in [the ${random.pick(teams)} repository](https://git.example.net/${random.pick(teams)}/${service}/blob/main/deploy.yaml#L${random.whole(5, 400)}), far from the code that depends on it.`,
    `No test covers what \`${service}\` does when the ${random.pick(parts)} of \`${others[0] ?? service}\` is gone.`,
    `A change of the ${random.pick(parts)} (see [#${random.whole(100, 9_999)}](https://git.example.net/changes/${random.whole(100, 9_999)})) was correct on its own, but it met ${random.pick(triggers)}.`,
    `Until then the ${random.pick(parts)} had hidden this, since it was restarted every ${random.whole(2, 14)} days.`,
  ]);

export const event: Sentence = (random, { service, region }) =>
  random.pick([
    `${random.pick(metrics)} crosses its limit in ${region}`,
    `First reports reach support: ${random.pick(effects)}`,
    `Suspicion falls on the ${random.pick(parts)} of \`${service}\``,
    `Traffic moved from ${region} to ${random.pick(regions)}`,
    `Workers of \`${random.pick(services)}\` restarted one by one`,
    `The ${random.pick(parts)} is found to be the cause: it ${random.pick(troubles)}`,
    `Rollback of \`${service}\` to build ${random.whole(1_000, 9_999)} begins`,
    `Backlog down to ${random.whole(100, 90_000)} entries`,
  ]);

export const response: Sentence = (random) =>
  random.pick([
    `Opened channel and paged ${random.pick(teams)}`,
    `Compared the last ${random.whole(2, 9)} deployments`,
    `Raised the limit of the ${random.pick(parts)}`,
    'Kept watching the graphs',
    `Asked the ${random.pick(teams)} team for a second pair of eyes`,
    `Switched off the ${random.pick(parts)} for new clients`,
    `Wrote to the ${random.whole(3, 60)} largest customers`,
  ]);

export const task: Sentence = (random) =>
  `${random.pick(verbs)} the ${random.pick(parts)} of \`${random.pick(services)}\` ${random.pick(purposes)}`;

export const remedy: Sentence = (random, { service }) =>
  random.pick([
    `Restarted \`${service}\` with twice the memory.`,
    `Drained the ${random.pick(parts)} by hand and let it fill again.`,
    `Moved the heaviest ${random.whole(3, 40)} tenants to a ${random.pick(parts)} of their own.`,
    `Reverted the change and pinned the version of the ${random.pick(parts)}.`,
    `Purged ${random.whole(2, 900)} thousand entries that could never be delivered.`,
  ]);

export const insight: Sentence = (random) => random.pick(insights);

export const question: Sentence = (random, { service }) =>
  random.pick([
    `Why did \`${service}\` stop answering?`,
    `Why had the ${random.pick(parts)} no limit?`,
    `Why did nobody see that the ${random.pick(parts)} ${random.pick(troubles)}?`,
    `Why was the ${random.pick(parts)} not part of the review?`,
  ]);

/** Sentences of the given kinds, in turn, as one line or folded at about 100 columns as many editors do. */
export function paragraph(random: Random, incident: Incident, count: number, ...kinds: readonly Sentence[]): string {
  const words = Array.from({ length: count }, () => random.pick(kinds)(random, incident)).join(' ');
  return random.chance(0.5) ? words : folded(words);
}

export function lines(count: number, sentence: Sentence, random: Random, incident: Incident): readonly string[] {
  return Array.from({ length: count }, () => sentence(random, incident));
}

export function mention(random: Random): string {
  return `@${random.pick(people)}`;
}

function folded(words: string): string {
  return words.replaceAll(/(.{80,100}) /g, '$1\n');
}
