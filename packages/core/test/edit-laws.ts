import fc from 'fast-check';
import {
  type Change,
  type FieldName,
  fieldNames,
  instantNames,
  type ItemReference,
  lessonKinds,
  type PlainValues,
  plainValues,
  read,
  type Reading,
  sectionNames,
} from '../src/index.ts';
import { applySplices, edit, type Edit, invert } from '../src/write/index.ts';

const HOSTILE = [
  'a | b',
  '# heading',
  '- bullet',
  '1. one',
  '> quote',
  '**bold** and _thin_',
  '`code` and ``more``',
  '[link](https://kite.example) [ref]',
  '<b>html</b> <!-- comment -->',
  'AT&amp;T &lt;3',
  'back\\slash \\| pipe',
  'two  spaces and\ttabs',
  'first line\nsecond line',
  'one\r\n\r\ntwo',
  'Owner: Ana Pérez',
  '**Severity:** SEV1',
  '14:05 - Rolled back',
  'Mend it (@chi, due 2026-03-01) DONE',
  'Mend it [KITE-7](https://kite.example/browse/KITE-7)',
  '---',
  '| a | b |',
  '```',
  '| --- | --- |',
  '[Name]',
  'TBD',
  'n/a',
  'X minutes',
  'YYYY-MM-DD',
  '🚨 alert 👩‍🚒',
  'שלום\u200f עולם',
  '障害が発生：復旧',
  "it's 100 % {{done}}",
  '\u202egnirts',
  '  padded  ',
  '*',
  '\\',
  '[x] done',
  '✅ done',
  'key: value # comment',
  '"quoted" \'single\'',
  '\u0007bell',
  '\ud800half',
  'x'.repeat(3_000),
];

export const anyValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('Ana Pérez', 'SEV2', '2026-03-01', 'Resolved', '@chi', 'The kite fell into the lake', '47 minutes'),
  fc.lorem({ maxCount: 8 }),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const time = fc.constantFrom(
  '14:05',
  '23:58',
  '2026-03-01 10:02',
  '2026-03-02T00:10',
  '09:15 UTC',
  '25:99',
  '07:01:30',
  'soon',
);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

/** What a change is made of before it is known how many events and items there are. */
const draft = fc.record({
  kind: fc.constantFrom(
    'setField',
    'setField',
    'setField',
    'setField',
    'empty',
    'addEvent',
    'addEvent',
    'changeEvent',
    'changeEvent',
    'moveEvent',
    'removeEvent',
    'addAction',
    'addAction',
    'changeAction',
    'changeAction',
    'tickAction',
    'untickAction',
    'removeAction',
    'addWhy',
    'addFactor',
    'addLesson',
    'addApproval',
    'pinInstant',
    'addSection',
  ),
  field: fc.constantFrom(...fieldNames),
  one: anyValue,
  two: optional(anyValue),
  names: fc.array(fc.constantFrom('Ana Pérez', '@chi', 'Bo Li', 'platform team'), { minLength: 1, maxLength: 3 }),
  at: time,
  until: optional(time),
  index: fc.nat(40),
  to: fc.nat(40),
  instant: fc.constantFrom(...instantNames),
  lesson: fc.constantFrom(...lessonKinds),
  section: fc.constantFrom(...sectionNames),
});

type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

/** A change as a function of the reading that it is for. */
export const anyChange: fc.Arbitrary<(reading: Reading) => Change> = draft.map(
  (made) => (reading) => changeFrom(made, reading),
);

function changeFrom(made: Draft, { postmortem }: Reading): Change {
  const { one, two, at, until } = made;
  const event = { index: made.index % Math.max(1, postmortem.timeline.length) };
  const action = { index: made.index % Math.max(1, postmortem.actionItems.length) };
  const values = {
    text: one,
    ...(two !== undefined && { owners: made.names }),
    ...(until !== undefined && { due: '2026-04-01' }),
  };
  switch (made.kind) {
    case 'empty':
      return { kind: 'setField', field: made.field, value: null };
    case 'addEvent':
      return {
        kind: 'addEvent',
        event: { at, text: one, ...(until !== undefined && { until }), ...(two !== undefined && { actor: two }) },
      };
    case 'changeEvent':
      return {
        kind: 'changeEvent',
        event,
        values: { ...(two === undefined ? { at } : { text: two }), ...(until !== undefined && { until }) },
      };
    case 'moveEvent':
      return { kind: 'moveEvent', event, to: made.to % Math.max(1, postmortem.timeline.length) };
    case 'removeEvent':
      return { kind: 'removeEvent', event };
    case 'addAction':
      return { kind: 'addAction', action: values };
    case 'changeAction':
      return { kind: 'changeAction', action, values: two === undefined ? { priority: 'P1', status: 'Open' } : values };
    case 'tickAction':
    case 'untickAction':
    case 'removeAction':
      return { kind: made.kind, action };
    case 'addWhy':
      return { kind: 'addWhy', question: one, ...(two !== undefined && { answer: two }) };
    case 'addFactor':
      return { kind: 'addFactor', text: one, ...(two !== undefined && { factor: 'process' }) };
    case 'addLesson':
      return { kind: 'addLesson', text: one, lesson: made.lesson };
    case 'addApproval':
      return {
        kind: 'addApproval',
        role: 'Engineering lead',
        name: one,
        ...(until !== undefined && { date: '2026-04-01' }),
      };
    case 'pinInstant':
      return { kind: 'pinInstant', instant: made.instant, time: two === undefined ? null : '2026-03-01T10:02Z' };
    case 'addSection':
      return two === undefined ? { kind: 'addSection', section: made.section } : { kind: 'addSection', heading: two };
    default:
      return {
        kind: 'setField',
        field: made.field,
        value: LISTS.has(made.field) && two === undefined ? made.names : one,
      };
  }
}

const LISTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'authors',
  'responders',
  'reviewers',
  'approvers',
  'attendees',
  'services',
]);

function squeezed(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** Everything that is wrong with an edit, by laws that know nothing of how it was made; an empty list where all is well. */
export function faultsOf(text: string, change: Change, edited: Edit): readonly string[] {
  if (!edited.ok) return edited.refusal.message === '' ? ['a refusal without a reason'] : [];
  const faults: string[] = [];
  const hold = (law: string, isHeld: boolean): void => void (isHeld || faults.push(law));
  const { splices, reading } = edited;
  hold('outside the splices every character stays', applySplices(text, splices) === edited.text);
  hold('what is undone is as it was', applySplices(edited.text, invert(text, splices)) === text);
  hold('the reading is that of the new text', JSON.stringify(reading) === JSON.stringify(read(edited.text)));
  hold('a final newline stays', /[\r\n]$/.test(text) === /[\r\n]$/.test(edited.text) || text.trim() === '');
  const line = /\r\n|\r|\n/.exec(text)?.[0];
  const isUniform = line !== undefined && !text.replaceAll(line, '').match(/[\r\n]/);
  hold('line ends are those of the text', !isUniform || !edited.text.replaceAll(line, '').match(/[\r\n]/));
  faults.push(...valueFaults(plainValues(read(text)), plainValues(reading), change));
  return faults;
}

const ABOUT_EVENTS = /Event$/;
const ABOUT_ACTIONS = /Action$/;

/** What the plain values say otherwise than the change alone explains. */
function valueFaults(before: PlainValues, after: PlainValues, change: Change): readonly string[] {
  const field = change.kind === 'setField' ? change.field : null;
  const faults: string[] = [];
  const same = (name: string, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) !== JSON.stringify(other)) faults.push(`${name} differs`);
  };
  if (field !== 'title') same('title', before.title, after.title);
  if (field !== 'incidentId' && field !== 'title') same('incidentId', before.incidentId, after.incidentId);
  if (field !== 'severity') same('severity', before.severity, after.severity);
  if (field !== 'status' && field !== 'documentStatus') same('status', before.status, after.status);
  if (field !== 'commander') same('commander', before.people.commander, after.people.commander);
  if (field !== 'authors') same('authors', before.people.authors, after.people.authors);
  if (field !== 'responders') same('responders', before.people.responders, after.people.responders);
  if (field === null || !/^(?:time|duration)/.test(field)) same('stated', before.stated, after.stated);
  const words = (values: PlainValues): unknown =>
    field === 'date' || field === 'title' ? values.timeline.map(({ text }) => text) : values.timeline;
  if (!ABOUT_EVENTS.test(change.kind)) same('timeline', words(before), words(after));
  if (!ABOUT_ACTIONS.test(change.kind)) same('action items', before.actionItems, after.actionItems);
  return [...faults, ...ownFaults(before, after, change)];
}

function ownFaults(before: PlainValues, after: PlainValues, change: Change): readonly string[] {
  const own = OWN[change.kind];
  if (own === undefined) return [];
  const [found, expected] = own(before, after, change as never);
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [
        `${change.kind}: found ${JSON.stringify(found)?.slice(0, 300)}, expected ${JSON.stringify(expected)?.slice(0, 300)}`,
      ];
}

type Own = (before: PlainValues, after: PlainValues, change: never) => readonly [found: unknown, expected: unknown];
type Marked = { readonly action: ItemReference };
type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** The others of a list, once one that is new is left out wherever it stands. */
function withoutNew<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const index = after.findIndex((item, at) => JSON.stringify(item) !== JSON.stringify(before[at]));
  return after.toSpliced(index, 1);
}

const OWN: Readonly<Partial<Record<Change['kind'], Own>>> = {
  addEvent: (before, after) => [withoutNew(before.timeline, after.timeline), before.timeline],
  removeEvent: (before, after, { event }: Of<'removeEvent'>) => [
    after.timeline,
    before.timeline.toSpliced(event.index ?? 0, 1),
  ],
  moveEvent: (before, after, { event, to }: Of<'moveEvent'>) => {
    const moved = before.timeline[event.index ?? 0];
    return [
      after.timeline,
      moved === undefined ? [] : before.timeline.toSpliced(event.index ?? 0, 1).toSpliced(to, 0, moved),
    ];
  },
  changeEvent: (before, after, { event, values }: Of<'changeEvent'>) => {
    const index = event.index ?? 0;
    const now = after.timeline[index];
    const text = values.text === undefined ? before.timeline[index]?.text : squeezed(values.text);
    return [
      [after.timeline.toSpliced(index, 1), now?.text],
      [before.timeline.toSpliced(index, 1), text],
    ];
  },
  addAction: (before, after, { action }: Of<'addAction'>) => [
    [
      withoutNew(before.actionItems, after.actionItems),
      after.actionItems.some(({ text }) => text === squeezed(action.text)),
    ],
    [before.actionItems, true],
  ],
  removeAction: (before, after, { action }: Marked) => [
    after.actionItems,
    before.actionItems.toSpliced(action.index ?? 0, 1),
  ],
  tickAction: (before, after, { action }: Marked) => {
    const index = action.index ?? 0;
    return [after.actionItems, before.actionItems.map((item, at) => (at === index ? { ...item, done: true } : item))];
  },
  changeAction: (before, after, { action, values }: Of<'changeAction'>) => {
    const index = action.index ?? 0;
    const [was, is] = [before.actionItems[index], after.actionItems[index]];
    const wanted = {
      text: values.text === undefined ? was?.text : squeezed(values.text),
      owners: values.owners ?? was?.owners,
      due: values.due ?? was?.due,
      priority: values.priority ?? was?.priority,
      ticket: was?.ticket,
    };
    return [
      [
        after.actionItems.toSpliced(index, 1),
        { text: is?.text, owners: is?.owners, due: is?.due, priority: is?.priority, ticket: is?.ticket },
      ],
      [before.actionItems.toSpliced(index, 1), wanted],
    ];
  },
  setField: (_before, after, { field, value }: Of<'setField'>) => {
    const said = PLAIN[field]?.(after);
    if (said === undefined) return [null, null];
    const wanted =
      value === null ? [] : (typeof value === 'string' ? [value] : value).map(squeezed).filter((each) => each !== '');
    return [said.filter((each) => each !== null), wanted];
  },
};

const PLAIN: Readonly<Partial<Record<FieldName, (values: PlainValues) => readonly (string | null)[]>>> = {
  // The plain title is the whole heading, the genre before it included.
  title: ({ title }) => [title?.replace(GENRE, '') ?? null],
  severity: ({ severity }) => [severity],
  incidentId: ({ incidentId }) => [incidentId],
  commander: ({ people }) => [people.commander],
  authors: ({ people }) => people.authors,
};

/** Some edits one after the other, with all that is wrong with any of them. */
export function faultsOfMany(text: string, changes: readonly ((reading: Reading) => Change)[]): readonly string[] {
  let now = text;
  const undo: { readonly text: string; readonly back: ReturnType<typeof invert> }[] = [];
  const faults: string[] = [];
  for (const make of changes) {
    const reading = read(now);
    const change = make(reading);
    const edited = edit(reading, change);
    faults.push(
      ...faultsOf(now, change, edited).map(
        (fault) => `${JSON.stringify(change)} on ${JSON.stringify(now.slice(0, 60))}: ${fault}`,
      ),
    );
    if (!edited.ok) continue;
    undo.push({ text: now, back: invert(now, edited.splices) });
    now = edited.text;
  }
  for (const { text: before, back } of undo.toReversed()) {
    now = applySplices(now, back);
    if (now !== before) faults.push('undoing one after the other does not give what was there');
  }
  return faults;
}

const GENRE =
  /^(?:incident |outage )?(?:post[ -]?mortem|retrospective|incident report|outage report|incident review)(?: report)?\s?(?::|\s[—–-])\s+(?=\S)/i;
