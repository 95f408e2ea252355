import * as z from 'zod';

/**
 * What of SARIF 2.1.0 `debrief check` makes, with the properties that the standard asks for and no others: §3.10 URIs, §3.11
 * messages, §3.13 log, §3.14 run, §3.19 tool component, §3.27 result, §3.29 physical location, §3.30 region, §3.49
 * descriptor, §3.50 configuration, §3.55 fix, §3.57 replacement. Written from the standard, since no package of the
 * registry ships its schema in a form that can be read; it asks for more than that schema can say.
 */

/** A brace is doubled, since a single one begins a placeholder; `](` would make a link to a place that is nowhere. */
const words = z
  .string()
  .min(1)
  .regex(/^(?:[^{}]|\{\{|\}\})*$/)
  .refine((text) => text.isWellFormed() && !text.includes(']('));
const message = z.strictObject({ text: words });
/** Markdown of a message holds no HTML. */
const multiformat = z.strictObject({ text: words, markdown: words.regex(/^[^<]*$/).optional() });
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
    snippet: z.strictObject({ text: z.string().refine((text) => text.isWellFormed()) }).optional(),
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
  partialFingerprints: z.record(z.string().regex(/^[\w.]+(?:\/[\w.]+)*$/), z.string().min(1)),
  fixes: z.array(fix).optional(),
});

const run = z
  .strictObject({
    tool: z.strictObject({ driver: z.strictObject({ name: z.string().min(1), rules: z.array(descriptor).min(1) }) }),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    results: z.array(result),
    invocations: z.array(z.strictObject({ executionSuccessful: z.boolean() })).length(1),
  })
  .refine(({ tool: { driver } }) => new Set(driver.rules.map(({ id }) => id)).size === driver.rules.length, {
    message: 'each rule has an id of its own',
  })
  .refine(
    ({ tool: { driver }, results }) => results.every(({ ruleId }) => driver.rules.some(({ id }) => id === ruleId)),
    { message: 'a result is of a rule that the driver names' },
  )
  .refine(({ results }) => results.every(fixesItsOwnFile), { message: 'a fix is for the file of its result' })
  .refine(({ results }) => new Set(results.map(identity)).size === results.length, {
    message: 'no two results of a file are the same one',
  });

function fixesItsOwnFile({ locations: [{ physicalLocation }], fixes = [] }: z.infer<typeof result>): boolean {
  const changes = fixes.flatMap(({ artifactChanges }) => artifactChanges);
  return changes.every(({ artifactLocation: { uri: file } }) => file === physicalLocation.artifactLocation.uri);
}

function identity({ ruleId, locations: [{ physicalLocation }], partialFingerprints }: z.infer<typeof result>): string {
  return JSON.stringify([ruleId, physicalLocation.artifactLocation.uri, partialFingerprints]);
}

export const sarifLog = z.strictObject({
  $schema: z.literal('https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.array(run).length(1),
});
