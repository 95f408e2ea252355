export { ApiProblem } from './api-problem.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export * from './definitions.ts';
export * from './exchange.ts';
