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
import { oneLine } from '../clean-text.ts';
import { decoded, type Decoder, type Note, problem } from '../decoding.ts';
import { isRecord, pairs, text } from '../lenient.ts';
import { linkNamed, linkTo } from '../link.ts';
import { makeAlert } from '../make-alert.ts';

const grafanaGroup = alertGroup.extend({ title: text, message: text });
const grafanaAlert = groupedAlert.extend({
  values: pairs,
  valueString: text,
  dashboardURL: text,
  panelURL: text,
  silenceURL: text,
  imageURL: text,
});

type GrafanaGroup = z.output<typeof grafanaGroup>;
type GrafanaAlert = z.output<typeof grafanaAlert>;

const MOST_VALUES = 10;

/** Decodes the webhook of Grafana's alerting, version 1. */
export const decodeGrafana: Decoder = (payload, note) => {
  const group = grafanaGroup.parse(isRecord(payload) ? payload : {});
  noteTruncated(group, note);
  const alerts = earliestAlerts(group.alerts, note).map((entry) => fromGroup(grafanaAlert.parse(entry), group, note));
  return alerts.length === 0
    ? problem('no-alerts', 'Grafana sent no alerts. Send a payload with at least one.')
    : decoded(alerts);
};

function fromGroup(alert: GrafanaAlert, group: GrafanaGroup, note: Note): Alert {
  const status = (stateOf(alert) ?? group.status) === 'resolved' ? 'resolved' : 'firing';
  const parts = partsOf('grafana', alert, status, note, valuesOf(alert));
  return makeAlert(
    {
      ...parts,
      title: [...parts.title, group.title],
      groupKey: group.groupKey,
      receiver: receiverName(group.receiver),
      description: parts.description ?? (group.alerts.length === 1 ? group.message : undefined),
      links: [
        ...(parts.links ?? []),
        linkNamed('dashboardURL', alert.dashboardURL),
        linkNamed('panelURL', alert.panelURL),
        linkTo(alert.imageURL, 'other', 'Image'),
        linkTo(alert.silenceURL, 'other', 'Silence'),
        linkTo(group.externalURL, 'other', 'Grafana'),
      ],
    },
    note,
  );
}

/** What was measured when the alert fired; old versions send it as one text. */
function valuesOf({ values, valueString }: GrafanaAlert): string {
  const named = values.slice(0, MOST_VALUES).map(([name, value]) => `${name} = ${value}`);
  const written = named.length > 0 ? named.join(', ') : oneLine(valueString ?? '', 300);
  return written === '' ? '' : ` with ${written}`;
}
