import { z } from 'zod';
import type { AlertEvent } from '@debrief/core';
import { decoded, type Decoded, type Note, problem } from '../decoding.ts';
import { readInstant } from '../instant.ts';
import { anything, groupOf, text } from '../lenient.ts';
import { makeAlert } from '../make-alert.ts';
import { incident, type Incident, nameOf, partsOf, type Reference, reference } from './incident.ts';

const eventData = incident.extend({
  // Of notes, status updates and responders, which only refer to their incident.
  incident: groupOf(reference),
  content: text,
  message: text,
  state: text,
  user: groupOf(reference),
});

/** The `event` of a webhook, version 3. */
export const webhookEvent = z.object({
  event_type: text,
  occurred_at: anything,
  agent: groupOf(reference),
  data: groupOf(eventData),
});

type EventData = z.output<typeof eventData>;

interface EventType {
  readonly kind: AlertEvent['kind'];
  readonly status?: 'triggered' | 'acknowledged' | 'resolved';
  readonly text: (data: EventData) => string;
}

const TYPES: Readonly<Record<string, EventType>> = {
  'incident.triggered': { kind: 'fired', status: 'triggered', text: () => 'Incident triggered' },
  'incident.acknowledged': { kind: 'acknowledged', status: 'acknowledged', text: () => 'Incident acknowledged' },
  'incident.unacknowledged': { kind: 'other', status: 'triggered', text: () => 'Acknowledgement taken back' },
  'incident.reopened': { kind: 'fired', status: 'triggered', text: () => 'Incident reopened' },
  'incident.resolved': { kind: 'resolved', status: 'resolved', text: () => 'Incident resolved' },
  'incident.escalated': { kind: 'escalated', text: (data) => `Incident escalated${toAssignees(data)}` },
  'incident.delegated': { kind: 'assigned', text: (data) => `Incident delegated${to([data.escalation_policy])}` },
  'incident.reassigned': { kind: 'assigned', text: (data) => `Incident reassigned${toAssignees(data)}` },
  'incident.priority_updated': { kind: 'other', text: (data) => `Priority changed${to([data.priority])}` },
  'incident.annotated': { kind: 'note', text: (data) => data.content ?? 'Note added' },
  'incident.status_update_published': { kind: 'note', text: (data) => data.message ?? 'Status update published' },
  'incident.responder.added': { kind: 'other', text: (data) => `Responder asked${forHelp(data)}` },
  'incident.responder.replied': { kind: 'other', text: (data) => `Responder replied${forHelp(data)}` },
};

/** Decodes one event. Types that are about no incident, or are not known, are ignored by name. */
export function decodeEvent(event: z.output<typeof webhookEvent>, note: Note): Decoded {
  const { event_type: name = '', agent } = event;
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined)
    return problem(
      'ignored-event',
      `PagerDuty sent an event of type “${name.slice(0, 100)}”, which tells of no alert.`,
    );
  const data = event.data;
  const about = data && incidentOf(data, type);
  if (data === undefined || (about?.id ?? about?.title) === undefined)
    return problem('no-alerts', `PagerDuty sent “${name}” without its incident. Send the whole event.`);
  const at = readInstant(event.occurred_at, 'occurred_at', note);
  const parts = partsOf(about ?? data, note);
  const created = { at: parts.startsAt, kind: 'fired', text: 'Incident triggered' } as const;
  return decoded([
    makeAlert(
      {
        ...parts,
        endsAt: parts.status === 'resolved' ? (parts.endsAt ?? at) : undefined,
        events: [
          name === 'incident.triggered' ? undefined : created,
          {
            at: at ?? (name === 'incident.triggered' ? parts.startsAt : undefined),
            kind: type.kind,
            text: type.text(data),
            actor: nameOf(agent),
          },
        ],
        responders: [...(parts.responders ?? []), nameOf(data.user)],
      },
      note,
    ),
  ]);
}

function incidentOf(data: EventData, { status }: EventType): Incident {
  if (data.incident) return incident.parse(data.incident);
  return { ...data, status: data.status ?? status };
}

function toAssignees({ assignees }: EventData): string {
  return to(assignees);
}

function to(references: readonly (Reference | undefined)[]): string {
  const names = references.flatMap((each) => nameOf(each) ?? []);
  return names.length === 0 ? '' : ` to ${names.join(', ')}`;
}

function forHelp({ user, escalation_policy: policy, message, state }: EventData): string {
  const name = nameOf(user) ?? nameOf(policy);
  const words = [name, state === undefined ? undefined : `(${state})`].filter(Boolean).join(' ');
  return `${words === '' ? '' : `: ${words}`}${message === undefined ? '' : `, “${message}”`}`;
}
