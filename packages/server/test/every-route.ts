import type { OpenAPIHono } from '@hono/zod-openapi';
import type { OpenApiDocument } from '../src/http/openapi.ts';

/** A JSON Schema, as far as requests are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export interface RouteSpec {
  readonly method: string;
  /** As the document writes it: `/api/v1/postmortems/{id}`. */
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  /** Null where it takes no JSON. */
  readonly body: Schema | null;
  readonly responses: readonly string[];
}

/** An operation as OpenAPI writes it, as far as it is looked at. */
interface Operation {
  readonly parameters?: RouteSpec['parameters'];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The document of the API as the app itself answers it. */
export async function documentOf(app: Pick<OpenAPIHono, 'request'>): Promise<OpenApiDocument> {
  return (await (await app.request('/api/v1/openapi.json')).json()) as OpenApiDocument;
}

/** Every route of the API, from its own document. */
export function everyRoute({ paths }: OpenApiDocument): readonly RouteSpec[] {
  return Object.entries(paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Readonly<Record<string, Operation | undefined>>)[method];
      if (operation === undefined) return [];
      return [
        {
          method: method.toUpperCase(),
          path,
          parameters: operation.parameters ?? [],
          body: operation.requestBody?.content?.['application/json']?.schema ?? null,
          responses: Object.keys(operation.responses),
        },
      ];
    }),
  );
}
