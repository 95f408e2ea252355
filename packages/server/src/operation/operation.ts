import type { Metrics } from './metrics.ts';

/** One answered request, as logs and metrics know it: never an address, a query or a word of a text. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  /** The pattern of the route, such as `/api/v1/postmortems/:id`; `none` where there is no such route. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The id of who asked; null for nobody who is known. */
  readonly actor: string | null;
}

/** What the app needs to know of the place it runs at. */
export interface Operation {
  /** The path that a proxy puts before every address, without a slash at its end; empty for none. */
  readonly basePath: string;
  /** Whether people reach it by https. */
  readonly isSecure: boolean;
  /** Bytes of a request. */
  readonly largestRequest: number;
  /** Bytes of an import. */
  readonly largestImport: number;
  readonly metrics: Metrics | null;
  /** Lets a collector read the metrics from elsewhere; null leaves them to this machine alone. */
  readonly metricsToken: string | null;
  readonly answered: (request: AnsweredRequest) => void;
  readonly isStopping: () => boolean;
  /** Bytes that the data folder can still take; null where that is not ours to know. */
  readonly freeBytes: () => Promise<number | null>;
}

/** An app without a place: in tests, and for what needs none of it. */
export const nowhere: Operation = {
  basePath: '',
  isSecure: false,
  largestRequest: 20_000_000,
  largestImport: 200_000_000,
  metrics: null,
  metricsToken: null,
  answered: () => undefined,
  isStopping: () => false,
  freeBytes: async () => null,
};
