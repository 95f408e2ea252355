export { type Config, configSchema, readConfig } from './config.ts';
export { serveCommand } from './operation/serve-command.ts';
