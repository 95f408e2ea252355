import * as z from 'zod/mini';
import { openSloDuration } from './open-slo-window.ts';

// Every error is the end of a sentence that begins “KEY takes”. OpenSLO may be extended, so keys that are not known are let be.
const KEYS = 'keys with values below it';
const optional = z.exactOptional;

const objectOf = <T extends z.core.$ZodShape>(shape: T) => z.object(shape, { error: () => KEYS });
const text = z
  .string('a text of one line')
  .check(z.refine((written) => written.trim() !== '' && written.length <= 500, 'a text of one line'));
const within = (takes: string, isFit: (value: number) => boolean) => z.number(takes).check(z.refine(isFit, takes));
const oneOf = <const T extends readonly string[]>(names: T) => z.enum(names, `one of: ${names.join(', ')}`);

const DURATION = 'a whole number with its unit, such as 30d, 4w, 1M, 1Q or 1Y';
const duration = z.string(DURATION).check(z.refine((written) => openSloDuration(written) !== null, DURATION));
const SLICE = 'minutes as a number, or a duration such as 1m or 1h';
const slice = z
  .union([z.number(), z.string()], SLICE)
  .check(z.refine((value) => (typeof value === 'number' ? value > 0 : openSloDuration(value) !== null), SLICE));

const metadata = objectOf({ name: text, displayName: optional(text) });
const indicator = objectOf({
  metadata: optional(objectOf({ name: optional(text), displayName: optional(text) })),
  spec: optional(objectOf({ thresholdMetric: optional(z.unknown()), ratioMetric: optional(z.unknown()) })),
});

const objective = objectOf({
  displayName: optional(text),
  op: optional(oneOf(['lte', 'gte', 'lt', 'gt'])),
  value: optional(z.number('a number')),
  target: optional(
    within(
      'a share above 0 and below 1, such as 0.999; for 99.9 use “targetPercent”',
      (value) => value > 0 && value < 1,
    ),
  ),
  targetPercent: optional(
    within(
      'a percentage above 0 and below 100, such as 99.9; for 0.999 use “target”',
      (value) => value > 0 && value < 100,
    ),
  ),
  timeSliceTarget: optional(within('a share above 0 and up to 1, such as 0.95', (value) => value > 0 && value <= 1)),
  timeSliceWindow: optional(slice),
  indicator: optional(indicator),
  indicatorRef: optional(text),
});

const timeWindow = objectOf({
  duration,
  isRolling: optional(z.boolean('true or false')),
  calendar: optional(objectOf({ startTime: optional(z.unknown()), timeZone: optional(text) })),
});

/** An object of kind SLO, as far as Debrief uses it. */
export const openSloObjective = objectOf({
  metadata,
  spec: objectOf({
    service: text,
    budgetingMethod: optional(oneOf(['Occurrences', 'Timeslices', 'RatioTimeslices'])),
    timeWindow: optional(z.array(timeWindow, 'a list with one window')),
    objectives: z.array(objective, 'a list of objectives').check(z.minLength(1, 'a list with at least one objective')),
    indicator: optional(indicator),
    indicatorRef: optional(text),
  }),
});

/** An object of kind Service or SLI: only what it is called is used. */
export const openSloNamed = objectOf({
  metadata,
  spec: optional(objectOf({ thresholdMetric: optional(z.unknown()), ratioMetric: optional(z.unknown()) })),
});

export type OpenSloObjective = z.output<typeof openSloObjective>;
export type OpenSloNamed = z.output<typeof openSloNamed>;
