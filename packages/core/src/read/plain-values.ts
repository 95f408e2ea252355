import {
  type ActionItem,
  type Field,
  instantText,
  knownOf,
  type ListedItem,
  type PlainAction,
  type PlainEvent,
  type PlainValues,
  type Reading,
  type SectionName,
  type TimelineEvent,
  valueOf,
} from '../model/index.ts';
import { plain } from './plain.ts';

/**
 * The plain values of a reading, as a person would copy them out: strings with marks removed, null where nothing is
 * known. What only the file's name tells is not among them.
 */
export function plainValues({ postmortem, sections }: Reading): PlainValues {
  const { lessons, causes, status, stated } = postmortem;
  return {
    title: titleAsWritten(postmortem.title, sections),
    incidentId: fromText(postmortem.incidentId),
    severity: valueOf(postmortem.severity)?.written ?? null,
    status: valueOf(status.incident) ?? valueOf(status.document),
    people: {
      authors: knownOf(postmortem.people.authors).map(({ value }) => value),
      commander: valueOf(postmortem.people.commander),
      responders: knownOf(postmortem.people.responders).map(({ value }) => value),
    },
    date: valueOf(postmortem.date),
    zone: valueOf(postmortem.zone),
    language: postmortem.language,
    sections: headingsByName(sections.filter(({ from }) => from < firstEnd(postmortem))),
    fields: Object.fromEntries(
      Object.entries(postmortem.headerFields).flatMap(([name, field]) =>
        field.state === 'known' ? [[name, field.value]] : [],
      ),
    ),
    timeline: postmortem.timeline.map(plainEvent),
    stated: {
      timeToDetectMinutes: minutes(stated.timeToDetect),
      timeToResolveMinutes: minutes(stated.timeToResolve),
      timeToMitigateMinutes: minutes(stated.timeToMitigate),
      durationMinutes: minutes(stated.duration),
    },
    actionItems: postmortem.actionItems.map(plainAction),
    counts: {
      contributingFactors: causes.factors.filter(({ text }) => text.state === 'known').length,
      wentWell: known(lessons.wentWell),
      wentWrong: known(lessons.wentWrong) + known(lessons.couldImprove),
      lucky: known(lessons.lucky),
      whys: causes.whys.filter(({ question, answer }) => question.state === 'known' && !isLeftOpen(answer)).length,
    },
  };
}

/**
 * The whole heading, genre included (`Post-Mortem: Checkout down`). A title that holds a placeholder is not known, but
 * its words are still what stands at the top.
 */
function titleAsWritten(title: Field<string>, sections: Reading['sections']): string | null {
  const [place] = title.places;
  const inHeading =
    place === undefined
      ? undefined
      : sections.find(({ headingPlace }) => headingPlace.from < place.from && place.to <= headingPlace.to);
  if (inHeading !== undefined) return inHeading.heading;
  if (title.state === 'known') return title.value;
  return title.written === undefined ? null : plain(title.written);
}

/** A why whose answer is still a placeholder. */
function isLeftOpen(answer: Field<string>): boolean {
  return answer.state === 'unknown' && answer.reason !== 'absent';
}

/** How many items say something. */
function known(items: readonly ListedItem[]): number {
  return items.filter(({ text }) => text.state === 'known').length;
}

function fromText(field: Field<string>): string | null {
  return field.state === 'known' && field.source !== 'fileName' ? field.value : null;
}

function minutes(field: Field<number> | undefined): number | null {
  return field === undefined ? null : valueOf(field);
}

/** Where the first incident ends and the next one's heading begins. */
function firstEnd({ furtherIncidents }: Reading['postmortem']): number {
  return (furtherIncidents[0]?.places[0]?.from ?? Infinity) - 4;
}

function headingsByName(sections: Reading['sections']): Partial<Record<SectionName, string[]>> {
  const byName: Partial<Record<SectionName, string[]>> = {};
  for (const { names, heading } of sections) {
    for (const name of names) (byName[name] ??= []).push(heading);
  }
  return byName;
}

function plainEvent({ at, until, text }: TimelineEvent): PlainEvent {
  const event = { at: at.state === 'known' ? instantText(at.value) : null, text: valueOf(text) ?? '' };
  return until === undefined ? event : { ...event, until: until.state === 'known' ? instantText(until.value) : null };
}

function plainAction({ text, owners, due, done, priority, ticket }: ActionItem): PlainAction {
  return {
    text: valueOf(text) ?? '',
    owners: knownOf(owners).map(({ value }) => value),
    due: valueOf(due),
    done: valueOf(done),
    priority: valueOf(priority),
    ticket: valueOf(ticket),
  };
}
