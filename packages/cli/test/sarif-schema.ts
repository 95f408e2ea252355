import * as z from 'zod';

/**
 * What of SARIF 2.1.0 `debrief check` makes, with the properties that the standard asks for and no others: §3.13 log, §3.14
 * run, §3.19 tool component, §3.27 result, §3.29 physical location, §3.30 region, §3.49 descriptor, §3.50 configuration,
 * §3.55 fix. Written from the standard, since its schema is in no package of the registry.
 */
const message = z.strictObject({ text: z.string().min(1) });
const multiformat = z.strictObject({ text: z.string().min(1), markdown: z.string().min(1).optional() });
const natural = z.int().min(1);
const level = z.enum(['none', 'note', 'warning', 'error']);
/** A reference by RFC 3986: no character but those of a URI, and `%` only before two hex digits. */
const uri = z.string().regex(/^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})+$/);
const artifactLocation = z.strictObject({ uri });

const region = z
  .strictObject({
    startLine: natural,
    startColumn: natural,
    endLine: natural,
    endColumn: natural,
    snippet: z.strictObject({ text: z.string() }).optional(),
  })
  .refine(({ startLine, startColumn, endLine, endColumn }) =>
    startLine === endLine ? endColumn >= startColumn : endLine > startLine,
  );

const descriptor = z.strictObject({
  id: z.string().min(1),
  name: z.string().regex(/^[A-Z][A-Za-z0-9]+$/),
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  defaultConfiguration: z.strictObject({ enabled: z.boolean().optional(), level: level.optional() }),
});

const fix = z.strictObject({
  description: message,
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z
          .array(z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) }))
          .min(1),
      }),
    )
    .min(1),
});

const result = z.strictObject({
  ruleId: z.string().min(1),
  level,
  message,
  locations: z.tuple([z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) })]),
  partialFingerprints: z.record(z.string(), z.string()),
  fixes: z.array(fix).optional(),
});

export const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({ driver: z.strictObject({ name: z.string().min(1), rules: z.array(descriptor) }) }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(result),
      invocations: z.array(z.strictObject({ executionSuccessful: z.boolean() })),
    }),
  ),
});
