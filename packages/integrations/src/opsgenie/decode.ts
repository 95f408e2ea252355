import { z } from 'zod';
import type { Alert, AlertEvent } from '@debrief/core';
import { decoded, type Decoder, problem } from '../decoding.ts';
import { readInstant } from '../instant.ts';
import { anything, groupOf, listOf, type Pairs, pairs, text, texts } from '../lenient.ts';
import { linksIn } from '../link.ts';
import { makeAlert } from '../make-alert.ts';
import { servicesOf, severityOf } from '../names.ts';

const person = z.object({ type: text, name: text, username: text });

const webhook = z.object({
  action: text,
  integrationName: text,
  escalationNotify: groupOf(z.object({ name: text })),
  alert: groupOf(
    z.object({
      alertId: text,
      id: text,
      alias: text,
      message: text,
      description: text,
      tags: texts,
      teams: texts,
      recipients: texts,
      responders: listOf(person),
      owner: text,
      recipient: text,
      entity: text,
      username: text,
      note: text,
      priority: text,
      status: text,
      details: pairs,
      createdAt: anything,
      updatedAt: anything,
    }),
  ),
});

type Webhook = z.output<typeof webhook>;
type OpsgenieAlert = NonNullable<Webhook['alert']>;

interface Action {
  readonly kind: AlertEvent['kind'];
  readonly status?: Alert['status'];
  readonly text: (alert: OpsgenieAlert, sent: Webhook) => string;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  Create: { kind: 'fired', status: 'firing', text: () => 'Alert created' },
  Acknowledge: { kind: 'acknowledged', status: 'acknowledged', text: () => 'Alert acknowledged' },
  UnAcknowledge: { kind: 'other', status: 'firing', text: () => 'Acknowledgement taken back' },
  Close: { kind: 'resolved', status: 'resolved', text: () => 'Alert closed' },
  Delete: { kind: 'resolved', status: 'resolved', text: () => 'Alert deleted' },
  AddNote: { kind: 'note', text: ({ note }) => note ?? 'Note added' },
  Escalate: { kind: 'escalated', text: (_, sent) => `Alert escalated${to(sent.escalationNotify?.name)}` },
  EscalateNext: { kind: 'escalated', text: () => 'Alert escalated to the next level' },
  AssignOwnership: { kind: 'assigned', text: ({ owner }) => `Alert assigned${to(owner)}` },
  TakeOwnership: { kind: 'assigned', text: ({ username }) => `Alert taken over${by(username)}` },
  AddRecipient: { kind: 'assigned', text: ({ recipient }) => `Alert sent${to(recipient)}` },
};

/** Decodes an outgoing webhook of Opsgenie: created in milliseconds, updated in nanoseconds. */
export const decodeOpsgenie: Decoder = (payload, note) => {
  const sent = webhook.parse(payload);
  const { alert, action: name = '' } = sent;
  if (alert === undefined) return problem('no-alerts', 'Opsgenie sent no alert. Send the whole body of its webhook.');
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const status = action?.status ?? statusOf(alert.status);
  if (status === undefined)
    note(`Opsgenie does not say with “${name.slice(0, 40)}” whether the alert is closed; it is taken as open.`);
  const labels = labelsOf(alert);
  const startsAt = readInstant(alert.createdAt, 'createdAt', note);
  const updatedAt = readInstant(alert.updatedAt, 'updatedAt', note);
  const created = { at: startsAt, kind: 'fired', text: 'Alert created' } as const;
  const told = {
    at: updatedAt,
    kind: action?.kind ?? 'other',
    text: action?.text(alert, sent) ?? wordsOf(name),
    actor: alert.username,
  } as const;
  return decoded([
    makeAlert(
      {
        product: 'opsgenie',
        key: alert.alertId ?? alert.id ?? alert.alias ?? alert.message ?? '',
        status: status ?? 'firing',
        title: [
          alert.message,
          alert.alias,
          alert.alertId === undefined ? undefined : `Opsgenie alert ${alert.alertId}`,
        ],
        severity: alert.priority ?? severityOf(labels),
        services: servicesOf(labels),
        description: alert.description,
        startsAt,
        endsAt: status === 'resolved' ? updatedAt : undefined,
        links: linksIn(labels),
        labels,
        events: name === 'Create' ? [{ ...created, at: startsAt ?? updatedAt }] : [created, told],
        responders: respondersOf(alert),
      },
      note,
    ),
  ]);
};

function statusOf(written: string | undefined): Alert['status'] | undefined {
  if (written === 'closed') return 'resolved';
  return written === 'acked' ? 'acknowledged' : undefined;
}

/** Tags such as `service:checkout` are read as a name with its value; details are names with values already. */
function labelsOf({ tags, teams, entity, details }: OpsgenieAlert): Pairs {
  const tagged = tags.map((tag): readonly [string, string] => {
    const [, name, value] = /^([\w.-]{1,60})[:=](?!\/\/)([^]+)$/.exec(tag) ?? [];
    return name !== undefined && value !== undefined ? [name, value] : ['tag', tag];
  });
  const entities = entity === undefined || entity === '' ? [] : [['entity', entity] as const];
  return [...tagged, ...details, ...teams.map((team) => ['team', team] as const), ...entities];
}

/** People by name; the bare ids that Opsgenie sends for some tell nobody anything. */
function respondersOf({ owner, recipients, responders }: OpsgenieAlert): readonly (string | undefined)[] {
  const people = responders.filter(({ type }) => type === undefined || type === 'user');
  const names = [owner, ...recipients, ...people.map((each) => each.name ?? each.username)];
  return names.filter((name) => name !== undefined && !/^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/i.test(name));
}

function to(name: string | undefined): string {
  return name === undefined || name === '' ? '' : ` to ${name}`;
}

function by(name: string | undefined): string {
  return name === undefined || name === '' ? '' : ` by ${name}`;
}

function wordsOf(action: string): string {
  const words = action
    .slice(0, 60)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words === '' ? 'Alert changed' : `Opsgenie: ${words}`;
}
