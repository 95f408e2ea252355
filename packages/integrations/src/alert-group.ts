import { z } from 'zod';
import type { Alert } from '@debrief/core';
import type { Note } from './decoding.ts';
import { earliestFirst } from './earliest.ts';
import { readInstant } from './instant.ts';
import { anything, pairs, text } from './lenient.ts';
import { linkNamed, linksIn } from './link.ts';
import type { AlertParts } from './make-alert.ts';
import { firstNamed, servicesOf, severityOf } from './names.ts';

/** An alert as Alertmanager words it in its webhook and in its API, and Grafana after it. */
export const groupedAlert = z.object({
  status: z
    .union([z.string(), z.object({ state: text })])
    .optional()
    .catch(undefined),
  labels: pairs,
  annotations: pairs,
  startsAt: anything,
  endsAt: anything,
  generatorURL: text,
  fingerprint: text,
});

export type GroupedAlert = z.output<typeof groupedAlert>;

/** `firing` or `resolved` in a webhook; `active`, `suppressed` or `unprocessed` in the API. */
export function stateOf({ status }: GroupedAlert): string | undefined {
  return typeof status === 'string' ? status : status?.state;
}

/** What stands around the alerts of a webhook. Labels and annotations that all alerts have stand with each as well. */
export const alertGroup = z.object({
  receiver: text,
  status: text,
  alerts: z.array(z.unknown()).catch([]),
  groupKey: text,
  externalURL: text,
  version: text,
  truncatedAlerts: z.int().positive().optional().catch(undefined),
});

export type AlertGroup = z.output<typeof alertGroup>;

/** The alerts of a group or a list, the one that started first in front. */
export function earliestAlerts(entries: readonly unknown[], note: Note): readonly unknown[] {
  return earliestFirst(entries, 'startsAt', ['labels', 'annotations'], note);
}

/** The receiver as people named it: Alertmanager sends it with the marks of regular expressions escaped. */
export function receiverName(receiver: string | undefined): string | undefined {
  return receiver?.replace(/\\([\\.+*?()|[\]{}^$])/g, '$1');
}

/** Says how many alerts the sender itself left out. */
export function noteTruncated({ truncatedAlerts }: AlertGroup, note: Note): void {
  if (truncatedAlerts !== undefined)
    note(`The sender left ${truncatedAlerts} further alerts of this group out (max_alerts of its webhook).`);
}

/** The parts of an alert that both products word alike. `fired` is added to the sentence of the first event. */
export function partsOf(
  product: string,
  alert: GroupedAlert,
  status: Alert['status'],
  note: Note,
  fired = '',
): AlertParts & { readonly title: readonly (string | undefined)[] } {
  const { labels, annotations } = alert;
  const summary = firstNamed(annotations, ['summary', 'title']);
  const description = firstNamed(annotations, ['description', 'message']);
  const title = [firstNamed(labels, ['alertname', 'rulename']), summary, description];
  const name = title.find((each) => each !== undefined) ?? 'Alert';
  const startsAt = readInstant(alert.startsAt, 'startsAt', note);
  // A firing alert may carry the time at which it would be given up, which is no end.
  const endsAt = status === 'resolved' ? readInstant(alert.endsAt, 'endsAt', note) : undefined;
  return {
    product,
    key: alert.fingerprint ?? labels.map(([label, value]) => `${label}=${value}`).join(','),
    status,
    title,
    severity: severityOf(labels) ?? severityOf(annotations),
    services: servicesOf(labels),
    summary,
    description,
    startsAt,
    endsAt,
    links: [...linksIn(annotations), ...linksIn(labels), linkNamed('generatorURL', alert.generatorURL)],
    labels,
    events: [
      { at: startsAt, kind: 'fired', text: `${name} fired${fired}` },
      { at: endsAt, kind: 'resolved', text: `${name} resolved` },
    ],
  };
}
