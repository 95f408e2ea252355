import type { Field } from '../../model/index.ts';
import type { Checked } from '../rule.ts';
import { givenNames } from './given-names.ts';

/** The words by which a document and the house's roster name people, in lower case. */
export interface Names {
  /** Whole names, first names of whole names, and handles without `@`. */
  readonly people: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

const KNOWN = new WeakMap<Checked, Names>();

export function namesOf(document: Checked): Names {
  let names = KNOWN.get(document);
  if (names === undefined) {
    const { reading, context } = document;
    const { people, actionItems } = reading.postmortem;
    const fields: readonly Field<string>[] = [
      people.commander,
      people.technicalLead,
      people.reporter,
      ...people.authors,
      ...people.responders,
      ...people.reviewers,
      ...people.approvers,
      ...people.attendees,
      ...actionItems.slice(0, 200).flatMap(({ owners }) => owners),
    ];
    const written = fields.flatMap((field) => (field.state === 'known' ? [field.value] : []));
    const teams = new Set(context.teams.flatMap((team) => forms(team)));
    const all = [...context.people.flatMap(forms), ...written.flatMap(formsInDocument)];
    names = { people: new Set(all.filter((name) => !teams.has(name))), teams };
    KNOWN.set(document, names);
  }
  return names;
}

/** What a name of the roster may be called by: all of it, its first word, a handle. */
function forms(name: string): readonly string[] {
  const bare = name.trim().replace(/^@/, '').toLowerCase();
  const [first = ''] = bare.split(/[\s,(<]+/, 1);
  return first.length > 2 && !COMMON.has(first) ? [bare, first] : [bare];
}

/** In a document, only what looks like a person is taken for one: an owner may be a team, a product or a role. */
function formsInDocument(written: string): readonly string[] {
  const name = written.trim().slice(0, 60);
  if (/^@[\w-]+$/.test(name)) return looksLikeTeam(name.toLowerCase()) ? [] : [name.slice(1).toLowerCase()];
  const [first = '', second = ''] = name.split(/[\s,(<]+/, 2);
  const isWhole = /^\p{Lu}[\p{Ll}’'-]+$/u.test(first) && (second === '' || /^\p{Lu}[\p{L}’'.-]*$/u.test(second));
  if (!isWhole || !givenNames.has(first.toLowerCase())) return [];
  return second === '' ? [first.toLowerCase()] : [first.toLowerCase(), `${first} ${second}`.toLowerCase()];
}

/** First words of names that mean something else as often. */
const COMMON: ReadonlySet<string> = new Set(
  'will mark bill art may june april grant chase rich dash platform data web site api ops the team service on infra support security payments'.split(
    ' ',
  ),
);

export function looksLikeTeam(handle: string): boolean {
  return /(?:^|[-_@/])(?:team|oncall|on-call|ops|sre|platform|infra|devops|support|eng|all|group|squad|bot)(?:$|[-_])|\[?bot\]?$|^@?(?:here|channel|everyone|latest)$/.test(
    handle,
  );
}
