import { z } from '@hono/zod-openapi';
import { fieldNames, instantNames, lessonKinds, sectionNames } from '@debrief/core/read';

const value = z.string().max(100_000);
const index = z.number().int().min(0).max(1_000_000);

const itemReference = z.object({
  index: index.exactOptional(),
  text: value.exactOptional(),
  id: value.exactOptional(),
});

const eventShape = {
  at: value.exactOptional(),
  until: value.exactOptional(),
  text: value.exactOptional(),
  action: value.exactOptional(),
  actor: value.exactOptional(),
};

/** What an action item says; an empty string takes a value away. */
export const actionShape = {
  text: value.exactOptional(),
  owners: z.array(value).max(200).exactOptional(),
  due: value.exactOptional(),
  priority: value.exactOptional(),
  status: value.exactOptional(),
  ticket: value.exactOptional(),
  verification: value.exactOptional(),
};

const kind = <const Kind extends string>(name: Kind) => z.literal(name);

/** The `Change` of core, on the wire; a test holds the two together. */
export const changeSchema = z
  .union([
    z.object({
      kind: kind('setField'),
      field: z.enum(fieldNames),
      value: z.union([value, z.array(value).max(200), z.null()]),
    }),
    z.object({ kind: kind('addEvent'), event: z.object({ ...eventShape, text: value }) }),
    z.object({ kind: kind('changeEvent'), event: itemReference, values: z.object(eventShape) }),
    z.object({ kind: kind('moveEvent'), event: itemReference, to: index }),
    z.object({ kind: kind('removeEvent'), event: itemReference }),
    z.object({ kind: kind('addAction'), action: z.object({ ...actionShape, text: value }) }),
    z.object({ kind: kind('changeAction'), action: itemReference, values: z.object(actionShape) }),
    z.object({ kind: z.enum(['tickAction', 'untickAction', 'removeAction']), action: itemReference }),
    z.object({ kind: kind('addWhy'), question: value, answer: value.exactOptional() }),
    z.object({
      kind: kind('addFactor'),
      text: value,
      factor: z.enum(['technical', 'process', 'human', 'external']).exactOptional(),
    }),
    z.object({ kind: kind('addLesson'), text: value, lesson: z.enum(lessonKinds) }),
    z.object({ kind: kind('addApproval'), role: value, name: value, date: value.exactOptional() }),
    z.object({ kind: kind('pinInstant'), instant: z.enum(instantNames), time: value.nullable() }),
    z.object({ kind: kind('addSection'), section: z.enum(sectionNames) }),
    z.object({ kind: kind('addSection'), heading: value }),
  ])
  .openapi('Change', {
    description: 'One change to a post-mortem as data. It is run again on the newest text.',
    example: { kind: 'addEvent', event: { at: '14:05', text: 'Rolled back' } },
  });
