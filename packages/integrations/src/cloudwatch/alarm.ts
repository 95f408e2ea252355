import { z } from 'zod';
import { isRecord, type Pairs, pairs, text, listOf, groupOf, anything } from '../lenient.ts';

const dimension = z.object({ name: text, value: text, Name: text, Value: text });
const metric = z.object({ MetricName: text, Namespace: text, Dimensions: listOf(dimension) });

/** An alarm as CloudWatch puts it into a notification of SNS. */
const notifiedAlarm = z.object({
  AlarmName: text,
  AlarmDescription: text,
  AlarmArn: text,
  AWSAccountId: text,
  Region: text,
  NewStateValue: text,
  NewStateReason: text,
  StateChangeTime: anything,
  Trigger: groupOf(
    metric.extend({ Metrics: listOf(z.object({ MetricStat: groupOf(z.object({ Metric: groupOf(metric) })) })) }),
  ),
});

const state = groupOf(z.object({ value: text, reason: text, timestamp: anything }));

/** An alarm as CloudWatch puts it on the bus of EventBridge. */
const bridgedAlarm = z.object({
  account: text,
  region: text,
  time: anything,
  resources: listOf(z.string()),
  detail: groupOf(
    z.object({
      alarmName: text,
      state,
      previousState: state,
      alarmTags: pairs,
      configuration: groupOf(
        z.object({
          description: text,
          metrics: listOf(
            z.object({
              metricStat: groupOf(
                z.object({ metric: groupOf(z.object({ name: text, namespace: text, dimensions: pairs })) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** What both forms tell of an alarm. */
export interface Alarm {
  readonly key: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly state: string | undefined;
  readonly reason: string | undefined;
  /** As written: when the alarm came into its state, and into the one before if that was ALARM. */
  readonly changedAt: unknown;
  readonly alarmedAt: unknown;
  readonly labels: Pairs;
}

type Named = readonly [name: string, value: string | undefined];

/** Reads the form of a notification. */
export function alarmNotified(payload: unknown): Alarm {
  const alarm = notifiedAlarm.parse(isRecord(payload) ? payload : {});
  const { AlarmName: name, AWSAccountId: account, Region: region } = alarm;
  const metrics = alarm.Trigger ? [alarm.Trigger, ...alarm.Trigger.Metrics.map((each) => each.MetricStat?.Metric)] : [];
  return {
    key: alarm.AlarmArn ?? keyOf(account, region, name),
    name,
    description: alarm.AlarmDescription,
    state: alarm.NewStateValue,
    reason: alarm.NewStateReason,
    changedAt: alarm.StateChangeTime,
    alarmedAt: undefined,
    labels: distinct([
      ['Region', region],
      ['AWSAccountId', account],
      ...metrics.flatMap((each): readonly Named[] => [
        ['Namespace', each?.Namespace],
        ['MetricName', each?.MetricName],
        ...(each?.Dimensions ?? []).map((one): Named => [one.name ?? one.Name ?? '', one.value ?? one.Value]),
      ]),
    ]),
  };
}

/** Reads the form of EventBridge. */
export function alarmBridged(payload: unknown): Alarm {
  const { account, region, time, resources, detail } = bridgedAlarm.parse(isRecord(payload) ? payload : {});
  const metrics = detail?.configuration?.metrics.flatMap(({ metricStat }) => metricStat?.metric ?? []) ?? [];
  return {
    key: resources[0] ?? keyOf(account, region, detail?.alarmName),
    name: detail?.alarmName,
    description: detail?.configuration?.description,
    state: detail?.state?.value,
    reason: detail?.state?.reason,
    changedAt: detail?.state?.timestamp ?? time,
    alarmedAt: detail?.previousState?.value === 'ALARM' ? detail.previousState.timestamp : undefined,
    labels: distinct([
      ['Region', region],
      ['AWSAccountId', account],
      ...metrics.flatMap(({ name, namespace, dimensions }): readonly Named[] => [
        ['Namespace', namespace],
        ['MetricName', name],
        ...dimensions,
      ]),
      ...(detail?.alarmTags ?? []),
    ]),
  };
}

function keyOf(account: string | undefined, region: string | undefined, name: string | undefined): string {
  return [account, region, name].filter((part) => part !== undefined).join(':');
}

/** Metrics of one alarm often share their dimensions. */
function distinct(named: readonly Named[]): Pairs {
  const byBoth = new Map(
    named.flatMap(([name, value]) =>
      value === undefined || name === '' ? [] : [[`${name}\n${value}`, [name, value] as const]],
    ),
  );
  return [...byBoth.values()];
}
