import type { Alert, AlertEvent } from '../model/index.ts';
import type { Content, DraftEvent, Markdown } from './content.ts';
import { escapeLine, escapeText } from './escape-text.ts';
import { given } from './given.ts';
import { inOtherScale } from './other-scale.ts';
import type { Template } from './template.ts';

/** What is known when a post-mortem begins, as plain text: from flags, and from the alerts that called for it. */
export interface Beginning {
  readonly title?: string;
  readonly incidentId?: string;
  readonly severity?: string;
  readonly services: readonly string[];
  /** ISO 8601 in UTC. */
  readonly startedAt?: string;
  readonly summary?: string;
  readonly author?: string;
  readonly alerts: readonly Alert[];
}

/** What the house has settled, handed in. */
export interface HouseRules {
  readonly template: Template;
  /** The present instant, ISO 8601 in UTC, for a draft that does not know when the incident began. */
  readonly now: string;
  /** A new id for an incident that began at an instant. */
  readonly newId: (title: string, at: string) => string | undefined;
  /** The level of a severity word, 1 (worst) to 5. */
  readonly levelOf: (words: string) => number | null;
  /** The words of the house's scale by level, where it has one of its own. */
  readonly severityNames?: readonly string[];
  /** The dates on which an incident of that day is looked at again. */
  readonly reviewDates: (
    day: string,
  ) => { readonly review: string; readonly followUp: string; readonly nextReview: string } | null;
}

const MOST_EVENTS = 50;
const MOST_LABELS = 40;

/**
 * The content of a first draft. Flags win over alerts; the alert that started first names the incident. Times are UTC
 * and say so; review dates come from the policy; nothing else is invented.
 *
 * @example contentOfBeginning({ title: 'Checkout down', services: [], alerts: [] }, options).date // undefined
 */
export function contentOfBeginning(beginning: Beginning, house: HouseRules): Content {
  const { alerts, services } = beginning;
  const { template, now } = house;
  const [first] = alerts;
  const title = beginning.title ?? first?.title;
  const startedAt = beginning.startedAt ?? earliest(alerts);
  const day = startedAt?.slice(0, 10);
  const review = day === undefined ? null : house.reviewDates(day);
  const ended = endOf(alerts);
  const summary = beginning.summary ?? first?.summary ?? first?.description;
  const names = unique([...services, ...alerts.flatMap((alert) => alert.services)]);
  const responders = unique(alerts.flatMap((alert) => alert.responders));
  const events = eventsOf(alerts, template, day);
  return {
    unfinished: true,
    ...given('title', title === undefined ? undefined : titled(title)),
    ...given('incidentName', first === undefined ? undefined : escapeLine(first.title)),
    ...given('incidentId', idOf(beginning, title, startedAt, house)),
    ...given('severity', severityOf(beginning, house)),
    ...(names.length > 0 && { services: names.map(escapeLine) }),
    ...(responders.length > 0 && { responders: responders.map(escapeLine) }),
    ...given('summary', summary === undefined ? undefined : escapeText(summary)),
    ...(beginning.author !== undefined && { authors: [escapeLine(beginning.author)] }),
    ...given('date', day),
    ...given('day', day),
    ...given('startTime', startedAt === undefined ? undefined : `${startedAt.slice(11, 16)} UTC`),
    ...given('duration', startedAt === undefined || ended === undefined ? undefined : lengthOf(startedAt, ended)),
    ...given('period', startedAt === undefined || ended === undefined ? undefined : periodOf(startedAt, ended)),
    ...given('reviewDate', review?.review),
    ...given('followUpDate', review?.followUp),
    ...given('nextReview', review?.nextReview),
    ...(events.length > 0 && { timeline: events, zone: 'UTC' }),
    ...given(
      'detectionMethod',
      first === undefined ? undefined : escapeLine(`Alert “${first.title}” of ${first.product}`),
    ),
    ...(first !== undefined && {
      detectedByAlert: true,
      draftedAt: `${now.slice(0, 10)} ${now.slice(11, 16)} UTC`,
      draftedFrom: `--from ${first.product}`,
    }),
    ...(alerts.length > 0 && { links: linksOf(alerts) }),
  };
}

const GENRE = /^(?:incident |outage )?(?:post[ -]?mortem|retrospective|incident report|outage report)\b/i;
const LONGEST_TITLE = 200;

function titled(title: string): Markdown {
  const line = escapeLine(title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).trimEnd()}…` : title);
  return GENRE.test(line) ? line : `Post-Mortem: ${line}`;
}

/** An id of the house's scheme, once there is a name or a start to make it from. */
function idOf(
  { incidentId, alerts }: Beginning,
  title: string | undefined,
  startedAt: string | undefined,
  { newId, now }: HouseRules,
): Markdown | undefined {
  if (incidentId !== undefined) return escapeLine(incidentId);
  if (title === undefined && startedAt === undefined && alerts.length === 0) return undefined;
  return newId(title ?? '', startedAt ?? now);
}

/** The word of the house's scale, or of the template's, with the alert's own word beside it. */
function severityOf({ severity, alerts }: Beginning, house: HouseRules): Markdown | undefined {
  const words = severity ?? worst(alerts, house);
  if (words === undefined) return undefined;
  const { template, levelOf, severityNames } = house;
  if (severity !== undefined && severityNames === undefined) return escapeLine(severity);
  return escapeLine(inOtherScale(words, levelOf(words) ?? undefined, severityNames ?? template.severities));
}

function worst(alerts: readonly Alert[], { levelOf }: HouseRules): string | undefined {
  const words = alerts.flatMap((alert) => (alert.severity === undefined ? [] : [alert.severity]));
  return words.toSorted((a, b) => (levelOf(a) ?? 9) - (levelOf(b) ?? 9))[0];
}

function earliest(alerts: readonly Alert[]): string | undefined {
  return alerts.flatMap(({ startsAt }) => (startsAt === undefined ? [] : [startsAt])).toSorted()[0];
}

/** When the last alert was resolved; unknown while one still fires. */
function endOf(alerts: readonly Alert[]): string | undefined {
  if (alerts.length === 0 || alerts.some(({ status }) => status !== 'resolved')) return undefined;
  return alerts
    .flatMap(({ endsAt }) => (endsAt === undefined ? [] : [endsAt]))
    .toSorted()
    .at(-1);
}

function lengthOf(from: string, to: string): string | undefined {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (!Number.isFinite(minutes) || minutes < 0) return undefined;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0
    ? `${rest} minutes`
    : `${hours} ${hours === 1 ? 'hour' : 'hours'}${rest === 0 ? '' : ` ${rest} minutes`}`;
}

function periodOf(from: string, to: string): string | undefined {
  const length = lengthOf(from, to);
  if (length === undefined) return undefined;
  const end = to.slice(0, 10) === from.slice(0, 10) ? to.slice(11, 16) : `${to.slice(0, 10)} ${to.slice(11, 16)}`;
  return `${from.slice(0, 10)} ${from.slice(11, 16)} to ${end} UTC (${length})`;
}

const LATE: ReadonlySet<AlertEvent['kind']> = new Set(['resolved']);

/** The first rows of the timeline. A day other than the incident's own is written before the time. */
function eventsOf(alerts: readonly Alert[], { phases }: Template, day: string | undefined): readonly DraftEvent[] {
  const events = alerts.flatMap((alert) => alert.events.map((event) => ({ ...event, product: alert.product })));
  const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, MOST_EVENTS);
  let current = day;
  return inOrder.map(({ at, kind, text, actor, product }) => {
    const own = at.slice(0, 10);
    const time = own === current ? at.slice(11, 16) : `${own} ${at.slice(11, 16)}`;
    current = own;
    const phase = (LATE.has(kind) ? phases.at(-1) : phases[0])?.name;
    return {
      time,
      text: escapeLine(text),
      actor: escapeLine(actor ?? product),
      ...(phase !== undefined && { phase }),
    };
  });
}

function linksOf(alerts: readonly Alert[]): readonly Markdown[] {
  const links = alerts.flatMap((alert) => alert.links);
  const byUrl = new Map(links.map((link) => [link.url, link] as const));
  const labels = unique(alerts.flatMap((alert) => alert.labels.map(([name, value]) => `${name}=${value}`)));
  return [
    ...[...byUrl.values()].map(({ label, url }) => `[${escapeLine(label)}](${addressOf(url)})`),
    ...(labels.length === 0 ? [] : [`Labels: ${labels.slice(0, MOST_LABELS).map(asCode).join(', ')}`]),
  ];
}

/** An address that ends where it should: brackets and blanks are encoded. */
function addressOf(url: string): string {
  return url.replaceAll(
    /[\s()<>\\`]/g,
    (character) => `%${character.codePointAt(0)?.toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function asCode(text: string): Markdown {
  return `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ').replaceAll('|', '¦')}\``;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}
