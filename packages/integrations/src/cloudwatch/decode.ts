import { z } from 'zod';
import type { Alert } from '@debrief/core';
import { decoded, type Decoded, type Decoder, type Note, problem } from '../decoding.ts';
import { readInstant } from '../instant.ts';
import { parseJson } from '../json-text.ts';
import { isRecord, text } from '../lenient.ts';
import { linksIn } from '../link.ts';
import { makeAlert } from '../make-alert.ts';
import { servicesOf, severityOf } from '../names.ts';
import { type Alarm, alarmBridged, alarmNotified } from './alarm.ts';

const STATE_CHANGE = 'CloudWatch Alarm State Change';

const envelope = z.object({ Type: text, TopicArn: text, Message: text, SubscribeURL: text });

const STATUSES: Readonly<Record<string, Alert['status']>> = { ALARM: 'firing', OK: 'resolved' };

/** Decodes an alarm of CloudWatch: bare, in a notification of SNS, or as an event of EventBridge. */
export const decodeCloudwatch: Decoder = (payload, note) =>
  isRecord(payload) && typeof payload['Type'] === 'string'
    ? fromSns(payload, note)
    : fromAlarm(payload, undefined, note);

/** Whether a payload is an alarm, apart from any envelope. */
export function isCloudwatchAlarm(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  return payload['source'] === 'aws.cloudwatch' || 'detail-type' in payload
    ? payload['source'] === 'aws.cloudwatch' || payload['detail-type'] === STATE_CHANGE
    : typeof payload['AlarmName'] === 'string' && ('NewStateValue' in payload || 'Trigger' in payload);
}

function fromSns(payload: unknown, note: Note): Decoded {
  const { Type: type, TopicArn: topic, Message: message = '', SubscribeURL: address } = envelope.parse(payload);
  if (type === 'SubscriptionConfirmation') {
    const where = address?.startsWith('https://') ? `: ${address.slice(0, 1000)}` : ', which stands in “SubscribeURL”';
    return problem(
      'confirmation-needed',
      `SNS asks whether it may send here. Check that the topic “${topic ?? 'unknown'}” is yours, then open the address to confirm${where}`,
    );
  }
  if (type !== 'Notification')
    return problem('ignored-event', `SNS sent “${type}”, which tells of no alarm. Nothing has to be done.`);
  if (message.trim() === '') return problem('no-alerts', 'The “Message” of SNS is empty. Send the whole notification.');
  const inner = parseJson(message);
  if (!inner.ok)
    return problem('ignored-event', `The “Message” of SNS is no CloudWatch alarm. ${inner.problem.message}`);
  if (!isCloudwatchAlarm(inner.value))
    return problem('ignored-event', 'The “Message” of SNS is JSON, but no CloudWatch alarm.');
  return fromAlarm(inner.value, topic?.split(':').at(-1), note);
}

function fromAlarm(payload: unknown, topic: string | undefined, note: Note): Decoded {
  const bridged = isRecord(payload) && 'detail-type' in payload;
  if (bridged && payload['detail-type'] !== STATE_CHANGE)
    return problem('ignored-event', 'This event of CloudWatch is no change of an alarm’s state.');
  const alarm = bridged ? alarmBridged(payload) : alarmNotified(payload);
  if (alarm.name === undefined)
    return problem('no-alerts', 'CloudWatch sent no name of an alarm. Send the whole event.');
  return decoded([alertOf({ ...alarm, name: alarm.name }, topic, note)]);
}

function alertOf(alarm: Alarm & { readonly name: string }, topic: string | undefined, note: Note): Alert {
  const { name, state = '', labels } = alarm;
  const status = Object.hasOwn(STATUSES, state) ? STATUSES[state] : undefined;
  if (status === undefined)
    note(
      `The alarm “${name.slice(0, 100)}” is in state “${state.slice(0, 40)}”, neither ALARM nor OK; it is taken as open.`,
    );
  const changedAt = readInstant(alarm.changedAt, 'StateChangeTime', note);
  const alarmedAt = readInstant(alarm.alarmedAt, 'previousState', note);
  const resolved = status === 'resolved';
  return makeAlert(
    {
      product: 'cloudwatch',
      key: alarm.key,
      receiver: topic,
      status: status ?? 'firing',
      title: [name],
      severity: severityOf(labels),
      services: servicesOf(labels),
      summary: alarm.reason,
      description: alarm.description,
      startsAt: resolved ? alarmedAt : changedAt,
      endsAt: resolved ? changedAt : undefined,
      links: linksIn(labels),
      labels,
      events: [
        resolved ? { at: alarmedAt, kind: 'fired', text: `${name} went into ALARM` } : undefined,
        { at: changedAt, kind: resolved ? 'resolved' : 'fired', text: `${name} went into ${state}` },
      ],
    },
    note,
  );
}
