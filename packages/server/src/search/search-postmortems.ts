import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { countFacets, MOST_COUNTED } from '../store/search/count-facets.ts';
import { findRows, type FoundRow } from '../store/search/find-rows.ts';
import { cursorOf, endOf } from './cursor.ts';
import { type Facets, facetsOf } from './facets.ts';
import { highlight, type Highlighted, snippetOf } from './highlight.ts';
import { parseQuery, type SearchQuery } from './parse-query.ts';
import { NO_FILTERS, type SearchFilters } from './search-filters.ts';

export interface PostmortemSearch extends Partial<SearchFilters> {
  /** Words, `"phrases"`, `prefix*` and `-not`; without any, the newest come first. */
  readonly text?: string;
  /** How many are wanted, 1 to 100. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string | null;
  /** Whether to count the values of the filters too. */
  readonly facets?: boolean;
}

export interface SearchPage {
  readonly items: readonly FoundPostmortem[];
  /** For the page behind this one; null where there is none. */
  readonly next: string | null;
  readonly facets: Facets | null;
}

export interface FoundPostmortem extends Omit<FoundRow, 'number' | 'rank' | 'at' | 'postmortem' | 'textHash'> {
  readonly id: string;
  readonly services: readonly string[];
  /** The title, with what was searched for in it. */
  readonly titleFound: Highlighted;
  /** The text around the first word that was searched for; null in a list. */
  readonly snippet: Highlighted | null;
}

/**
 * What a search finds, the best first, with counts for each value of the filters; without words, all there is, the
 * newest first. It answers from the revision that readers see.
 *
 * @throws Problem `invalid-request` for a text nobody types or a cursor of another search, `not-allowed`
 * @example await searchPostmortems(context, { text: 'feed -drill', severities: [1, 2], facets: true })
 */
export async function searchPostmortems(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  { text = '', limit = 20, cursor = null, facets = false, ...given }: PostmortemSearch,
): Promise<SearchPage> {
  authorize(actor, postmortemPolicy.list);
  const query = parseQuery(text);
  const filters = { ...NO_FILTERS, ...given };
  const after = cursor === null ? null : endOf(cursor, query);
  const [rows, counts] = await Promise.all([
    findRows(store, { query, filters, after, limit: limit + 1 }),
    facets ? countFacets(store, { query, filters }) : null,
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await itemsOf(store, shown, query),
    next: rows.length > limit && last !== undefined ? cursorOf(last, query) : null,
    facets: counts === null ? null : facetsOf(counts, MOST_COUNTED),
  };
}

async function itemsOf(
  store: Context['store'],
  rows: readonly FoundRow[],
  query: SearchQuery,
): Promise<readonly FoundPostmortem[]> {
  if (rows.length === 0) return [];
  const [services, texts] = await Promise.all([
    servicesOf(store, rows),
    query.all.length === 0 ? null : textsOf(store, rows),
  ]);
  return rows.map((row) => {
    const text = texts?.get(row.textHash);
    return {
      id: row.postmortem,
      ...shownOf(row),
      services: services.get(row.postmortem) ?? [],
      titleFound: highlight(row.title, query),
      snippet: text === undefined ? null : snippetOf(text, query),
    };
  });
}

function shownOf(row: FoundRow) {
  const { state, title, incidentId, severity, severityLevel, status, startedAt, createdAt, updatedAt, summary } = row;
  const { openActions, unknowns, errors, warnings } = row;
  const read = { title, incidentId, severity, severityLevel, status, startedAt, summary };
  return { state, ...read, createdAt, updatedAt, openActions, unknowns, errors, warnings };
}

async function servicesOf(store: Context['store'], rows: readonly FoundRow[]): Promise<ReadonlyMap<string, string[]>> {
  const names = await store.read
    .selectFrom('projectedServices')
    .select(['postmortem', 'name'])
    .where(
      'postmortem',
      'in',
      rows.map(({ postmortem }) => postmortem),
    )
    .orderBy('name')
    .execute();
  const services = new Map<string, string[]>();
  for (const { postmortem, name } of names) services.set(postmortem, [...(services.get(postmortem) ?? []), name]);
  return services;
}

async function textsOf(store: Context['store'], rows: readonly FoundRow[]): Promise<ReadonlyMap<string, string>> {
  const found = await store.read
    .selectFrom('texts')
    .select(['hash', 'text'])
    .where(
      'hash',
      'in',
      rows.map(({ textHash }) => textHash),
    )
    .execute();
  return new Map(found.flatMap(({ hash, text }) => (text === null ? [] : [[hash, text]])));
}
