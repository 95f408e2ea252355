import { type Field, instantText, type Place, type TimelineEvent, valueOf } from '../model/index.ts';
import type { Anatomy } from '../read/index.ts';
import { fold } from '../vocabulary/index.ts';
import type { DraftEvent } from './content.ts';
import { blocksOfEntries, type Gathered } from './gathered.ts';
import { given } from './given.ts';
import { markdownAt } from './markdown-at.ts';

/**
 * The events of a document for another template; null where its timeline holds more than events have room for (nested
 * notes, further columns, headings as events), so that it has to stay in its own form.
 */
export function timelineContent(anatomy: Anatomy): Gathered<DraftEvent> | null {
  const { timeline, date } = anatomy.reading.postmortem;
  const blocks = blocksOfEntries(anatomy, timeline, placesOf);
  if (blocks === null) return null;
  let day = valueOf(date);
  const list = timeline.map((event) => {
    const time = timeOf(anatomy, event, day);
    if (event.at.state === 'known') day = event.at.value.day ?? day;
    return {
      time,
      text: markdownOf(anatomy, event.text) ?? '',
      ...given('action', markdownOf(anatomy, event.action)),
      ...given('actor', markdownOf(anatomy, event.actor)),
      ...given('phase', event.phase ?? null),
    };
  });
  return { list, blocks };
}

function placesOf({ at, until, text, action, actor }: TimelineEvent): readonly Place[] {
  return [at, until, text, action, actor].flatMap((field) => [...(field?.places ?? [])]);
}

/** The time as it is written; with its day where the rows before would lead to another one. */
function timeOf(anatomy: Anatomy, { at }: TimelineEvent, day: string | null): string {
  const [place, origin] = at.places;
  const written = place === undefined ? '' : markdownAt(anatomy, place);
  if (at.state !== 'known' || place === undefined) return written.trim() === '' ? '??' : written;
  const { day: own } = at.value;
  if (origin === undefined || own === undefined || own === day || instantText(at.value)?.startsWith('T') === true)
    return written;
  return `${own} ${written}`;
}

/** A field as it is written: what is known, “not applicable”, and a plain `TBD`; null for a template's placeholder. */
export function markdownOf(anatomy: Anatomy, field: Field<unknown>): string | null {
  const [place] = field.places;
  if (place === undefined) return null;
  const written = markdownAt(anatomy, place);
  if (field.state === 'unknown' && !anatomy.context.lexicon.unknown.has(fold(written))) return null;
  return written || null;
}
