import {
  type ActionValues,
  type Change,
  type EventValues,
  fieldNames,
  instantNames,
  type ItemReference,
  lessonKinds,
  type Reading,
  sectionNames,
  valueOf,
} from '@debrief/core/read';
import { WrongUse } from './wrong-use.ts';

/** Options that say something about an event or an action item. */
export interface EditValues {
  readonly at?: string | undefined;
  readonly until?: string | undefined;
  readonly text?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly due?: string | undefined;
  readonly priority?: string | undefined;
  readonly status?: string | undefined;
  readonly ticket?: string | undefined;
  readonly verification?: string | undefined;
  readonly kind?: string | undefined;
  readonly clear?: boolean | undefined;
}

type Words = readonly string[];
type Make = (words: Words, values: EditValues, reading: Reading) => Change;

/** The change that the words of a command line ask for: `set severity SEV2`, `event add 14:05 "Rolled back"` … */
export function changeOf(words: Words, values: EditValues, reading: Reading): Change {
  const [first = '', second = ''] = words;
  const [name, rest] = Object.hasOwn(CHANGES, `${first} ${second}`)
    ? [`${first} ${second}`, words.slice(2)]
    : [first, words.slice(1)];
  const make = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
  if (make === undefined)
    throw new WrongUse(`“${first}” is no change. Use one of: ${Object.keys(CHANGES).join(', ')}.`);
  return make(rest, values, reading);
}

const CHANGES: Readonly<Record<string, Make>> = {
  set: ([field, ...given], { clear }) => {
    const name = oneOf(fieldNames, field, 'field');
    if (clear === true) return { kind: 'setField', field: name, value: null };
    const [value] = given;
    if (value === undefined) throw new WrongUse('give the value behind the field, or --clear to empty it.');
    return { kind: 'setField', field: name, value: given.length === 1 ? value : given };
  },
  'event add': ([at, text], values) => ({
    kind: 'addEvent',
    event: { ...eventValues(values), at: word(at, 'the time'), text: word(text, 'what happened') },
  }),
  'event change': ([which], values, reading) => ({
    kind: 'changeEvent',
    event: event(which, reading),
    values: eventValues(values),
  }),
  'event move': ([which, to], _values, reading) => ({
    kind: 'moveEvent',
    event: event(which, reading),
    to: Number(word(to, 'the new number')) - 1,
  }),
  'event remove': ([which], _values, reading) => ({ kind: 'removeEvent', event: event(which, reading) }),
  'action add': ([text], values) => ({
    kind: 'addAction',
    action: { ...actionValues(values), text: word(text, 'what is to be done') },
  }),
  'action change': ([which], values, reading) => ({
    kind: 'changeAction',
    action: action(which, reading),
    values: actionValues(values),
  }),
  'action tick': ([which], _values, reading) => ({ kind: 'tickAction', action: action(which, reading) }),
  'action untick': ([which], _values, reading) => ({ kind: 'untickAction', action: action(which, reading) }),
  'action remove': ([which], _values, reading) => ({ kind: 'removeAction', action: action(which, reading) }),
  tick: ([which], _values, reading) => ({ kind: 'tickAction', action: action(which, reading) }),
  'add why': ([question, answer]) => ({
    kind: 'addWhy',
    question: word(question, 'the question'),
    ...(answer !== undefined && { answer }),
  }),
  'add factor': ([text], { kind }) => ({
    kind: 'addFactor',
    text: word(text, 'the factor'),
    ...(kind !== undefined && { factor: oneOf(['technical', 'process', 'human', 'external'], kind, 'kind') }),
  }),
  'add lesson': ([lesson, text]) => ({
    kind: 'addLesson',
    lesson: oneOf(lessonKinds, lesson, 'kind of lesson'),
    text: word(text, 'the lesson'),
  }),
  'add approval': ([role, name, date]) => ({
    kind: 'addApproval',
    role: word(role, 'the role'),
    name: word(name, 'the name'),
    ...(date !== undefined && { date }),
  }),
  pin: ([instant, time], { clear }) => ({
    kind: 'pinInstant',
    instant: oneOf(instantNames, instant, 'instant'),
    time: clear === true ? null : word(time, 'the time'),
  }),
  section: ([name]) => {
    const wanted = word(name, 'the section');
    const own = sectionNames.find((section) => section === wanted);
    return own === undefined ? { kind: 'addSection', heading: wanted } : { kind: 'addSection', section: own };
  },
};

function word(given: string | undefined, what: string): string {
  if (given === undefined) throw new WrongUse(`${what} is missing.`);
  return given;
}

function oneOf<T extends string>(names: readonly T[], given: string | undefined, what: string): T {
  const own = names.find((name) => name === given);
  if (own === undefined) throw new WrongUse(`“${given ?? ''}” is no ${what}. Use one of: ${names.join(', ')}.`);
  return own;
}

function eventValues({ at, until, text, action: taken, actor }: EditValues): EventValues {
  return {
    ...(at !== undefined && { at }),
    ...(until !== undefined && { until }),
    ...(text !== undefined && { text }),
    ...(taken !== undefined && { action: taken }),
    ...(actor !== undefined && { actor }),
  };
}

function actionValues({ text, owner, due, priority, status, ticket, verification }: EditValues): ActionValues {
  return {
    ...(text !== undefined && { text }),
    ...(owner !== undefined && { owners: owner.filter((name) => name !== '') }),
    ...(due !== undefined && { due }),
    ...(priority !== undefined && { priority }),
    ...(status !== undefined && { status }),
    ...(ticket !== undefined && { ticket }),
    ...(verification !== undefined && { verification }),
  };
}

/** A number counts from 1; anything else is an item's words. */
function event(which: string | undefined, _reading: Reading): ItemReference {
  const given = word(which, 'which event: its number or its words');
  return /^\d+$/.test(given) ? { index: Number(given) - 1 } : { text: given };
}

/** An id or ticket of an action item, its number from 1, or its words. */
function action(which: string | undefined, { postmortem }: Reading): ItemReference {
  const given = word(which, 'which action item: its number, its id or its words');
  const hasId = postmortem.actionItems.some(({ id, ticket }) => valueOf(id) === given || valueOf(ticket) === given);
  if (/^\d+$/.test(given)) return { index: Number(given) - 1 };
  return hasId ? { id: given } : { text: given };
}
