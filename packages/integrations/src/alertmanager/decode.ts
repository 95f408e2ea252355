import { z } from 'zod';
import type { Alert } from '@debrief/core';
import {
  alertGroup,
  earliestAlerts,
  groupedAlert,
  noteTruncated,
  partsOf,
  receiverName,
  stateOf,
} from '../alert-group.ts';
import { decoded, type Decoder, type Note, problem } from '../decoding.ts';
import { isRecord, listOf } from '../lenient.ts';
import { linkTo } from '../link.ts';
import { makeAlert } from '../make-alert.ts';

const apiAlert = groupedAlert.extend({ receivers: listOf(z.object({ name: z.string() })) });

const PRODUCT = 'alertmanager';
const NOTHING = 'Alertmanager sent no alerts. Send a payload with at least one.';

/** Decodes the webhook of Alertmanager, version 4, or the list that its API gives at `/api/v2/alerts`. */
export const decodeAlertmanager: Decoder = (payload, note) => {
  const alerts = Array.isArray(payload) ? fromApi(payload, note) : fromWebhook(payload, note);
  return alerts.length === 0 ? problem('no-alerts', NOTHING) : decoded(alerts);
};

function fromWebhook(payload: unknown, note: Note): readonly Alert[] {
  const group = alertGroup.parse(isRecord(payload) ? payload : {});
  if (group.version !== undefined && group.version !== '4')
    note(`Alertmanager sent version “${group.version}” of its webhook; it was read as version 4.`);
  noteTruncated(group, note);
  return earliestAlerts(group.alerts, note).map((entry) => {
    const alert = groupedAlert.parse(entry);
    const status = (stateOf(alert) ?? group.status) === 'resolved' ? 'resolved' : 'firing';
    const parts = partsOf(PRODUCT, alert, status, note);
    return makeAlert(
      {
        ...parts,
        groupKey: group.groupKey,
        receiver: receiverName(group.receiver),
        links: [...(parts.links ?? []), linkTo(group.externalURL, 'other', 'Alertmanager')],
      },
      note,
    );
  });
}

function fromApi(entries: readonly unknown[], note: Note): readonly Alert[] {
  const alerts = earliestAlerts(entries, note).map((entry) => apiAlert.parse(entry));
  // The API lists no alert that is over; a list that was taken out of a webhook may.
  return alerts.map((alert) => {
    const parts = partsOf(PRODUCT, alert, stateOf(alert) === 'resolved' ? 'resolved' : 'firing', note);
    const made = makeAlert({ ...parts, receiver: alert.receivers.map(({ name }) => name).join(', ') }, note);
    if (stateOf(alert) === 'suppressed') note(`“${made.title}” is silenced or inhibited in Alertmanager.`);
    return made;
  });
}
