import { z } from 'zod';
import type { AlertEvent } from '@debrief/core';
import type { Note } from '../decoding.ts';
import { instantOf, readInstant } from '../instant.ts';
import { anything, groupOf, text } from '../lenient.ts';
import type { EventParts } from '../make-alert.ts';
import { nameOf, reference } from './incident.ts';

/** An entry of `GET /incidents/{id}/log_entries`. */
export const logEntry = z.object({
  type: text,
  created_at: anything,
  summary: text,
  agent: groupOf(reference),
  incident: groupOf(reference),
  channel: groupOf(z.object({ type: text, summary: text, content: text })),
});

export type LogEntry = z.output<typeof logEntry>;

const KINDS: Readonly<Record<string, AlertEvent['kind']>> = {
  trigger: 'fired',
  acknowledge: 'acknowledged',
  assign: 'assigned',
  delegate: 'assigned',
  escalate: 'escalated',
  exhaust_escalation_path: 'escalated',
  repeat_escalation_path: 'escalated',
  annotate: 'note',
  status_update: 'note',
  resolve: 'resolved',
};

/** The event that a log entry tells of; the note of an annotation is its text. */
export function eventOf({ type, created_at, summary, agent, channel }: LogEntry, note: Note): EventParts {
  const verb = verbOf(type);
  const kind = Object.hasOwn(KINDS, verb) ? (KINDS[verb] ?? 'other') : 'other';
  const written = kind === 'note' ? (channel?.summary ?? channel?.content ?? summary) : summary;
  return {
    at: readInstant(created_at, 'log_entries', note),
    kind,
    text: written ?? (verb.replaceAll('_', ' ') || 'Log entry'),
    actor: nameOf(agent),
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  trigger: 'triggered',
  unacknowledge: 'triggered',
  acknowledge: 'acknowledged',
  resolve: 'resolved',
};

/** The status in which the last entry of a log that changes it leaves the incident. */
export function statusTold(log: readonly LogEntry[]): string | undefined {
  const changes = log.flatMap(({ type, created_at }) => {
    const verb = verbOf(type);
    const status = Object.hasOwn(STATUSES, verb) ? STATUSES[verb] : undefined;
    return status === undefined ? [] : [{ status, at: instantOf(created_at) ?? '' }];
  });
  return changes.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))).at(-1)?.status;
}

function verbOf(type: string | undefined): string {
  return (type ?? '').replace(/_log_entry(?:_reference)?$/, '');
}
