import {
  type ActionItem,
  type ActionRecord,
  checkedOf,
  checkHouseOf,
  knownOf,
  read,
  type Reading,
  recordedOf,
  recordHouseOf,
  type StageName,
  valueOf,
} from '@debrief/core';
import { searchWordsOf } from '../search/search-words.ts';
import type { House } from '../settings/house.ts';
import type { ProjectedAction, Projection } from './projection.ts';

const LONGEST_SUMMARY = 400;

export interface ProjectOptions {
  /** The id of the post-mortem, under which figures know it. */
  readonly id: string;
  readonly fileName: string;
  readonly stage: StageName;
  /** The time of the revision, in milliseconds: the same revision gives the same rows whenever it is read. */
  readonly now: number;
  /** Of the text, where somebody has read it already. */
  readonly reading?: Reading;
}

/**
 * Everything that is kept of a text beside the text: read, measured and checked as the team has settled it.
 *
 * @example project(text, house, { id: 'p1', fileName: 'kite.md', stage: 'draft', now: 0 }).record.severity // { written: 'SEV2', … }
 */
export function project(text: string, house: House, options: ProjectOptions): Projection {
  const { id, fileName, stage, now } = options;
  const { settings, languages, forms, zone } = house;
  const reading = options.reading ?? read(text, { fileName, languages });
  const { findings } = checkedOf(id, reading, checkHouseOf(settings, { zone, now }), { stage, knownIncidents: null });
  const record = recordedOf(id, reading, recordHouseOf(settings, { languages, templates: forms, zone, now }));
  return {
    reading,
    record,
    findings,
    actions: actionsOf(reading, record.actions),
    summary: shortened(valueOf(reading.postmortem.summary)),
    words: searchWordsOf({
      title: record.title,
      names: [...(record.incidentId === null ? [] : [record.incidentId]), ...record.services],
      text,
    }),
  };
}

/** The items that figures count, in the same order, each with its place and owners. */
function actionsOf({ postmortem }: Reading, records: readonly ActionRecord[]): readonly ProjectedAction[] {
  const listed = postmortem.actionItems.filter(({ list }) => list === 'actionItems');
  const counted = (listed.length > 0 ? listed : postmortem.actionItems).filter(({ text }) => text.state === 'known');
  return counted.flatMap((item, index) => {
    const record = records[index];
    return record === undefined ? [] : [actionOf(item, record)];
  });
}

function actionOf(item: ActionItem, record: ActionRecord): ProjectedAction {
  return {
    item,
    place: item.place,
    text: valueOf(item.text) ?? '',
    owners: knownOf(item.owners).map(({ value }) => value),
    due: valueOf(item.due),
    ticket: valueOf(item.ticket) ?? valueOf(item.id),
    record,
  };
}

function shortened(summary: string | null): string | null {
  if (summary === null || summary.length <= LONGEST_SUMMARY) return summary;
  return `${summary.slice(0, summary.lastIndexOf(' ', LONGEST_SUMMARY))} …`;
}
