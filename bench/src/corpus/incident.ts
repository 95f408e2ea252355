import type { Random } from './random.ts';
import { people, regions, services, teams } from './words.ts';

/** What the texts of one document agree on. */
export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly followUpDay: string;
  readonly start: number;
  readonly minutes: number;
  readonly severity: number;
  readonly service: string;
  readonly others: readonly string[];
  readonly region: string;
  readonly commander: string;
  readonly responders: readonly string[];
  readonly team: string;
}

const dayInMilliseconds = 86_400_000;
const troubleIn = [
  'slow answers',
  'failed requests',
  'lost messages',
  'a full outage',
  'stale data',
  'double work',
] as const;

export function incidentOf(random: Random, number: number): Incident {
  const at = Date.UTC(2024, 0, 8) + random.whole(0, 900) * dayInMilliseconds;
  const [service = '', ...others] = random.some(services, 3);
  const [commander = '', ...responders] = random.some(people, 4);
  const day = dayOf(at);
  return {
    id: `INC-${day.slice(0, 4)}-${String(number).padStart(5, '0')}`,
    title: `${service}: ${random.pick(troubleIn)} in ${random.pick(regions)}`,
    day,
    followUpDay: dayOf(at + random.whole(7, 35) * dayInMilliseconds),
    start: random.whole(0, 23 * 60),
    minutes: random.whole(14, 320),
    severity: random.whole(1, 4),
    service,
    others,
    region: random.pick(regions),
    commander,
    responders,
    team: random.pick(teams),
  };
}

/** A clock reading, `minutes` after the incident began; past midnight it begins anew. */
export function clock({ start }: Incident, minutes: number): string {
  const of = (start + minutes) % (24 * 60);
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
}

export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} minutes` : `${hours} hours ${minutes % 60} minutes`;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
