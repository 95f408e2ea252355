import { type TimelineEvent, valueOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';

/**
 * Looks for a timeline whose times name no time zone.
 *
 * @finds document: # Mail down\n\n## Timeline\n\n- 10:20 - Error rate rises\n- 10:40 - Service restored\n ⟶ 10:20
 * @finds document: # Mail down\n\n**Date:** 2026-03-04\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:20 | Error rate rises |\n| 10:40 | Service restored |\n
 * @passes document: # Mail down\n\n## Timeline\n\n- 10:20 UTC - Error rate rises\n- 10:40 UTC - Service restored\n
 * @passes document: # Mail down\n\n## Timeline (all times in CET)\n\n- 10:20 - Error rate rises\n- 10:40 - Service restored\n
 */
export const timesWithoutZone: Rule = {
  id: 'consistent/times-without-zone',
  about: 'A timeline whose times name no time zone.',
  reason: 'Logs, alerts and readers elsewhere have other clocks; without a zone nobody can lay them side by side.',
  question: 'In which zone are these times? One word in the heading is enough: Timeline (UTC).',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: zonelessTimes,
};

/** A zone that the reading did not take for that of the timeline, but that a reader would see. */
const ZONE =
  /\b(?:UTC|GMT|Zulu|(?:AK|[ACEHMNP])[SD]T|CES?T|EES?T|WES?T|BST|IST|JST|KST|MSK|SGT|HKT|AE[SD]T|NZ[SD]T|BRT|ART|local time|time ?zone|timezone|fuseau|zeitzone|huso horario|fuso hor[aá]rio|tidssone)\b|時間帯|时区|時區|日本時間|北京时间|\d{2}:\d{2}\s?[+-]\d{2}:?\d{2}\b|\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z\b/;

function zonelessTimes({ reading, measurements }: Checked): readonly Hit[] {
  const { timeline, zone } = reading.postmortem;
  if (zone.state === 'known') return [];
  const timed = timeline.filter(({ at }) => valueOf(at)?.clock !== undefined);
  const without = timed.filter((event) => !hasZone(event));
  const [first] = without;
  const [place] = first?.at.places ?? [];
  if (place === undefined || timed.length < 2) return [];
  if (without.length < timed.length) {
    const message = `${without.length} of ${timed.length} times of the timeline name no time zone, the others do.`;
    return [{ place, message }];
  }
  const isSettled = measurements.some(({ from, to }) => from?.zone.from === 'house' || to?.zone.from === 'house');
  if (isSettled || ZONE.test(reading.text)) return [];
  return [{ place, message: `The timeline has ${timed.length} times and names no time zone.` }];
}

function hasZone({ at }: TimelineEvent): boolean {
  const instant = valueOf(at);
  return instant?.zone !== undefined || instant?.offsetMinutes !== undefined;
}
