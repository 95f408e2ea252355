import { z } from 'zod';
import type { Alert } from '@debrief/core';
import { decoded, type Decoder, type Note, problem } from '../decoding.ts';
import { isRecord, listOf } from '../lenient.ts';
import { limits } from '../limits.ts';
import { makeAlert } from '../make-alert.ts';
import { incident, ownEvents, partsOf } from './incident.ts';
import { eventOf, type LogEntry, logEntry } from './log-entry.ts';
import { decodeEvent, webhookEvent } from './webhook-event.ts';

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
  const incidents = incidentsOf(payload, log);
  if (incidents.length === 0)
    return problem('no-alerts', 'PagerDuty sent no incident. Send one, with its log_entries beside it if you like.');
  if (incidents.length > limits.alerts)
    note(`There are ${incidents.length} incidents; the first ${limits.alerts} were kept.`);
  const alerts = incidents.slice(0, limits.alerts).map((each) => fromIncident(each, log, incidents.length === 1, note));
  return decoded(alerts);
};

function incidentsOf(payload: Readonly<Record<string, unknown>>, log: readonly LogEntry[]): readonly unknown[] {
  if (Array.isArray(payload['incidents'])) return payload['incidents'].filter(isRecord);
  if (isRecord(payload['incident'])) return [payload['incident']];
  if (isRecord(payload) && ('title' in payload || 'status' in payload || 'incident_key' in payload)) return [payload];
  const told = log.find(({ incident: about }) => about !== undefined)?.incident;
  return told === undefined ? [] : [told];
}

function fromIncident(payload: unknown, beside: readonly LogEntry[], alone: boolean, note: Note): Alert {
  const read = incident.parse(payload);
  const within = entries.parse(isRecord(payload) ? payload['log_entries'] : undefined);
  const about = beside.filter((entry) => (entry.incident?.id === undefined ? alone : entry.incident.id === read.id));
  const log = within.length > 0 ? within : about;
  const told = log.some(({ type }) => type?.startsWith('resolve'))
    ? { ...read, status: read.status ?? 'resolved' }
    : read;
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
