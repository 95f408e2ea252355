import * as fc from 'fast-check';
import type { OpenApiDocument } from '../src/http/openapi.ts';
import type { RouteSpec, Schema } from './every-route.ts';

export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const HOSTILE = [
  '',
  ' ',
  '\0',
  '\ud800',
  "' OR 1=1 --",
  '%',
  '../../etc/passwd',
  '\r\nset-cookie: a=b',
  '<script>',
  '=1+1',
  '"',
  '\\',
  'NaN',
  '-1',
  '1e309',
  '９',
  '\u202e',
  'constructor',
  'a'.repeat(3_000),
] as const;

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, [], {}, [[]], { kind: 'text' }),
  fc.jsonValue({ maxDepth: 3 }),
);

/**
 * Requests for a route: as its schema wants them, nearly so, and hostile ones.
 *
 * @param known ids and the like that are there, so that some requests reach further
 */
export function anyRequest(
  route: RouteSpec,
  { components }: OpenApiDocument,
  known: readonly string[],
): fc.Arbitrary<AnyRequest> {
  const schemas = (components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const valueOf = (schema: Schema, depth = 0): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 40, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: hostile });
  const parameters = fc.record(
    Object.fromEntries(
      route.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, valueOf(parameter.schema)]),
    ),
    { requiredKeys: route.parameters.filter(({ in: where }) => where === 'path').map(({ name }) => `path ${name}`) },
  );
  const body = route.body === null ? fc.constant(undefined) : bodyOf(valueOf(route.body));
  const contentTypes = fc.oneof(
    { weight: 20, arbitrary: fc.constant('application/json') },
    fc.constantFrom('application/json; charset=utf-8', 'application/json; charset=latin1', 'text/plain', ''),
  );
  return fc
    .record({ parameters, body, type: contentTypes })
    .map(({ parameters: given, body: sent, type: contentType }) => {
      const of = (where: string): readonly (readonly [string, string])[] =>
        Object.entries(given).flatMap(([name, value]) =>
          name.startsWith(`${where} `) ? [[name.slice(where.length + 1), textOf(value)] as const] : [],
        );
      const path = of('path').reduce(
        (each, [name, value]) => each.replace(`{${name}}`, () => encoded(value) || '%20'),
        route.path,
      );
      const query = of('query').map(([name, value]) => `${name}=${encoded(value)}`);
      return {
        method: route.method,
        path: query.length === 0 ? path : `${path}?${query.join('&')}`,
        headers: {
          ...Object.fromEntries(of('header').filter(([, value]) => /^[\x20-\x7e]*$/.test(value))),
          ...(sent !== undefined && contentType !== '' && { 'content-type': contentType }),
        },
        ...(sent !== undefined && { body: sent }),
      };
    });

  function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) {
      const named = schemas[schema.$ref.replace('#/components/schemas/', '')];
      return named === undefined ? hostile : fitting(named, depth + 1);
    }
    if (depth > 8) return fc.constant(null);
    const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (choices !== undefined) return fc.oneof(...choices.map((each) => fitting(each, depth + 1)));
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    return byType(Array.isArray(schema.type) ? schema.type[0] : schema.type, schema, depth);
  }

  function byType(type: unknown, schema: Schema, depth: number): fc.Arbitrary<unknown> {
    switch (type) {
      case 'string':
        return textFor(schema);
      case 'integer':
      case 'number': {
        const { minimum = -10, maximum = 1e9 } = schema;
        const most = Math.max(Math.ceil(minimum), Math.min(maximum, 2 ** 31 - 1));
        return fc.oneof(
          fc.integer({ min: Math.ceil(minimum), max: Math.min(most, Math.ceil(minimum) + 3) }),
          fc.integer({ min: Math.ceil(minimum), max: most }),
        );
      }
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(valueOf(schema.items ?? {}, depth + 1), { maxLength: Math.min(4, schema.maxItems ?? 4) });
      case 'object': {
        const properties = Object.entries(schema.properties ?? {});
        return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, valueOf(each, depth + 1)])), {
          requiredKeys: [...(schema.required ?? [])],
        });
      }
      default:
        return hostile;
    }
  }

  function textFor({ format, pattern, maxLength = 60, minLength = 0 }: Schema): fc.Arbitrary<string> {
    const own =
      format === 'date'
        ? fc.constantFrom('2026-01-05', '2024-02-29', '9999-12-31')
        : pattern === undefined
          ? fc.string({ unit: 'grapheme', minLength: Math.min(minLength, 60), maxLength: Math.min(maxLength, 60) })
          : fc.constantFrom('abcdefgh', 'compact', 'key-1');
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 2, arbitrary: own });
  }
}

function bodyOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const sound = value.map((each) => JSON.stringify(each) ?? 'null');
  return fc.oneof(
    { weight: 15, arbitrary: sound },
    { weight: 1, arbitrary: sound.map((text) => text.slice(0, -1)) },
    {
      weight: 1,
      arbitrary: sound.map((text) => (text.startsWith('{') ? `{"__proto__":{"polluted":true},${text.slice(1)}` : text)),
    },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[[[[', 'null', '"\\ud800"', '{"a":1,"a":2}', '\ufeff{}') },
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Half characters cannot be encoded; they go as they would in a broken client. */
function encoded(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80';
}
