import { html, raw } from 'hono/html';
import type { OpenApiDocument } from './openapi.ts';

/** The few parts of the document that are shown. */
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly description?: string; readonly default?: unknown };
}

interface Route extends Operation {
  readonly method: string;
  readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** A page to read the API on, which needs no script. */
export function documentPage(document: OpenApiDocument) {
  const routes = routesOf(document);
  const groups = Map.groupBy(routes, ({ tags }) => tags?.[0] ?? 'other');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}: the API</title>
        <link rel="stylesheet" href="docs.css" />
      </head>
      <body>
        <main>
          <h1>The API of ${document.info.title}</h1>
          <p>${document.info.description ?? ''}</p>
          <p>
            For programs: <a href="v1/openapi.json">the same as OpenAPI 3.1</a>. Sign in with a token in the header
            <code>Authorization: Bearer debrief_…</code>
          </p>
          <nav aria-label="Parts of the API">
            <ul>
              ${[...groups.keys()].map((name) => html`<li><a href="#${slug(name)}">${name}</a></li>`)}
            </ul>
          </nav>
          ${[...groups].map(
            ([name, own]) =>
              html`<section id="${slug(name)}">
                <h2>${name}</h2>
                ${own.map(routePart)}
              </section>`,
          )}
          <section id="shapes">
            <h2>Shapes</h2>
            ${Object.entries(document.components?.schemas ?? {}).map(shapePart)}
          </section>
        </main>
      </body>
    </html>`;
}

function routesOf(document: OpenApiDocument): readonly Route[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Readonly<Record<string, Operation | undefined>>)[method];
      return operation === undefined ? [] : [{ ...operation, method: method.toUpperCase(), path }];
    }),
  );
}

function routePart({
  operationId = '',
  method,
  path,
  summary,
  description,
  parameters,
  requestBody,
  responses,
}: Route) {
  const body = requestBody?.content['application/json']?.schema;
  return html`<article id="${operationId}">
    <h3><code>${method} ${path}</code></h3>
    <p>${summary ?? ''}${description === undefined ? '' : html`<br />${description}`}</p>
    ${
      parameters === undefined || parameters.length === 0
        ? ''
        : html`<table>
            <thead>
              <tr>
                <th scope="col">name</th>
                <th scope="col">where</th>
                <th scope="col">what</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(parameterRow)}
            </tbody>
          </table>`
    }
    ${
      body === undefined
        ? ''
        : html`<details>
            <summary>The body</summary>
            ${json(body)}
          </details>`
    }
    <p>
      Answers:
      ${Object.entries(responses).map(
        ([status, answer], index) =>
          html`${index === 0 ? '' : raw(' · ')}<code>${status}</code> ${
              status.startsWith('2') ? (answer.description ?? '') : ''
            }`,
      )}
    </p>
  </article>`;
}

function parameterRow({ name, in: where, required, description, schema }: Parameter) {
  const words = description ?? schema?.description ?? '';
  const byDefault = schema?.default === undefined ? '' : ` Default: ${JSON.stringify(schema.default)}.`;
  return html`<tr>
    <td><code>${name}</code>${required === true ? ' (needed)' : ''}</td>
    <td>${where}</td>
    <td>${words}${byDefault}</td>
  </tr>`;
}

function shapePart([name, schema]: readonly [string, unknown]) {
  return html`<details id="shape-${name}">
    <summary>${name}</summary>
    ${json(schema)}
  </details>`;
}

function json(value: unknown) {
  return html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '-');
}

export const documentStyle = `:root { color-scheme: light dark; --ink: #1c1c1a; --paper: #fdfdfb; --soft: #5d5d58; --line: #dcdcd4; --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e8e2; --paper: #171715; --soft: #a3a29a; --line: #383833; --accent: #8bb8ec; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 "Inter Variable", Inter, system-ui, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; }
p { max-width: 66ch; }
h1 { font-size: 1.6rem; font-weight: 600; }
h2 { margin-top: 3rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; font-weight: 600; }
h3 { margin: 2rem 0 0; font-size: 1rem; }
a { color: var(--accent); }
code, pre { font: 13px/1.5 "JetBrains Mono Variable", ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .75rem 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--soft); font-weight: 500; }
summary { cursor: pointer; padding: .25rem 0; }
`;
