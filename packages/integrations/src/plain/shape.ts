import { z } from 'zod';
import { instantOf } from '../instant.ts';

/** What is said where a text should be. */
export const missingText = 'should be a text in quotes';

const words = z.string(missingText);
const instant = z
  .string('should be a time in quotes, such as "2026-05-01T10:02:00Z"')
  .refine((written) => instantOf(written) !== undefined, {
    error: 'should be a whole time with its zone, such as "2026-05-01T10:02:00Z" or "2026-05-01T12:02:00+02:00"',
  });
const scalar = z.union([z.string(), z.number(), z.boolean()], 'should be a text, a number, true or false');

/**
 * An alert in our own words, for whatever product has no decoder. Only `title` is needed.
 *
 * @example
 * {
 *   "title": "Checkout answers with errors",
 *   "severity": "SEV2",
 *   "services": ["checkout", "cart"],
 *   "startsAt": "2026-05-01T10:02:00Z",
 *   "endsAt": "2026-05-01T10:40:00Z",
 *   "summary": "One in five requests fails.",
 *   "description": "Since the deployment of 10:00 …",
 *   "links": { "runbook": "https://wiki.example/checkout" },
 *   "labels": { "region": "eu-1" },
 *   "events": [{ "at": "2026-05-01T10:05:00Z", "text": "Ana looked at the logs", "actor": "Ana" }],
 *   "responders": ["Ana"]
 * }
 */
export const plainAlert = z
  .object({
    title: words.refine((title) => title.trim() !== '', { error: 'should say in a few words what is wrong' }),
    severity: words.optional(),
    /** A list, or a text with commas. */
    services: z.union([words, z.array(words)], 'should be a text or a list of texts').optional(),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    summary: words.optional(),
    description: words.optional(),
    /** A list of labels with addresses, or names with addresses: `runbook`, `dashboard` or any other. */
    links: z
      .union(
        [
          z.array(z.object({ label: words.optional(), url: words }, 'should be {"label": …, "url": …}')),
          z.record(z.string(), words),
        ],
        'should be a list of {"label": …, "url": …} or an object of names with addresses',
      )
      .optional(),
    labels: z.record(z.string(), scalar, 'should be an object of names with values').optional(),
    events: z
      .array(
        z.object({ at: instant, text: words, actor: words.optional() }, 'should be {"at": …, "text": …}'),
        'should be a list of {"at": …, "text": …}',
      )
      .optional(),
    responders: z.array(words, 'should be a list of names').optional(),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || (instantOf(startsAt) ?? '') <= (instantOf(endsAt) ?? ''), {
    path: ['endsAt'],
    error: 'should not be before “startsAt”',
  });

export type PlainAlert = z.output<typeof plainAlert>;

/** The keys at each place where only some are known, by the path to it without positions. */
export const plainKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(plainAlert.shape),
  events: ['at', 'text', 'actor'],
  links: ['label', 'url'],
};
