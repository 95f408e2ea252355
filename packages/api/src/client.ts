import type { z } from '@hono/zod-openapi';
import { ApiProblem } from './api-problem.ts';
import * as definitions from './definitions.ts';
import { problemSchema } from './problem.ts';

type Definitions = typeof definitions;

/** Every route by its name: `getPostmortem` is defined as `getPostmortemRoute`. */
type Routes = {
  readonly [Name in keyof Definitions as Name extends `${infer Short}Route` ? Short : never]: Definitions[Name];
};

interface Defined {
  readonly method: string;
  readonly path: string;
  readonly request?: unknown;
  readonly responses: unknown;
}

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** Asked for where something in it has to be given. */
type Part<Name extends string, Data> = [Data] extends [never]
  ? unknown
  : Record<string, never> extends Data
    ? { readonly [Key in Name]?: Data }
    : { readonly [Key in Name]: Data };

type RequestOf<Route extends Defined> = Route extends { readonly request: infer Asked }
  ? Part<'params', Asked extends { readonly params: infer Schema } ? Input<Schema> : never> &
      Part<'query', Asked extends { readonly query: infer Schema } ? Input<Schema> : never> &
      Part<
        'json',
        Asked extends {
          readonly body: { readonly content: { readonly 'application/json': { readonly schema: infer Schema } } };
        }
          ? Input<Schema>
          : never
      >
  : unknown;

type Answered<Response> = Response extends {
  readonly content: { readonly 'application/json': { readonly schema: infer Schema } };
}
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : never
  : Response extends { readonly content: unknown }
    ? globalThis.Response
    : null;

type AnswerOf<Route extends Defined> = {
  [Status in keyof Route['responses']]: Status extends 200 | 201 | 202 | 204
    ? Answered<Route['responses'][Status]>
    : never;
}[keyof Route['responses']];

/** What any request may carry besides. */
interface RequestExtras {
  /** The same key, the same request: it is done once. */
  readonly idempotencyKey?: string;
  /** The ETag of what was got; where it has changed since, the problem is `stale`. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

type Method<Route extends Defined> =
  Record<string, never> extends RequestOf<Route>
    ? (request?: RequestOf<Route> & RequestExtras) => Promise<AnswerOf<Route>>
    : (request: RequestOf<Route> & RequestExtras) => Promise<AnswerOf<Route>>;

/** One method for each route, by its name. */
export type Client = { readonly [Name in keyof Routes]: Routes[Name] extends Defined ? Method<Routes[Name]> : never };

export interface ClientOptions {
  /** Where Debrief is found, with the path that a proxy puts before it. */
  readonly url: string;
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until what could not be done just now is tried once more. */
  readonly patience?: number;
}

/**
 * Everything that a server can be asked, with the types of its routes. A request that may safely be sent twice is sent
 * once more where the server is not available just now.
 *
 * @throws ApiProblem from each method, where it was not done
 * @example await createClient({ url: 'http://localhost:7070', token }).getPostmortem({ params: { id } })
 */
export function createClient(options: ClientOptions): Client {
  return Object.fromEntries(
    Object.entries(definitions).flatMap(([name, definition]) =>
      name.endsWith('Route')
        ? [[name.slice(0, -'Route'.length), (request: AnyRequest = {}) => ask(options, definition as Defined, request)]]
        : [],
    ),
  ) as unknown as Client;
}

interface AnyRequest extends RequestExtras {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly json?: unknown;
}

const SAFE: ReadonlySet<string> = new Set(['get', 'put', 'delete']);
const NOT_NOW = 503;

async function ask(options: ClientOptions, { method, path }: Defined, request: AnyRequest): Promise<unknown> {
  const { url, token, fetch = globalThis.fetch, patience = 300 } = options;
  const { json, idempotencyKey, ifMatch, signal } = request;
  const send = (): Promise<Response> =>
    fetch(`${url.replace(/\/$/, '')}${filled(path, request.params ?? {})}${queryOf(request.query ?? {})}`, {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      redirect: 'error',
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(signal !== undefined && { signal }),
    }).catch((cause: unknown) => {
      const detail = `${url} did not answer. Look at the address, and whether the server runs.`;
      throw new ApiProblem({ code: 'unreachable', status: 0, detail }, { cause });
    });
  let answer = await send();
  if (answer.status === NOT_NOW && (SAFE.has(method) || idempotencyKey !== undefined)) {
    await answer.body?.cancel();
    await new Promise((resolve) => void setTimeout(resolve, patience));
    answer = await send();
  }
  return answer.ok ? contentOf(answer) : refuse(answer);
}

async function contentOf(answer: Response): Promise<unknown> {
  if (answer.status === 204) return null;
  return isJson(answer) ? answer.json() : answer;
}

async function refuse(answer: Response): Promise<never> {
  const told: unknown = isJson(answer) ? await answer.json().catch(() => null) : null;
  const read = problemSchema.safeParse(told);
  if (read.success) throw new ApiProblem(read.data);
  const detail = `The server answered with ${answer.status}, and not as Debrief does. Look at the address.`;
  throw new ApiProblem({ code: 'not-understood', status: answer.status, detail });
}

function isJson({ headers }: Response): boolean {
  return /^application\/(?:problem\+)?json/.test(headers.get('content-type') ?? '');
}

function filled(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{([^{}]{1,80})\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((each) =>
      each === undefined ? [] : [[name, textOf(each)] as [string, string]],
    ),
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
