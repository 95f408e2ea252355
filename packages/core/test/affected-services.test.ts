import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affectedServices, serviceImpacts } from '../src/index.ts';
import { listedNames } from '../src/measure/listed-names.ts';
import { answered, incidentFor } from './incident-for.ts';

describe('names in a list', () => {
  test.each([
    ['checkout', ['checkout']],
    ['- api|- database| - load-balancer', ['api', 'database', 'load-balancer']],
    ['api, `web` and worker', ['api', 'web', 'worker']],
    ['Meilisearch（本番環境、依存）、search-indexer', ['Meilisearch', 'search-indexer']],
    ['checkout-api — owner: payments', ['checkout-api']],
    ['checkout: degraded', ['checkout']],
    ['checkout (EU, US), search', ['checkout', 'search']],
    ['api, search — not affected', ['api']],
    ['scrape_feed — non affecté', []],
    ['', []],
    ['(', []],
    [' - ', []],
  ])('%s', (written, expected) => {
    expect(listedNames(written).map(({ name }) => name)).toEqual(expected);
  });

  test('what stands behind a name is kept', () => {
    expect(listedNames('checkout (40 % of requests failed), web: 5 %')).toEqual([
      { name: 'checkout', note: '40 % of requests failed' },
      { name: 'web', note: '5 %' },
    ]);
  });

  test('any text gives short names that are not empty', () => {
    const pieces = fc.constantFrom('api', ' ', ',', '(', ')', '（', ' - ', ':', '`', '|', '—', ' and ', '40 %');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 60 }), (parts) => {
        const names = listedNames(parts.join('')).map(({ name }) => name);
        expect(names.filter((name) => name.trim() === '' || name.length > 80)).toEqual([]);
      }),
    );
  });
});

const services = [
  { name: 'Checkout', aliases: ['checkout-api'], slos: [answered()] },
  { name: 'search', aliases: [], slos: [] },
];

function found(text: string): readonly object[] {
  return affectedServices(incidentFor(text, {}, { services })).map(({ name, service, badShare, shareFrom, from }) => ({
    name,
    service: service?.name ?? null,
    badShare,
    shareFrom,
    from,
  }));
}

describe('the services of a document', () => {
  test('once each, by name or alias, with their own shares', () => {
    expect(
      found('# A\n\n## Impact\n\n- **Services**: CHECKOUT-API (40 %), checkout, Search (full outage), other\n'),
    ).toEqual([
      { name: 'CHECKOUT-API', service: 'Checkout', badShare: 0.4, shareFrom: 'degradation', from: 'list' },
      { name: 'Search', service: 'search', badShare: 1, shareFrom: 'degradation', from: 'list' },
      { name: 'other', service: null, badShare: 1, shareFrom: 'assumed', from: 'list' },
    ]);
  });

  test('a share of the whole incident is no share of one of several services', () => {
    const text = '# A\n\n## Impact\n\n- **Services**: checkout, search\n- **Service Degradation**: 40 %\n';
    expect(found(text)).toMatchObject([{ shareFrom: 'assumed' }, { shareFrom: 'assumed' }]);
    expect(found(text.replace('40 %', 'full outage'))).toMatchObject([
      { shareFrom: 'degradation' },
      { shareFrom: 'degradation' },
    ]);
    expect(found(text.replace(', search', ''))).toMatchObject([{ badShare: 0.4, shareFrom: 'degradation' }]);
  });

  test('requests that were counted, and a share written under users', () => {
    const counted = '# A\n\n## Impact\n\n- **Services**: checkout\n- **Failed Requests**: 1,234 of 6,912 requests\n';
    expect(found(counted)).toMatchObject([{ badShare: 1234 / 6912, shareFrom: 'requests' }]);
    const users = '# A\n\n## Impact\n\n- **Services**: checkout\n- **Users Affected**: ~15% of API requests failed\n';
    expect(found(users)).toMatchObject([{ badShare: 0.15, shareFrom: 'requests' }]);
    expect(found(users.replace('API requests failed', 'users'))).toMatchObject([{ shareFrom: 'assumed' }]);
  });

  test('and when it hurt them, for budgets over many', () => {
    const text = '# A\n\n## Impact\n\n- **Services**: checkout-api (40 %), other\n';
    const times = { impactStart: '2026-03-01T10:00Z', impactEnd: '2026-03-01T10:30Z' };
    const [from, to] = [Date.parse(times.impactStart), Date.parse(times.impactEnd)];
    expect(serviceImpacts(incidentFor(text, times, { services }))).toEqual([
      { service: 'Checkout', from, to, badShare: 0.4 },
      { service: 'other', from, to, badShare: 1 },
    ]);
    expect(serviceImpacts(incidentFor('# A\n', { impactStart: times.impactStart }))).toEqual([
      { service: null, from, to: null, badShare: 1 },
    ]);
    expect(serviceImpacts(incidentFor(text))).toEqual([]);
  });

  test('where none is listed the title tells, as words of their own', () => {
    expect(found('# Checkout API slow\n')).toMatchObject([{ name: 'Checkout', from: 'title' }]);
    expect(found('# checkout-worker down\n')).toEqual([]);
    expect(found('# Out\n\n## Summary\n\nAll of search was down.\n')).toMatchObject([
      { name: 'search', from: 'title' },
    ]);
    expect(found('# Research\n')).toEqual([]);
    expect(found('# Search out\n\n## Impact\n\n- **Services**: checkout\n')).toMatchObject([
      { name: 'checkout', from: 'list' },
    ]);
  });
});
