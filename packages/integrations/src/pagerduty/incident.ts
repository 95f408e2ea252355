import { z } from 'zod';
import type { Alert } from '@debrief/core';
import type { Note } from '../decoding.ts';
import { readInstant } from '../instant.ts';
import { anything, groupOf, listOf, type Pairs, text } from '../lenient.ts';
import { linkTo } from '../link.ts';
import type { AlertParts, EventParts } from '../make-alert.ts';

/** How PagerDuty names a person, a team, a service, an incident in passing. */
export const reference = z.object({ id: text, type: text, summary: text, name: text, html_url: text });

export type Reference = z.output<typeof reference>;

/** An incident, as a webhook sends it and as the REST API, version 2, gives it. */
export const incident = reference.extend({
  title: text,
  description: text,
  number: text,
  incident_number: text,
  incident_key: text,
  status: text,
  created_at: anything,
  resolved_at: anything,
  last_status_change_at: anything,
  urgency: text,
  service: groupOf(reference),
  priority: groupOf(reference),
  escalation_policy: groupOf(reference),
  teams: listOf(reference),
  assignees: listOf(reference),
  assignments: listOf(z.object({ assignee: reference })),
  incidents_responders: listOf(z.object({ user: groupOf(reference) })),
  acknowledgements: listOf(z.object({ at: anything, acknowledger: groupOf(reference) })),
  body: groupOf(z.object({ details: text })),
  conference_bridge: groupOf(z.object({ conference_url: text })),
});

export type Incident = z.output<typeof incident>;

const STATUSES: Readonly<Record<string, Alert['status']>> = {
  triggered: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
};

/** A person or thing as PagerDuty shows it. */
export function nameOf(named: Reference | undefined): string | undefined {
  return named?.summary ?? named?.name;
}

/** The parts of an alert that an incident tells, without events. Its note says so where it tells no status. */
export function partsOf(read: Incident, note: Note): AlertParts {
  const title = read.title ?? read.summary ?? read.description;
  const said = read.status ?? '';
  const status = Object.hasOwn(STATUSES, said) ? STATUSES[said] : undefined;
  if (status === undefined)
    note('PagerDuty does not say here whether the incident is acknowledged or resolved; it is taken as open.');
  const ended = status === 'resolved' ? (read.resolved_at ?? read.last_status_change_at) : undefined;
  return {
    product: 'pagerduty',
    key: read.id ?? read.incident_key ?? title ?? '',
    status: status ?? 'firing',
    title: [title],
    severity: nameOf(read.priority),
    services: [nameOf(read.service)],
    description: read.body?.details,
    startsAt: readInstant(read.created_at, 'created_at', note),
    endsAt: readInstant(ended, 'resolved_at', note),
    links: [
      linkTo(read.html_url, 'alert', 'PagerDuty incident'),
      linkTo(read.conference_bridge?.conference_url, 'other', 'Conference bridge'),
    ],
    labels: labelsOf(read),
    responders: [
      ...read.assignees,
      ...read.assignments.map(({ assignee }) => assignee),
      ...read.incidents_responders.map(({ user }) => user),
    ].map(nameOf),
  };
}

function labelsOf(read: Incident): Pairs {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['incident_number', read.number ?? read.incident_number],
    ['urgency', read.urgency],
    ['escalation_policy', nameOf(read.escalation_policy)],
    ...read.teams.map((team) => ['team', nameOf(team)] as const),
  ];
  return named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** What the incident itself tells of its course, where there is no log. */
export function ownEvents(read: Incident, { startsAt, endsAt }: AlertParts, note: Note): readonly EventParts[] {
  return [
    { at: startsAt, kind: 'fired', text: 'Incident triggered' },
    ...read.acknowledgements.map(({ at, acknowledger }): EventParts => ({
      at: readInstant(at, 'acknowledgements', note),
      kind: 'acknowledged',
      text: 'Incident acknowledged',
      actor: nameOf(acknowledger),
    })),
    { at: endsAt, kind: 'resolved', text: 'Incident resolved' },
  ];
}
