import { decodeAlertmanager } from './alertmanager/decode.ts';
import { decodeCloudwatch, isCloudwatchAlarm } from './cloudwatch/decode.ts';
import type { Decoder } from './decoding.ts';
import { decodeGrafana } from './grafana/decode.ts';
import { isRecord } from './lenient.ts';
import { decodeOpsgenie } from './opsgenie/decode.ts';
import { decodePagerduty } from './pagerduty/decode.ts';
import { decodePlain, looksPlain } from './plain/decode.ts';

interface Product {
  readonly name: string;
  /** The shapes that are known, in words for the person whose payload has none of them. */
  readonly shape: string;
  readonly recognises: (payload: unknown) => boolean;
  readonly decode: Decoder;
}

const SNS_TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'];

/** The products, in the order in which their shapes are looked for: the first that recognises a payload decodes it. */
const table = [
  {
    name: 'grafana',
    shape: 'the webhook of Grafana (“alerts” with “orgId”, version 1)',
    recognises: (payload) =>
      hasAlerts(payload) && payload['version'] !== '4' && (payload['version'] === '1' || 'orgId' in payload),
    decode: decodeGrafana,
  },
  {
    name: 'alertmanager',
    shape: 'the webhook of Alertmanager (“alerts” with “groupKey”, version 4) or the list of its /api/v2/alerts',
    recognises: (payload) =>
      hasAlerts(payload)
        ? ['version', 'groupKey', 'groupLabels', 'commonLabels', 'receiver'].some((key) => key in payload)
        : isAlertList(payload),
    decode: decodeAlertmanager,
  },
  {
    name: 'pagerduty',
    shape: 'an event of PagerDuty’s webhooks (“event” with “event_type”) or an incident of its REST API (“incident”)',
    recognises: isPagerduty,
    decode: decodePagerduty,
  },
  {
    name: 'opsgenie',
    shape: 'the webhook of Opsgenie (“action” with “alert”)',
    recognises: (payload) => isRecord(payload) && typeof payload['action'] === 'string' && isRecord(payload['alert']),
    decode: decodeOpsgenie,
  },
  {
    name: 'cloudwatch',
    shape: 'an alarm of CloudWatch, bare (“AlarmName”), through SNS or through EventBridge',
    recognises: (payload) =>
      isCloudwatchAlarm(payload) ||
      (isRecord(payload) && SNS_TYPES.some((type) => type === payload['Type']) && 'TopicArn' in payload),
    decode: decodeCloudwatch,
  },
  {
    name: 'plain',
    shape: 'a plain alert of your own (an object with “title”)',
    recognises: looksPlain,
    decode: decodePlain,
  },
] as const satisfies readonly Product[];

export const productTable: readonly Product[] = table;

export type ProductName = (typeof table)[number]['name'];

/** The products whose payloads are decoded, by the name of their folder. */
export const productNames: readonly ProductName[] = table.map(({ name }) => name);

function hasAlerts(payload: unknown): payload is Readonly<Record<string, unknown>> {
  return isRecord(payload) && Array.isArray(payload['alerts']);
}

function isAlertList(payload: unknown): boolean {
  if (!Array.isArray(payload)) return false;
  const [first] = payload as readonly unknown[];
  return payload.length === 0 || (isRecord(first) && isRecord(first['labels']));
}

function isPagerduty(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const { event, incident, incidents, log_entries: log, type } = payload;
  if (isRecord(event)) return typeof event['event_type'] === 'string';
  if (isRecord(incident)) return typeof incident['id'] === 'string' || Array.isArray(log);
  if (Array.isArray(incidents) || Array.isArray(log)) return true;
  return type === 'incident' || 'incident_key' in payload || 'incident_number' in payload;
}
