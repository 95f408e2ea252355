import { dayWords, markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { Problem } from '../../problem.ts';
import type { Highlighted } from '../../search/highlight.ts';
import type { Facets } from '../../search/facets.ts';
import { type FoundPostmortem, searchPostmortems, type SearchPage } from '../../search/search-postmortems.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { sendPage } from './layout.ts';
import { type AskedList, askedList, listQuery } from './list-query.ts';
import { counted, severityPill, statePill, stateWords } from './parts.ts';
import type { Site } from './site.ts';

const NOTHING: SearchPage = { items: [], next: null, facets: null };

/** All post-mortems, or those that a search finds, with what they can be narrowed to. */
export async function listPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const asked = askedList(new URL(c.req.url).searchParams);
  let found: SearchPage = NOTHING;
  let fault: string | null = null;
  try {
    found = await searchPostmortems(context, {
      ...asked.filters,
      text: asked.text,
      cursor: asked.cursor,
      facets: true,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-request') throw error;
    fault = error.message;
  }
  const { items, next, facets } = found;
  const path = `${site.basePath}/postmortems`;
  return sendPage(c, site, {
    title: asked.text === '' ? 'Post-mortems' : `Search: ${readableText(asked.text, { longest: 60 })}`,
    nav: 'postmortems',
    status: fault === null ? 200 : 400,
    main: markup`<div class="page"><h1>Post-mortems</h1>
${filterForm(asked, facets, path)}
${fault === null ? null : markup`<p class="note bad" role="alert">${fault}</p>`}
<p class="soft" role="status">${facets === null ? '' : `${counted(facets.total, 'post-mortem')}${facets.isComplete ? '' : ' at least'}${asked.text === '' ? ', the newest first' : ', the best first'}.`}</p>
<ul class="rows">${items.map((item) => itemRow(item, site.basePath))}</ul>
${items.length === 0 && fault === null ? markup`<p class="soft">Nothing fits. Take a filter away, or search for other words.</p>` : null}
${next === null ? null : markup`<p class="send"><a class="button" href="${path}?${listQuery(asked, { cursor: next })}">More</a></p>`}
</div>`,
  });
}

function itemRow(
  {
    id,
    severity,
    severityLevel,
    state,
    startedAt,
    services,
    openActions,
    titleFound,
    snippet,
    unknowns,
  }: FoundPostmortem,
  basePath: string,
): Markup {
  const facts = [
    ...(startedAt === null ? [] : [dayWords(startedAt)]),
    ...(services.length === 0 ? [] : [readableText(services.slice(0, 4).join(', '), { longest: 100 })]),
    ...(openActions === 0 ? [] : [counted(openActions, 'open action')]),
    ...(unknowns === 0 ? [] : [counted(unknowns, 'open question')]),
  ];
  return markup`<li><span>${severityPill(severity, severityLevel)}</span><div class="what"><p><a class="title" href="${basePath}/postmortems/${id}"><bdi>${highlighted(titleFound)}</bdi></a></p>${snippet === null ? null : markup`<p class="soft"><bdi>${highlighted(snippet)}</bdi></p>`}<p class="meta">${facts.map((fact, index) => markup`${index === 0 ? '' : ' · '}<bdi>${fact}</bdi>`)}</p></div><div class="end">${statePill(state)}</div></li>`;
}

function highlighted({ text, ranges }: Highlighted): Markup {
  const parts: Markup[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(markup`${text.slice(at, from)}<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return markup`${parts}${text.slice(at)}`;
}

function filterForm(asked: AskedList, facets: Facets | null, path: string): Markup {
  const { text, filters } = asked;
  const { states, severities, services, factors, from, to, openActions } = filters;
  return markup`<form class="filters" method="get" action="${path}" role="search" aria-label="Post-mortems">
<div class="grow"><label for="q">Search</label><input id="q" type="search" name="q" value="${text}" maxlength="400" aria-describedby="q-hint"></div>
${choice('state', 'State', states[0] ?? '', facets?.states.map(({ value, count }) => [value, `${stateName(value)} (${count})`]) ?? [])}
${choice('severity', 'Severity', String(severities[0] ?? ''), facets?.severities.flatMap(({ value, count }) => (value === null ? [] : [[String(value), `level ${value} (${count})`] as const])) ?? [])}
${choice('service', 'Service', services[0] ?? '', facets?.services.map(({ value, count }) => [value, `${readableText(value, { longest: 60 })} (${count})`]) ?? [])}
${choice('factor', 'Factor', factors[0] ?? '', facets?.factors.map(({ value, count }) => [value, `${readableText(value, { longest: 60 })} (${count})`]) ?? [])}
<div><label for="from">From</label><input id="from" type="date" name="from" value="${from ?? ''}"></div>
<div><label for="to">To</label><input id="to" type="date" name="to" value="${to ?? ''}"></div>
<label class="one"><input type="checkbox" name="open" value="yes"${openActions ? markup` checked` : null}> open actions</label>
<div><button type="submit">Show</button> <a href="${path}">All</a></div>
<p class="hint" id="q-hint">Words, "phrases", begin* and -not.</p>
</form>`;
}

function stateName(state: string): string {
  return stateWords(state as FoundPostmortem['state']);
}

/** What is chosen stays a choice, also where nothing has it. */
function choice(name: string, words: string, chosen: string, values: readonly (readonly [string, string])[]): Markup {
  const all =
    chosen === '' || values.some(([value]) => value === chosen) ? values : [[chosen, chosen] as const, ...values];
  return markup`<div><label for="${name}">${words}</label><select id="${name}" name="${name}"><option value="">any</option>${all.map(([value, shown]) => markup`<option value="${value}"${value === chosen ? markup` selected` : null}>${shown}</option>`)}</select></div>`;
}
