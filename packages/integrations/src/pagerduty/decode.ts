import { z } from 'zod';
import type { Alert } from '@debrief/core';
import { decoded, type Decoder, type Note, problem } from '../decoding.ts';
import { earliestFirst } from '../earliest.ts';
import { isRecord, listOf } from '../lenient.ts';
import { makeAlert } from '../make-alert.ts';
import { incident, ownEvents, partsOf } from './incident.ts';
import { eventOf, type LogEntry, logEntry, statusTold } from './log-entry.ts';
import { decodeEvent, webhookEvent } from './webhook-event.ts';

// Without any of these, an incident is none.
const TELLING = ['id', 'title', 'summary', 'incident_key'];
// The log entries that are looked at; those that are kept are fewer.
const MOST_ENTRIES = 20_000;

const entries = z
  .array(z.unknown())
  .catch([])
  .transform((all) => all.slice(0, MOST_ENTRIES))
  .pipe(listOf(logEntry));

/**
 * Decodes an event of PagerDuty's webhooks, version 3, or what its REST API, version 2, gives: an incident, bare or in
 * `incident`, several in `incidents`, with its `log_entries` inside or beside it, or these alone.
 */
export const decodePagerduty: Decoder = (payload, note) => {
  if (!isRecord(payload)) return problem('no-alerts', 'PagerDuty sent no incident.');
  if (isRecord(payload['event'])) return decodeEvent(webhookEvent.parse(payload['event']), note);
  const log = entries.parse(payload['log_entries']);
  const incidents = earliestFirst(incidentsOf(payload, log), 'created_at', TELLING, note);
  if (incidents.length === 0)
    return problem('no-alerts', 'PagerDuty sent no incident. Send one, with its log_entries beside it if you like.');
  return decoded(incidents.map((each) => fromIncident(each, log, incidents.length === 1, note)));
};

function incidentsOf(payload: Readonly<Record<string, unknown>>, log: readonly LogEntry[]): readonly unknown[] {
  if (Array.isArray(payload['incidents'])) return payload['incidents'];
  if (isRecord(payload['incident'])) return [payload['incident']];
  if ('title' in payload || 'status' in payload || 'incident_key' in payload) return [payload];
  const told = new Map(log.flatMap(({ incident: about }) => (about?.id === undefined ? [] : [[about.id, about]])));
  return [...told.values()];
}

function fromIncident(
  payload: Readonly<Record<string, unknown>>,
  beside: readonly LogEntry[],
  alone: boolean,
  note: Note,
): Alert {
  const read = incident.parse(payload);
  const within = entries.parse(payload['log_entries']);
  const about = beside.filter((entry) => (entry.incident?.id === undefined ? alone : entry.incident.id === read.id));
  const log = within.length > 0 ? within : about;
  const told = { ...read, status: read.status ?? statusTold(log) };
  const parts = partsOf(told, note);
  const events = log.map((entry) => eventOf(entry, note));
  if (events.length === 0) return makeAlert({ ...parts, events: ownEvents(read, parts, note) }, note);
  const times = (kind: string) =>
    events.flatMap((event) => (event.kind === kind && event.at !== undefined ? [event.at] : [])).toSorted();
  return makeAlert(
    {
      ...parts,
      startsAt: parts.startsAt ?? times('fired')[0],
      endsAt: parts.status === 'resolved' ? (parts.endsAt ?? times('resolved').at(-1)) : undefined,
      events,
    },
    note,
  );
}
