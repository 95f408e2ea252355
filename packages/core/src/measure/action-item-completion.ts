import { isDayText } from '../model/day.ts';
import type { ActionItem, Place } from '../model/index.ts';
import { houseDefinition } from './house-definition.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Metric } from './metric.ts';
import { sources, templates } from './sources.ts';
import { unknown } from './refusal.ts';

const name = 'action-item-completion';

const definitions = [
  {
    id: `${name}/of-all`,
    title: 'of all that were not cancelled',
    formula: 'done / (all − cancelled)',
    usedBy: ['Debrief', templates.alert],
  },
  {
    id: `${name}/of-due`,
    title: 'of those due so far',
    formula: 'done / due before now, without cancelled',
    usedBy: ['teams that follow up by due date'],
  },
  {
    id: `${name}/top-priority`,
    title: 'of those with the top priority, P0 or the like',
    formula: 'done with top priority / all with top priority, without cancelled',
    usedBy: [templates.compact],
  },
] as const;

/** What share of the action items is done, counted in the document itself. Never by owner. */
export const actionItemCompletion: Metric = {
  name,
  title: 'action items done',
  unit: 'percent',
  about: 'What share of the action items is done. Done does not yet mean that it works.',
  definitions,
  disagreement:
    'Some divide by all items, some by those that are due. Items that will not be done are left out here and told beside it, since they are neither done nor open.',
  sources: [sources.workbook],
  measure: ({ reading: { postmortem }, context }) => {
    const house = houseDefinition(name, definitions, context.definitions);
    const items = postmortem.actionItems.filter(({ list }) => list === 'actionItems');
    const sets = [items, items.filter((item) => isDue(item, context.now)), items.filter(isTopPriority)];
    return definitions.map(({ id, title }, at): Measurement => {
      const counted = count(sets[at] ?? []);
      return {
        metric: name,
        definition: id,
        isHouse: id === house,
        unit: 'percent',
        result: resultOf(counted, items.length, title),
        places: counted.places,
        notes: notesOf(counted),
      };
    });
  },
};

interface Counted {
  readonly done: number;
  readonly open: number;
  readonly cancelled: number;
  readonly silent: number;
  readonly places: readonly Place[];
}

const CANCELLED =
  /^[^\p{L}]{0,4}(?:cancell?ed|won['’]?t (?:do|fix)|wontfix|rejected|declined|obsolete|dropped|abandoned|not planned|abgebrochen|verworfen|abgelehnt|annul|abandonn|cancelad|descartad|avbrutt|droppet|取消|却下|中止)/iu;

function isCancelled({ status }: ActionItem): boolean {
  return status.state === 'known' && CANCELLED.test(status.value);
}

function count(items: readonly ActionItem[]): Counted {
  const left = items.filter((item) => !isCancelled(item));
  const telling = left.filter(({ done }) => done.state === 'known');
  const done = telling.filter((item) => item.done.state === 'known' && item.done.value).length;
  return {
    done,
    open: telling.length - done,
    cancelled: items.length - left.length,
    silent: left.length - telling.length,
    places: telling.map(({ place }) => place),
  };
}

function resultOf({ done, open, silent, cancelled }: Counted, all: number, title: string): Result {
  const telling = done + open;
  if (all === 0) return unknown('noActionItems', 'The text lists no action items.');
  if (telling === 0 && silent === 0) {
    const message =
      cancelled === 0 ? `No action item counts here (${title}).` : 'All of these action items were cancelled.';
    return { state: 'notApplicable', reason: 'noneCounts', message };
  }
  if (isSilent(telling, silent))
    return unknown(
      'noActionStates',
      `${silent} of ${telling + silent} action items do not say whether they are done. Give each a box or a status.`,
    );
  return { state: 'known', value: (100 * done) / telling };
}

/** Items without a box or a status are mostly open ones, so beside more than a few of them a share would be too good. */
function isSilent(telling: number, silent: number): boolean {
  return telling === 0 || silent * 4 > telling;
}

function notesOf({ done, open, silent, cancelled }: Counted): readonly string[] {
  const telling = done + open;
  return isSilent(telling, silent)
    ? []
    : [
        `${done} of ${telling} done.`,
        ...(silent === 0 ? [] : [`${silent} more do not say whether they are done and are left out.`]),
        ...(cancelled === 0 ? [] : [`${cancelled} cancelled, left out.`]),
      ];
}

function isDue({ due }: ActionItem, now: number): boolean {
  const day = due.state === 'known' ? due.value.trim().slice(0, 10) : '';
  return isDayText(day) && Date.parse(`${day}T24:00:00Z`) <= now;
}

function isTopPriority({ priority }: ActionItem): boolean {
  return (
    priority.state === 'known' &&
    /^[^\p{L}]{0,4}(?:p0|critical|highest|urgent|blocker)(?![\p{L}\d])/iu.test(priority.value)
  );
}
