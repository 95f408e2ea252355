import type { Change } from '@debrief/core/read';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from '@hono/zod-openapi';
import { changeSchema } from '../src/index.ts';

/** The wire has `undefined` where core has nothing at all; JSON knows no difference. */
type Given<Data> = Data extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : Data extends object
    ? { readonly [Name in keyof Data]: Given<Exclude<Data[Name], undefined>> }
    : Data;

test('the wire knows every change of core, and no other', () => {
  expectTypeOf<Given<z.infer<typeof changeSchema>>['kind']>().toEqualTypeOf<Change['kind']>();
  expectTypeOf<Given<z.infer<typeof changeSchema>>>().toExtend<Change>();
  expectTypeOf<Change>().toExtend<Given<z.input<typeof changeSchema>>>();
});

const changes: Readonly<Record<Change['kind'], Change>> = {
  setField: { kind: 'setField', field: 'severity', value: 'SEV2' },
  addEvent: { kind: 'addEvent', event: { at: '10:00', text: 'It began' } },
  changeEvent: { kind: 'changeEvent', event: { index: 0 }, values: { until: '11:00', actor: 'Kim' } },
  moveEvent: { kind: 'moveEvent', event: { text: 'It began' }, to: 1 },
  removeEvent: { kind: 'removeEvent', event: { index: 1 } },
  addAction: { kind: 'addAction', action: { text: 'Add an alert', owners: ['Kim'], due: '2026-05-01' } },
  changeAction: { kind: 'changeAction', action: { id: 'OPS-1' }, values: { ticket: 'OPS-2', verification: 'drill' } },
  tickAction: { kind: 'tickAction', action: { index: 0 } },
  untickAction: { kind: 'untickAction', action: { index: 0 } },
  removeAction: { kind: 'removeAction', action: { index: 0 } },
  addWhy: { kind: 'addWhy', question: 'Why?', answer: 'Because' },
  addFactor: { kind: 'addFactor', text: 'One zone', factor: 'technical' },
  addLesson: { kind: 'addLesson', text: 'It was night', lesson: 'lucky' },
  addApproval: { kind: 'addApproval', role: 'Lead', name: 'Kim', date: '2026-05-01' },
  pinInstant: { kind: 'pinInstant', instant: 'impactStart', time: null },
  addSection: { kind: 'addSection', heading: 'What we still do not know' },
};

test.each(Object.values(changes))('$kind passes as it is', (change) => {
  expect(changeSchema.parse(change)).toEqual(change);
});

test('both ways to add a section', () => {
  const known: Change = { kind: 'addSection', section: 'impact' };
  expect(changeSchema.parse(known)).toEqual(known);
});
