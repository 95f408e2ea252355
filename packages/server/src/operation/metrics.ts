import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/store.ts';
import type { AnsweredRequest } from './operation.ts';

export interface Metrics {
  readonly answered: (request: AnsweredRequest) => void;
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What a collector may see: requests by route, post-mortems by state, and the process. Nothing of it names a person. */
export function collectMetrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'debrief_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const states = new Gauge({
    name: 'debrief_postmortems',
    help: 'Post-mortems by state',
    labelNames: ['state'] as const,
    registers: [registry],
  });
  return {
    answered: ({ method, route, status, milliseconds }) =>
      seconds.observe({ method, route, status }, milliseconds / 1_000),
    text: async () => {
      const rows = await store.read
        .selectFrom('postmortems')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      states.reset();
      for (const { state, count } of rows) states.set({ state }, count);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
