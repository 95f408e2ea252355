import { fold } from '../model/fold.ts';
import type { FactorRecord } from './incident-record.ts';
import type { Factors } from './insights.ts';
import type { DatedRecord, Scope } from './scope.ts';
import { shareInterval } from './share-of.ts';
import { countOf, sentence } from './wording.ts';

const MOST = 40;

/** What contributed, by the number of post-mortems that name it. */
export function factorFigure({ records, level }: Scope): Factors {
  const told = records.filter(({ factors }) => factors.length > 0);
  const groups = [...groupsIn(told).values()].toSorted(
    (a, b) => b.files.length - a.files.length || (a.name < b.name ? -1 : 1),
  );
  const guessed = groups.filter(({ from }) => from === 'words').length;
  const shared = groups.filter(({ files }) => files.length > 1);
  const [first] = shared;
  return {
    id: 'factors',
    title: 'What contributed',
    definition: 'Post-mortems that name a contributing factor, of those that name any; Wilson interval',
    unit: 'post-mortems',
    n: told.length,
    censored: 0,
    unknown: records.length - told.length,
    statement:
      first === undefined
        ? noneShared(told.length)
        : `“${first.name}” is named most, in ${first.files.length} of ${told.length} post-mortems; ${countOf(shared.length, 'factor')} in two or more.`,
    cannotTell: told.length === 0 ? 'No post-mortem of this window names what contributed.' : null,
    notes: [
      ...(guessed > 0 ? [`${sentence(countOf(guessed, 'name'))} marked as a guess: a general group, by words.`] : []),
      ...(groups.length > MOST ? [`${groups.length - MOST} more are named too rarely to show.`] : []),
      'What is named often was looked for often; a count is no cause.',
    ],
    factors: groups.slice(0, MOST).map(({ name, kind, from, files }) => ({
      name,
      kind,
      count: files.length,
      interval: shareInterval(files.length, told.length, level),
      files,
      isGuess: from === 'words',
    })),
  };
}

function noneShared(told: number): string {
  const names = `${sentence(countOf(told, 'post-mortem'))} ${told === 1 ? 'names' : 'name'} contributing factors`;
  return told < 2 ? `${names}.` : `${names}, and no two the same one.`;
}

interface Group extends Pick<FactorRecord, 'name' | 'from'> {
  readonly kind: string | null;
  readonly files: string[];
}

function groupsIn(records: readonly DatedRecord[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { file, factors } of records) {
    for (const { name, kind, from } of factors) {
      const group = groups.get(fold(name)) ?? { name, kind, from, files: [] };
      if (group.files.at(-1) !== file) group.files.push(file);
      groups.set(fold(name), group);
    }
  }
  return groups;
}
