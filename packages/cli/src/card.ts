import {
  type ActionItem,
  type Field,
  type Instant,
  instantNames,
  instantText,
  knownOf,
  type Place,
  type Postmortem,
  type Reading,
  statedMetricNames,
  type TimelineEvent,
  valueOf,
} from '@debrief/core/read';
import { lineFinder } from './line-finder.ts';
import { cutTo, pad, painter, wrap } from './paint.ts';
import type { Look } from './render.ts';
import { unknownsOf } from './unknowns.ts';

/** A document on a card: header, instants, timeline, causes, actions, what is unknown, and what was odd. */
export function card(name: string, reading: Reading, { color, width }: Look): string {
  const { postmortem, text } = reading;
  const paint = painter(color);
  const lineOf = lineFinder(text);
  const parts = [
    [paint('bold', valueOf(postmortem.title) ?? '(no title)'), paint('dim', `${name} · ${howItWasRead(reading)}`)],
    block('', headerRows(postmortem), width),
    titled('Instants', instantRows(postmortem, lineOf)),
    titled(
      timelineTitle(postmortem.timeline),
      postmortem.timeline.map((event) => eventRow(event, width, paint)),
    ),
    titled('Causes', block('', causeRows(postmortem), width)),
    titled(
      actionsTitle(postmortem.actionItems),
      postmortem.actionItems.flatMap((action) => actionRows(action, width, paint)),
    ),
    titled(
      'Unknown',
      unknownRows(reading, lineOf, width).map((row) => paint('yellow', row)),
    ),
    titled(
      'Odd',
      reading.messages.flatMap(({ message, place }) => indented(`line ${lineOf(place)}: ${message}`, width)),
    ),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;

  function titled(title: string, rows: readonly string[]): readonly string[] {
    return rows.length === 0 ? [] : [paint('bold', title), ...rows];
  }
}

type Row = readonly [label: string, value: string | null];
type Paint = ReturnType<typeof painter>;

function headerRows({ incidentId, severity, status, date, zone, people, stated, impact }: Postmortem): readonly Row[] {
  const level = valueOf(severity)?.level;
  return [
    ['id', valueOf(incidentId)],
    [
      'severity',
      valueOf(severity) === null
        ? null
        : `${valueOf(severity)?.written}${level === undefined ? '' : ` (level ${level} of 5)`}`,
    ],
    ['status', [valueOf(status.incident), valueOf(status.document)].filter(Boolean).join(' · document: ') || null],
    ['date', valueOf(date)],
    ['zone', valueOf(zone)],
    ['commander', valueOf(people.commander)],
    ['authors', list(people.authors)],
    ['responders', list(people.responders)],
    ['services', list(impact.services.map((service) => service.name))],
    [
      'states',
      statedMetricNames
        .flatMap((metric) =>
          stated[metric]?.state === 'known' ? [`${spaced(metric)} ${duration(stated[metric].value)}`] : [],
        )
        .join(' · ') || null,
    ],
  ];
}

function causeRows({ causes, summary, impact }: Postmortem): readonly Row[] {
  return [
    ['summary', valueOf(summary)],
    ['impact', valueOf(impact.text)],
    ['root cause', valueOf(causes.root)],
    ['trigger', valueOf(causes.trigger)],
    [
      'factors',
      knownOf(causes.factors.map(({ text }) => text))
        .map(({ value }, at) => `${at + 1}. ${value}`)
        .join('  ') || null,
    ],
    [
      'whys',
      causes.whys.length === 0
        ? null
        : `${causes.whys.length} steps, the last: ${valueOf(causes.whys.at(-1)?.answer ?? causes.root) ?? valueOf(causes.whys.at(-1)?.question ?? causes.root) ?? '?'}`,
    ],
  ];
}

function instantRows({ instants, timeline }: Postmortem, lineOf: (place: Place) => number): readonly string[] {
  return instantNames.flatMap((name) => {
    const field = instants[name];
    if (field.state !== 'known') return [];
    const [place] = field.places;
    const role = timeline.find(
      ({ at, role: guess }) => guess?.instant === name && at.places[0]?.from === place?.from,
    )?.role;
    const origin =
      field.source === 'pinned'
        ? 'pinned in the front matter'
        : field.source === 'text'
          ? 'stated'
          : `guessed from “${role?.words ?? '…'}”`;
    return [
      `  ${pad(spaced(name), 18)}${pad(shown(field.value), 24)}${origin}${place === undefined ? '' : `, line ${lineOf(place)}`}`,
    ];
  });
}

function timelineTitle(events: readonly TimelineEvent[]): string {
  return events.length === 0 ? 'Timeline' : `Timeline, ${events.length} ${events.length === 1 ? 'event' : 'events'}`;
}

function eventRow({ at, until, text, role }: TimelineEvent, width: number, paint: Paint): string {
  const time = at.state === 'known' ? shown(at.value) : '?';
  const end = until?.state === 'known' ? ` – ${until.value.clock ?? instantText(until.value) ?? ''}` : '';
  const mark = role === undefined ? '' : `  ${paint('cyan', `${spaced(role.instant)}?`)}`;
  return `  ${pad(time + end, 24)}${cutTo(valueOf(text) ?? '', width - 46)}${mark}`;
}

function actionsTitle(actions: readonly ActionItem[]): string {
  if (actions.length === 0) return 'Actions';
  const done = actions.filter((action) => valueOf(action.done) === true).length;
  const owned = actions.filter(({ owners }) => knownOf(owners).length > 0).length;
  const dated = actions.filter(({ due }) => due.state === 'known').length;
  return `Actions, ${actions.length}: ${done} done, ${owned} with an owner, ${dated} with a due date`;
}

function actionRows(
  { done, text, owners, due, priority, ticket }: ActionItem,
  width: number,
  paint: Paint,
): readonly string[] {
  const box = valueOf(done) === true ? '✓' : valueOf(done) === false ? '·' : '?';
  const details = [
    valueOf(priority),
    list(owners),
    valueOf(due) === null ? null : `due ${valueOf(due)}`,
    valueOf(ticket),
  ]
    .filter(Boolean)
    .join(' · ');
  const [first = '', ...more] = wrap(valueOf(text) ?? '', width - 6);
  return [
    `  ${box} ${first}`,
    ...more.slice(0, 2).map((line) => `    ${line}`),
    ...(details === '' ? [] : [paint('dim', `    ${details}`)]),
  ];
}

function unknownRows(reading: Reading, lineOf: (place: Place) => number, width: number): readonly string[] {
  const parts = unknownsOf(reading).map(
    ({ name, why, place }) => `${name}: ${why}${place === undefined ? '' : `, line ${lineOf(place)}`}`,
  );
  return wrap(parts.join(' · '), width - 4).map((line) => `  ${line}`);
}

function block(indent: string, rows: readonly Row[], width: number): readonly string[] {
  return rows.flatMap(([label, value]) => {
    if (value === null || value === '') return [];
    const lines = wrap(value, width - 16);
    const [first = '', ...more] =
      lines.length > 4 ? [...lines.slice(0, 3), `${cutTo(lines[3] ?? '', width - 20)} …`] : lines;
    return [`${indent}  ${pad(label, 12)}${first}`, ...more.map((line) => `${indent}${' '.repeat(14)}${line}`)];
  });
}

function indented(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, at) => `  ${at === 0 ? '' : '  '}${line}`);
}

function list(fields: readonly Field<string>[]): string | null {
  return (
    knownOf(fields)
      .map(({ value }) => value)
      .join(', ') || null
  );
}

function shown(instant: Instant): string {
  const { day, clock, zone, approximate } = instant;
  return `${approximate === true ? '~' : ''}${[day, clock?.slice(0, 5), zone].filter(Boolean).join(' ')}`;
}

/** `timeToDetect` as people say it: `time to detect`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function duration(minutes: number): string {
  if (minutes < 120) return `${Math.round(minutes * 100) / 100} min`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return hours < 48
    ? `${hours} h${rest === 0 ? '' : ` ${rest} min`}`
    : `${Math.round((minutes / 1_440) * 10) / 10} days`;
}

/** What the text looks like to the reader: language and forms found. */
function howItWasRead({ postmortem, sections }: Reading): string {
  const named = sections.filter(({ names }) => names.length > 0).length;
  const headings = sections.filter(({ kind }) => kind === 'heading').length;
  return `${postmortem.language} · ${named} of ${headings} headings known · ${sections.some(({ kind }) => kind === 'frontMatter') ? 'front matter' : 'no front matter'}`;
}
