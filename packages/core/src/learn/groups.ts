import { dayText } from '../model/day.ts';
import { fold } from '../model/fold.ts';
import type { IncidentRecord } from './incident-record.ts';
import type { Grouping, Insights } from './insights.ts';
import { type DatedRecord, type InsightOptions, type Scope, scopeOf } from './scope.ts';
import { countOf } from './wording.ts';

type FiguresOf = (
  scope: Scope,
  records: readonly IncidentRecord[],
  options: InsightOptions,
) => Omit<Insights, 'groups'>;

/** More groups than this are a list, and no figure. */
const MOST = 24;

const NAMES: Readonly<Record<Grouping, (record: DatedRecord) => readonly string[]>> = {
  service: ({ services }) => services,
  severity: ({ severity }) =>
    severity === null ? [] : [severity.level === null ? severity.written : `level ${severity.level}`],
  team: ({ teams }) => teams,
  quarter: ({ start }) => [quarterOf(start.day)],
  factor: ({ factors }) => factors.map(({ name }) => name),
  template: ({ template }) => (template === null ? [] : [template]),
};

/** The same figures for each group, the largest groups first, quarters in their order. */
export function groupsOf(
  records: readonly IncidentRecord[],
  options: InsightOptions,
  by: Grouping,
  figuresOf: FiguresOf,
): NonNullable<Insights['groups']> {
  const scope = scopeOf(records, options);
  const members = membersIn(scope.records, by);
  const shown = members.slice(0, MOST);
  const nameless = scope.records.filter((record) => NAMES[by](record).length === 0).length;
  return {
    by,
    note: noteOf(by, shown.length, members.length, nameless),
    members: shown.map(({ name, files }) => {
      const own = records.filter(({ file }) => files.has(file));
      const within = {
        ...options,
        from: scope.window.from,
        to: scope.window.to,
        ...(by === 'quarter' && daysOf(name, scope)),
      };
      return {
        name,
        insights: figuresOf(
          { ...scopeOf(own, within), isSplitGiven: scope.isSplitGiven, comparisons: Math.max(1, shown.length) },
          own,
          within,
        ),
      };
    }),
  };
}

interface Member {
  readonly name: string;
  readonly files: ReadonlySet<string>;
}

function membersIn(records: readonly DatedRecord[], by: Grouping): readonly Member[] {
  const members = new Map<string, { name: string; files: Set<string> }>();
  for (const record of records) {
    for (const name of NAMES[by](record)) {
      const member = members.get(fold(name)) ?? { name, files: new Set<string>() };
      member.files.add(record.file);
      members.set(fold(name), member);
    }
  }
  const isOrdered = by === 'quarter' || by === 'severity';
  return [...members.values()].toSorted(
    (a, b) => (isOrdered ? 0 : b.files.size - a.files.size) || (a.name < b.name ? -1 : 1),
  );
}

function noteOf(by: Grouping, shown: number, all: number, nameless: number): string {
  const several = by === 'service' || by === 'factor' || by === 'team' ? ' A post-mortem may stand in several.' : '';
  const rest = all > shown ? ` The ${shown} largest of ${all} are shown.` : '';
  const without =
    nameless === 0
      ? ''
      : ` ${nameless} ${nameless === 1 ? 'tells' : 'tell'} no ${by} and ${nameless === 1 ? 'is' : 'are'} in none.`;
  return `${countOf(shown, 'group')} by ${by}: exploratory. Among many groups one looks special by chance; changes are corrected for their number.${several}${rest}${without}`;
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The days of a quarter within the window. */
function daysOf(name: string, { window }: Scope): { readonly from: string; readonly to: string } {
  const [year = 0, quarter = 1] = name.split('-Q').map(Number);
  const from = dayText(year, quarter * 3 - 2, 1);
  const to = dayText(year, quarter * 3, quarter === 1 || quarter === 4 ? 31 : 30);
  return { from: from > window.from ? from : window.from, to: to < window.to ? to : window.to };
}
