import type { Person, Settings, Team } from './settings.ts';

/** Somebody in the roster. */
export type RosterEntry =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'team'; readonly team: Team };

type Roster = Pick<Settings, 'people' | 'teams'>;

/** Null stands where two entries answer to the same word, so that neither is taken for the other. */
type Index = ReadonlyMap<string, RosterEntry | null>;

const indexes = new WeakMap<Roster, Index>();
const LONGEST = 200;

/**
 * The person or team of the roster that a document names: by name, by handle with or without `@`, by address, or by a name
 * with one of these behind it. Case does not matter. Null where nobody answers to it, and where more than one does.
 *
 * @example personNamed(settings, '@ana') // { kind: 'person', person: { name: 'Ana Ruiz', … } }
 * @example personNamed(settings, 'Ana Ruiz <ana@example.org>') // the same
 */
export function personNamed(settings: Roster, written: string): RosterEntry | null {
  const index = indexOf(settings);
  const text = written.slice(0, LONGEST);
  const whole = index.get(keyOf(text));
  if (whole !== undefined) return whole;
  const [, name = '', behind = ''] = /^([^<(]+)[<(]([^<>()]+)[>)]\s*$/.exec(text) ?? [];
  return index.get(keyOf(behind)) ?? index.get(keyOf(name)) ?? null;
}

function indexOf(settings: Roster): Index {
  const known = indexes.get(settings);
  if (known !== undefined) return known;
  const index = new Map<string, RosterEntry | null>();
  const add = (word: string, entry: RosterEntry): void => {
    const key = keyOf(word);
    const before = index.get(key);
    if (key !== '') index.set(key, before === undefined || isSame(before, entry) ? entry : null);
  };
  for (const person of settings.people) {
    for (const word of [person.name, ...person.handles, ...person.addresses]) add(word, { kind: 'person', person });
  }
  for (const team of settings.teams) {
    for (const word of [team.name, ...team.handles]) add(word, { kind: 'team', team });
  }
  indexes.set(settings, index);
  return index;
}

function isSame(a: RosterEntry | null, b: RosterEntry): boolean {
  if (a?.kind === 'person') return b.kind === 'person' && a.person === b.person;
  return a?.kind === 'team' && b.kind === 'team' && a.team === b.team;
}

function keyOf(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return plain.replace(/^mailto:/, '').replace(/^@/, '');
}
