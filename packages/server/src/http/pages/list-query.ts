import { postmortemStates } from '@debrief/api';
import { NO_FILTERS, type SearchFilters } from '../../search/search-filters.ts';

/** What a list is asked for. */
export interface AskedList {
  readonly text: string;
  readonly filters: SearchFilters;
  readonly cursor: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address of a list asks for; what makes no sense is left out. */
export function askedList(query: URLSearchParams): AskedList {
  const given = (name: string): string => (query.get(name) ?? '').slice(0, 400);
  const state = postmortemStates.find((each) => each === given('state'));
  const severity = /^[1-5]$/.test(given('severity')) ? [Number(given('severity'))] : [];
  const named = (name: string): readonly string[] => (given(name) === '' ? [] : [given(name)]);
  const day = (name: string): string | null => (DAY.test(given(name)) ? given(name) : null);
  return {
    text: given('q').trim(),
    filters: {
      ...NO_FILTERS,
      states: state === undefined ? [] : [state],
      severities: severity,
      services: named('service'),
      factors: named('factor'),
      from: day('from'),
      to: day('to'),
      openActions: given('open') === 'yes',
    },
    cursor: query.get('cursor'),
  };
}

/** The same list, further on. */
export function listQuery({ text, filters }: AskedList, { cursor }: { readonly cursor: string }): string {
  const { states, severities, services, factors, from, to, openActions } = filters;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['q', text],
    ['state', states[0]],
    ['severity', severities[0]?.toString()],
    ['service', services[0]],
    ['factor', factors[0]],
    ['from', from ?? undefined],
    ['to', to ?? undefined],
    ['open', openActions ? 'yes' : undefined],
    ['cursor', cursor],
  ];
  return new URLSearchParams(
    pairs.flatMap(([name, value]): [string, string][] => (value === undefined || value === '' ? [] : [[name, value]])),
  ).toString();
}
