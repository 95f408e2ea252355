import type { InstantName, Place, Reading } from '../model/index.ts';
import { type Anchors, isAnchor, type MissingAnchor } from './anchors.ts';
import { instantTitle, instantWords } from './instant-words.ts';
import type { Anchor, Result } from './measurement.ts';
import { minutesText } from './number-text.ts';
import { isStillGoing } from './still-going.ts';

/** From which instant to which, and what else may stand for either where it is not told. */
export interface Span {
  readonly from: InstantName;
  readonly to: InstantName;
  /** Instants that stand in for the end, in this order, each with the sentence that says so. */
  readonly orTo?: readonly (readonly [InstantName, string])[];
  /** Whether an end before the start is an early sign, which counts as 0, rather than a contradiction. */
  readonly mayBeEarly?: true;
  /** Whether a missing end can mean that it is still to come. */
  readonly mayBeOpen?: true;
  /** Whether a start that is missing because people noticed by themselves makes the metric not applicable. */
  readonly needsAlert?: true;
}

/** What lies between two instants. */
export interface Spanned {
  readonly from?: Anchor;
  readonly to?: Anchor;
  readonly result: Result;
  readonly places: readonly Place[];
  readonly notes: readonly string[];
}

/** The minutes between two instants, or why there are none. */
export function spanOf(span: Span, reading: Reading, anchors: Anchors, now: number): Spanned {
  const from = chosen(anchors, span.from);
  const to = chosen(anchors, span.to, span.orTo);
  const both = [from.anchor, to.anchor].filter((anchor) => anchor !== null);
  const known = {
    ...(from.anchor !== null && { from: from.anchor }),
    ...(to.anchor !== null && { to: to.anchor }),
    places: both.flatMap(({ places }) => places.slice(0, 1)),
  };
  const notes = [...from.notes, ...to.notes, ...zoneNotes(both)];
  if (from.anchor === null) return { ...known, result: withoutStart(span, reading, anchors), notes: [] };
  if (to.anchor === null) {
    const result = withoutEnd(span, from.anchor, reading, anchors, now);
    return { ...known, result, notes: result.state === 'open' ? notes : [] };
  }
  const minutes = (to.anchor.at - from.anchor.at) / 60_000;
  if (minutes >= 0) return { ...known, result: { state: 'known', value: round(minutes) }, notes };
  if (span.mayBeEarly === true && !standsBehind(to.anchor, from.anchor, reading)) {
    const early = `Early: ${instantTitle(to.anchor.instant)} came ${minutesText(-minutes)} before ${instantTitle(from.anchor.instant)} (−${round(-minutes)} min), which counts as 0.`;
    return { ...known, result: { state: 'known', value: 0 }, notes: [early, ...notes] };
  }
  return { ...known, result: endBeforeStart(from.anchor, to.anchor), notes };
}

/** An early sign stands in a row before the impact; one behind it has a wrong day or clock. */
function standsBehind(sign: Anchor, start: Anchor, { postmortem: { timeline } }: Reading): boolean {
  const row = ({ places }: Anchor): number => timeline.findIndex(({ at }) => at.places[0]?.from === places[0]?.from);
  const [signRow, startRow] = [row(sign), row(start)];
  return startRow >= 0 && signRow > startRow;
}

interface Chosen {
  readonly anchor: Anchor | null;
  readonly notes: readonly string[];
}

function chosen(anchors: Anchors, name: InstantName, others: Span['orTo'] = []): Chosen {
  const own = anchors[name];
  if (isAnchor(own)) return { anchor: own, notes: own.notes };
  for (const [other, sentence] of others) {
    const anchor = anchors[other];
    if (isAnchor(anchor)) return { anchor, notes: [sentence, ...anchor.notes] };
  }
  return { anchor: null, notes: [] };
}

function withoutStart(span: Span, reading: Reading, anchors: Anchors): Result {
  if (span.needsAlert === true && !isAnchor(anchors.alerted) && foundByPeople(reading)) {
    return {
      state: 'notApplicable',
      reason: 'noAlert',
      message: 'People noticed it, and no alert was sent, so there is no time since an alert.',
    };
  }
  return missingResult(span.from, anchors[span.from]);
}

/** What comes no earlier than an end: where it is told, the end has come as well, only nobody wrote when. */
const LATER: Readonly<Partial<Record<InstantName, readonly InstantName[]>>> = {
  firstMitigation: ['mitigated', 'impactEnd', 'resolved'],
  mitigated: ['impactEnd', 'resolved'],
  impactEnd: ['mitigated', 'resolved'],
};

function withoutEnd(span: Span, from: Anchor, reading: Reading, anchors: Anchors, now: number): Result {
  if (span.needsAlert === true && span.to === 'alerted' && foundByPeople(reading)) {
    return {
      state: 'notApplicable',
      reason: 'noAlert',
      message: 'People noticed it, and no alert was sent.',
    };
  }
  const missing = anchors[span.to];
  const isPast = (LATER[span.to] ?? []).some((later) => isAnchor(anchors[later]));
  const isOpen = span.mayBeOpen === true && !isPast && isStillGoing(reading.postmortem, span.to) === 'notYet';
  if (!isOpen || !Number.isFinite(now)) return missingResult(span.to, missing);
  if (now >= from.at) return { state: 'open', atLeast: round((now - from.at) / 60_000) };
  return {
    state: 'invalid',
    reason: 'startInFuture',
    message: `The ${instantTitle(from.instant)} ${from.day} ${from.clock} is later than now. Check the day, or the zone of the clock.`,
  };
}

const REASONS: Readonly<
  Record<MissingAnchor['missing'], (words: string, name: InstantName) => readonly [string, string]>
> = {
  absent: (words, name) => [
    capital(`no${name}`),
    `The text does not say ${words}. Add a row to the timeline, or pin it in the front matter: times: { ${name}: 2026-05-01T10:02Z }.`,
  ],
  placeholder: (words, name) => [capital(`no${name}`), `The place for ${words} is still to be filled in.`],
  noDay: (words, name) => [
    'noDay',
    `The text says ${words} with a clock (${instantTitle(name)}) but on no day. Write the date of the incident.`,
  ],
  noClock: (words, name) => [
    'noClock',
    `The text says on which day, but not at what time (${instantTitle(name)}). Write a clock to know ${words}.`,
  ],
  unreadable: (words) => [
    'unreadableTime',
    `The time that says ${words} could not be read. Write it as 2026-05-01 10:02 UTC.`,
  ],
  isReview: (words, name) => [
    'endIsReview',
    `The only time that says ${words} is that of the review, which ends no incident. Pin the end in the front matter: times: { ${name}: 2026-05-01T10:02Z }.`,
  ],
};

function missingResult(name: InstantName, anchor: Anchor | MissingAnchor): Result {
  const missing = isAnchor(anchor) ? 'absent' : anchor.missing;
  const [reason, message] = REASONS[missing](instantWords[name], name);
  return { state: 'unknown', reason, message };
}

/** `noimpactStart` as a name: `noImpactStart`. */
function capital(reason: string): string {
  return `no${reason.charAt(2).toUpperCase()}${reason.slice(3)}`;
}

function endBeforeStart(from: Anchor, to: Anchor): Result {
  return {
    state: 'invalid',
    reason: 'endBeforeStart',
    message: `${instantTitle(to.instant)} (${to.day} ${to.clock}) lies before ${instantTitle(from.instant)} (${from.day} ${from.clock}). One of the two times cannot be right; check the clock, the day and the zone.`,
  };
}

/** Without a zone of its own a document's durations are still right, unless clocks of several zones meet. */
function zoneNotes(both: readonly Anchor[]): readonly string[] {
  const assumed = both.filter(({ zone }) => zone.from === 'assumed');
  if (assumed.length === 0) return [];
  return assumed.length === both.length
    ? ['No zone is stated, so clocks count as UTC.']
    : ['One of the two clocks names no zone and counts as UTC; the other names one. Write the zone beside both.'];
}

const PEOPLE =
  /\b(?:users?|customers?|clients?|support|reported by|complain|colleagues?|manual(?:ly)?|noticed|kunden?|nutzer|clientes?|usuarios?|utilisateurs?|clients|bruker[en]?|kunde[rn]?)\b|用户|客户|ユーザ|顧客/iu;
const MACHINES =
  /\b(?:alert|alarm|monitor|page[dr]?|prometheus|grafana|pingdom|datadog|health ?check)|告警|监控|アラート|監視/iu;

/** Whether the document says that people, and no alert, found the incident. */
function foundByPeople({ postmortem }: Reading): boolean {
  const { how, methods } = postmortem.detection;
  const ticked = methods.filter(({ ticked: isTicked }) => isTicked === true).map(({ text }) => text);
  const told = [how, ...ticked].flatMap((field) => (field.state === 'known' ? [field.value.slice(0, 500)] : []));
  const row = postmortem.timeline.find(({ role }) => role?.instant === 'detected');
  const text = [...told, ...(row?.text.state === 'known' ? [row.text.value.slice(0, 300)] : [])].join('\n');
  return PEOPLE.test(text) && !MACHINES.test(text);
}

/** To the millisecond, so that no rounding of halves is seen. */
function round(minutes: number): number {
  return Math.round(minutes * 60_000) / 60_000;
}
