import { instantNames } from '../model/index.ts';
import type { Quality } from './insights.ts';
import type { DatedRecord, Scope } from './scope.ts';
import { countOf, percentInWords, sentence } from './wording.ts';

/** What a post-mortem may tell, by a name for people. */
const FIELDS: readonly (readonly [string, (record: DatedRecord) => boolean])[] = [
  ['title', ({ title }) => title !== null],
  ['incident id', ({ incidentId }) => incidentId !== null],
  ['severity', ({ severity }) => severity !== null],
  ['services', ({ services }) => services.length > 0],
  ['clock of the start', ({ start }) => start.hasClock],
  ['contributing factors', ({ factors }) => factors.length > 0],
  ['action items', ({ actions }) => actions.length > 0],
  ['an owner for each action item', ({ actions }) => actions.length > 0 && actions.every(({ hasOwner }) => hasOwner)],
  ['a day for each action item', ({ actions }) => actions.length > 0 && actions.every(({ due }) => due !== null)],
  [
    'the state of each action item',
    ({ actions }) => actions.length > 0 && actions.every(({ state }) => state !== 'unknown'),
  ],
];

/** How much the documents tell: what all other figures rest on. */
export function qualityOf({ records }: Scope): Quality {
  const of = records.length;
  const anchors = instantNames.map((instant) => ({
    instant,
    known: records.filter((record) => record.anchors.includes(instant)).length,
    of,
  }));
  const stated = statedIn(records);
  const differ = stated.reduce((sum, each) => sum + each.differ, 0);
  const compared = stated.reduce((sum, each) => sum + each.compared, 0);
  const start = anchors.find(({ instant }) => instant === 'impactStart')?.known ?? 0;
  return {
    id: 'quality',
    title: 'What the documents tell',
    definition: 'Post-mortems that tell each instant and field, and how often a stated number agrees with the timeline',
    unit: 'post-mortems',
    n: of,
    censored: 0,
    unknown: 0,
    statement:
      of === 0
        ? 'There is no post-mortem in this window.'
        : `${start} of ${countOf(of, 'post-mortem')} (${percentInWords(start / of)}) ${of === 1 ? 'tells' : 'tell'} when the impact began.${
            compared === 0
              ? ''
              : ` ${sentence(countOf(compared, 'stated number'))} could be compared with the timeline, and ${differ === 0 ? 'none differs' : `${differ} ${differ === 1 ? 'differs' : 'differ'}`}.`
          }`,
    cannotTell: of === 0 ? 'There is nothing to look at.' : null,
    notes: ['What a document does not tell is unknown, never zero.'],
    anchors,
    stated,
    fields: FIELDS.map(([name, tells]) => ({ name, known: records.filter(tells).length, of })),
  };
}

const AGREES: ReadonlySet<string> = new Set(['agrees', 'agreesWithOther']);

function statedIn(records: readonly DatedRecord[]): Quality['stated'] {
  const metrics = new Map<
    string,
    { metric: string; stated: number; compared: number; agree: number; differ: number }
  >();
  for (const { numbers } of records) {
    for (const { metric, stated } of numbers) {
      if (stated === null) continue;
      const sum = metrics.get(metric) ?? { metric, stated: 0, compared: 0, agree: 0, differ: 0 };
      sum.stated += 1;
      if (stated.verdict !== 'notCompared') sum.compared += 1;
      if (AGREES.has(stated.verdict)) sum.agree += 1;
      if (stated.verdict === 'differs') sum.differ += 1;
      metrics.set(metric, sum);
    }
  }
  return [...metrics.values()].toSorted((a, b) => b.stated - a.stated || (a.metric < b.metric ? -1 : 1));
}
