import type { CheckedSettings } from './settings-schema.ts';
import { levelOf, type SeverityLevel, type SeverityScale } from './severity-scale.ts';

/** A value that is fine by itself but not beside the others: its path, and what to say about it. */
export interface Conflict {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Names that stand for two things at once, and severities that the scale does not have. */
export function conflictsIn(settings: CheckedSettings, scale: SeverityScale | undefined): readonly Conflict[] {
  const { services, people, teams, review } = settings;
  const approvers = Object.keys(review?.approvers ?? {});
  const levels = approvers.map((key) => approverLevel(scale, key));
  return [
    ...doubles(services.flatMap(({ name, aliases }, at) => namesAt('services', at, { name, aliases }))),
    ...doubles([
      ...people.flatMap(({ handles, addresses }, at) => namesAt('people', at, { handles, addresses })),
      ...teams.flatMap(({ name, handles }, at) => namesAt('teams', at, { name, handles })),
    ]),
    ...doubles(stepNames(settings)),
    ...approvers.flatMap((key, at) => {
      const path = ['review', 'approvers', key];
      if (levels[at] === null)
        return [
          { path, message: `“${key}” is no severity level. Use 1 (worst) to 5, or a name of your severity scale.` },
        ];
      return levels.indexOf(levels[at] ?? null) === at
        ? []
        : [{ path, message: `“${key}” is a severity level that stands here already. Take one of them out.` }];
    }),
  ];
}

/** The level that a key under `review.approvers` means: a digit, or a severity as people write it. */
export function approverLevel(scale: SeverityScale | undefined, key: string): SeverityLevel | null {
  return /^[1-5]$/.test(key) ? (Number(key) as SeverityLevel) : levelOf(scale, key);
}

interface Named {
  readonly name: string;
  /** The same for all names of one entry. */
  readonly owner: string;
  readonly path: readonly (string | number)[];
}

function namesAt(
  list: string,
  at: number,
  { name, ...lists }: Readonly<Record<string, string | readonly string[]>>,
): readonly Named[] {
  const owner = `${list} ${at}`;
  const own = typeof name === 'string' ? [{ name, owner, path: [list, at] }] : [];
  const inLists = Object.entries(lists).flatMap(([key, names]) =>
    typeof names === 'string' ? [] : names.map((each, index) => ({ name: each, owner, path: [list, at, key, index] })),
  );
  return [...own, ...inLists];
}

function stepNames({ severity }: CheckedSettings): readonly Named[] {
  const steps = typeof severity?.scale === 'object' ? severity.scale : [];
  return steps.flatMap(({ name, aliases }, at) =>
    namesAt('', at, { name, aliases }).map((named) => ({
      ...named,
      path: ['severity', 'scale', ...named.path.slice(1)],
    })),
  );
}

/** Names that belong to an entry other than the first to have them; an entry may carry the same one twice. */
function doubles(names: readonly Named[]): readonly Conflict[] {
  const owners = new Map<string, string>();
  return names.flatMap(({ name, path, owner }) => {
    const key = name.toLowerCase().replace(/^@/, '');
    const first = owners.get(key);
    if (first === undefined) owners.set(key, owner);
    return first === undefined || first === owner
      ? []
      : [{ path, message: `“${name}” stands for something else already. Give each its own.` }];
  });
}
