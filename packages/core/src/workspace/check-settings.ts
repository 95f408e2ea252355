import { type core, safeParse } from 'zod/mini';
import { nearestOf } from '../model/nearest.ts';
import { drop, type Located, valueOf } from './located.ts';
import { conflictsIn } from './settings-conflicts.ts';
import { scaleFrom } from './settings-from.ts';
import { type CheckedSettings, settingsSchema } from './settings-schema.ts';

type Complain = (line: number, message: string) => void;
type Path = readonly PropertyKey[];
type Issue = core.$ZodIssue;

/** A value to leave out, and what to say about it. */
interface Fault {
  readonly path: Path;
  readonly say: (key: string) => string;
}

/** Each round leaves out what the one before found; nothing is nested deep enough to need more. */
const MOST_ROUNDS = 20;

/** Complains about every value that does not fit, leaves it out of `located`, and answers with the rest. */
export function checkSettings(located: Located, complain: Complain): CheckedSettings {
  const checked = checkLocated({ schema: settingsSchema, located, complain, faultsIn: conflictFaults });
  if (checked !== null) return checked;
  complain(1, 'These settings could not be made sense of; none of them is used.');
  return settingsSchema.parse({});
}

/**
 * What of some values fits a schema. Complains about every other one and leaves it out of `located`; null where what is
 * left makes no sense.
 */
export function checkLocated<S extends core.$ZodType>({
  schema,
  located,
  complain,
  faultsIn = () => [],
}: {
  readonly schema: S;
  readonly located: Located;
  readonly complain: Complain;
  /** What is wrong with values of which each fits by itself. */
  readonly faultsIn?: (data: core.output<S>) => readonly Fault[];
}): core.output<S> | null {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { success, data, error } = safeParse(schema, valueOf(located));
    const faults = success ? faultsIn(data) : error.issues.flatMap(faultsOf);
    if (success && faults.length === 0) return data;
    leaveOut(located, faults, complain);
  }
  return null;
}

function conflictFaults(settings: CheckedSettings): readonly Fault[] {
  return conflictsIn(settings, scaleFrom(settings)).map(({ path, message }) => ({ path, say: () => message }));
}

function faultsOf(issue: Issue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      say: () => `“${shown(key)}” is not ${whose(issue.path)}; did you mean “${nearestOf(key, known)}”?`,
    }));
  }
  if (issue.code === 'invalid_union') {
    // A list of steps with a slip in one of them is told about that one.
    const inner = issue.errors.find((errors) => errors.every(({ path }) => path.length > 0));
    if (inner !== undefined) return inner.flatMap((each) => faultsOf({ ...each, path: [...issue.path, ...each.path] }));
  }
  return [{ path: issue.path, say: (key) => `“${key}” takes ${issue.message}.` }];
}

function whose(path: Path): string {
  return path.length === 0 ? 'a setting' : `a key of “${nameOf(path)}”`;
}

function subject(path: Path): string {
  return nameOf(path) === '' ? 'This object' : `“${nameOf(path)}”`;
}

/** The keys of a path without the indexes, which the line tells better. */
function nameOf(path: Path): string {
  return path
    .filter((key) => typeof key === 'string')
    .map(shown)
    .join('.');
}

function shown(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}

function leaveOut(root: Located, faults: readonly Fault[], complain: Complain): void {
  const drops = new Map<Located, Set<string>>();
  for (const { path, say } of faults) {
    const chain = chainTo(root, path);
    const target = chain[path.length];
    const parent = chain[path.length - 1];
    const key = String(path.at(-1));
    if (target !== undefined) {
      if (target.dropped.size === 0) complain(target.line, say(nameOf(path)));
      mark(drops, parent, key);
    } else if (parent !== undefined) {
      if (!parent.dropped.has(key)) complain(parent.line, `${subject(path.slice(0, -1))} needs “${key}” here.`);
      mark(drops, chain[path.length - 2], String(path.at(-2)));
    }
  }
  for (const [parent, keys] of drops) drop(parent, keys);
}

function mark(drops: Map<Located, Set<string>>, parent: Located | undefined, key: string): void {
  if (parent === undefined) return;
  const keys = drops.get(parent);
  if (keys === undefined) drops.set(parent, new Set([key]));
  else keys.add(key);
}

/** The values from the root down a path, as far as there are any. */
function chainTo(root: Located, path: Path): readonly Located[] {
  const chain = [root];
  for (const key of path) {
    const next = chain.at(-1)?.inside?.get(String(key));
    if (next === undefined) break;
    chain.push(next);
  }
  return chain;
}
