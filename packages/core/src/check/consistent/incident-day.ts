import { isDayText } from '../../model/day.ts';
import { type Postmortem, valueOf } from '../../model/index.ts';

/** The first day of the incident as far as the document tells it, `YYYY-MM-DD`; null where it tells none. */
export function incidentDay({ date, instants, timeline }: Postmortem): string | null {
  const days = [valueOf(date), valueOf(instants.impactStart)?.day, ...timeline.map(({ at }) => valueOf(at)?.day)];
  return days.filter((day): day is string => typeof day === 'string' && isDayText(day)).toSorted()[0] ?? null;
}
