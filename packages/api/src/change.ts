import { fieldNames, instantNames, lessonKinds, sectionNames } from '@debrief/core/read';
import { z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';

const value = plainText(200_000);
const line = plainText(10_000);

const item = z.object({
  index: z.number().int().min(0).max(1_000_000).optional(),
  text: line.optional(),
  id: plainText(400).optional(),
});

const eventValues = {
  at: plainText(200).optional(),
  until: plainText(200).optional(),
  action: line.optional(),
  actor: line.optional(),
};

/** What an action item says beside its words; an empty string takes a value away. */
export const actionValues = {
  owners: z.array(plainText(400)).max(50).optional(),
  due: plainText(400).optional(),
  priority: plainText(400).optional(),
  status: plainText(400).optional(),
  ticket: plainText(2_000).optional(),
  verification: line.optional(),
};

/** One typed change, as core's `Change` says it. */
export const changeSchema = z
  .union([
    z.object({
      kind: z.literal('setField'),
      field: z.enum(fieldNames),
      value: z.union([value, z.array(line).max(200), z.null()]),
    }),
    z.object({ kind: z.literal('addEvent'), event: z.object({ text: line, ...eventValues }) }),
    z.object({
      kind: z.literal('changeEvent'),
      event: item,
      values: z.object({ text: line.optional(), ...eventValues }),
    }),
    z.object({ kind: z.literal('moveEvent'), event: item, to: z.number().int().min(0).max(1_000_000) }),
    z.object({ kind: z.literal('removeEvent'), event: item }),
    z.object({ kind: z.literal('addAction'), action: z.object({ text: line, ...actionValues }) }),
    z.object({
      kind: z.literal('changeAction'),
      action: item,
      values: z.object({ text: line.optional(), ...actionValues }),
    }),
    z.object({ kind: z.literal('tickAction'), action: item }),
    z.object({ kind: z.literal('untickAction'), action: item }),
    z.object({ kind: z.literal('removeAction'), action: item }),
    z.object({ kind: z.literal('addWhy'), question: line, answer: line.optional() }),
    z.object({
      kind: z.literal('addFactor'),
      text: line,
      factor: z.enum(['technical', 'process', 'human', 'external']).optional(),
    }),
    z.object({ kind: z.literal('addLesson'), text: line, lesson: z.enum(lessonKinds) }),
    z.object({
      kind: z.literal('addApproval'),
      role: plainText(400),
      name: plainText(400),
      date: plainText(200).optional(),
    }),
    z.object({
      kind: z.literal('pinInstant'),
      instant: z.enum(instantNames),
      time: plainText(200).nullable(),
    }),
    z.object({ kind: z.literal('addSection'), section: z.enum(sectionNames) }),
    z.object({ kind: z.literal('addSection'), heading: plainText(400) }),
  ])
  .openapi('Change', { description: 'One change, run again on the newest text.' });

export const placeSchema = z
  .object({ from: z.number().int().min(0), to: z.number().int().min(0) })
  .openapi('Place', { description: 'Offsets into the text, in UTF-16 code units.' });

export const spliceSchema = z.object({
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  insert: plainText(5_000_000),
});

/** What is to change: a typed change, splices of the base, or the whole text. */
export const editSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('change'), change: changeSchema }),
    z.object({ kind: z.literal('splices'), splices: z.array(spliceSchema).max(20_000) }),
    z.object({
      kind: z.literal('text'),
      text: plainText(5_000_000),
      isExact: z.boolean().optional().openapi({
        description: 'Takes line ends and a mark at the front as they are sent; otherwise the base keeps its own.',
      }),
    }),
  ])
  .openapi('Edit');
