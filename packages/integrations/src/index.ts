export { decodeAlerts, type DecodedAlerts } from './decode-alerts.ts';
export type { DecodingProblem, ProblemCode } from './decoding.ts';
export { type ProductName, productNames } from './products.ts';
