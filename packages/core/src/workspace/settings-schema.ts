import * as z from 'zod/mini';
import { ruleLevels } from '../model/finding.ts';
import { languageCodes } from '../model/language-code.ts';
import { parseIdScheme } from './id-scheme.ts';
import { milliseconds, objectiveWindow } from './objective-window.ts';
import { builtInScale, builtInScaleNames } from './severity-scale.ts';
import { isZone } from './zone-name.ts';

// Every error is the end of a sentence that begins “KEY takes”; that about an unknown key lists the keys there are.
const KEYS = 'keys with values below it';

const objectOf = <T extends z.core.$ZodShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : KEYS),
  });
const recordOf = <T extends z.core.SomeType>(value: T) => z.record(z.string(), value, KEYS);
const textWith = (takes: string, isFit: (text: string) => boolean) =>
  z.string(takes).check(z.refine((text) => isPlain(text) && isFit(text), takes));
const number = (from: number, to: number) => {
  const takes = `a whole number from ${from} to ${to}`;
  return z.int(takes).check(z.refine((value) => value >= from && value <= to, takes));
};
const oneOf = <const T extends readonly string[]>(names: T) => z.enum(names, `one of: ${names.join(', ')}`);
const listOf = <T extends z.core.SomeType>(item: T) => z.prefault(z.array(item, 'a list, such as [one, two]'), []);

const text = textWith('a text of one line, in quotes where it begins with a sign such as @ or {', () => true);
const percent = z
  .number('a percentage above 0 and below 100, such as 99.9')
  .check(z.refine((value) => value > 0 && value < 100, 'a percentage above 0 and below 100, such as 99.9'));
const duration = textWith(
  'a duration with its unit, such as 300ms, 1s, 5min or 2h',
  (written) => milliseconds(written) !== null,
);

const SCALE = `the name of a scale (${builtInScaleNames.join(', ')}), or a list of steps such as { name: Major, level: 2, aliases: [MAJ] }`;
const step = objectOf({ name: text, level: number(1, 5), aliases: listOf(text) });
const scale = z.union(
  [
    z.string(SCALE).check(z.refine((name) => builtInScale(name) !== null, SCALE)),
    z.array(step, SCALE).check(z.refine((steps) => steps.length > 0, SCALE)),
  ],
  SCALE,
);

const objective = objectOf({
  name: text,
  indicator: oneOf(['availability', 'latency', 'errorRate', 'freshness']),
  target: percent,
  window: textWith(
    'a number of days or weeks such as 30d or 4w, or calendar week, calendar month, calendar quarter or calendar year',
    (written) => objectiveWindow(written) !== null,
  ),
  budgeting: z.prefault(oneOf(['occurrences', 'timeslices', 'ratioTimeslices']), 'occurrences'),
  threshold: z.exactOptional(duration),
  timeSliceTarget: z.exactOptional(percent),
  timeSliceWindow: z.exactOptional(duration),
});

const rules = recordOf(oneOf(ruleLevels));
const optional = z.exactOptional;

/** The keys of a `debrief.yaml`. The words of `vocabulary` are read on their own. */
export const settingsSchema = objectOf({
  vocabulary: optional(recordOf(z.unknown())),
  severity: optional(objectOf({ scale: optional(scale) })),
  incidentId: optional(objectOf({ scheme: optional(idScheme()) })),
  template: optional(
    textWith('the name of a template, such as compact', (name) => /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(name)),
  ),
  templates: optional(textWith('a folder beside or below debrief.yaml, such as templates', isFolderBelow)),
  zone: optional(textWith('a zone such as Europe/Oslo, UTC or UTC+2', isZone)),
  language: optional(oneOf(languageCodes)),
  services: listOf(
    objectOf({
      name: text,
      aliases: listOf(text),
      owner: optional(text),
      runbook: optional(text),
      dashboard: optional(text),
      slos: listOf(objective),
    }),
  ),
  openslo: listOf(textWith('a path or pattern beside or below debrief.yaml, such as slo/*.yaml', isFolderBelow)),
  factors: optional(recordOf(listOf(text))),
  people: listOf(
    objectOf({ name: text, handles: listOf(text), addresses: listOf(text), team: optional(text), roles: listOf(text) }),
  ),
  teams: listOf(objectOf({ name: text, handles: listOf(text), members: listOf(text) })),
  review: optional(
    objectOf({
      approvers: optional(recordOf(objectOf({ count: z.prefault(number(1, 20), 1), roles: listOf(text) }))),
      daysUntilReview: optional(number(0, 3650)),
      followUpDays: optional(number(0, 3650)),
      nextReviewMonths: optional(number(0, 120)),
    }),
  ),
  actions: optional(objectOf({ daysUntilDue: optional(recordOf(number(0, 3650))) })),
  metrics: optional(recordOf(text)),
  rules: optional(rules),
  stages: optional(objectOf({ draft: optional(rules), review: optional(rules), published: optional(rules) })),
});

export type CheckedSettings = z.output<typeof settingsSchema>;

function idScheme() {
  return z.string('a pattern in quotes, such as "INC-{date}-{counter:3}"').check(
    z.superRefine((written, context) => {
      const parsed = parseIdScheme(written);
      if ('problem' in parsed)
        context.addIssue({ code: 'custom', message: `another pattern: “${written.slice(0, 60)}” ${parsed.problem}` });
    }),
  );
}

/** One line that people can see: control characters have no business in a name. */
function isPlain(written: string): boolean {
  return written.trim() !== '' && written.length <= 500 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(written);
}

/** A folder or file that another machine's settings could lead astray is none. */
function isFolderBelow(folder: string): boolean {
  return !/^[/\\~]|^[A-Za-z]:|\\/.test(folder) && !folder.split('/').includes('..');
}
