export { auditVerifyCommand } from './operation/audit-verify-command.ts';
export { reindexCommand } from './operation/reindex-command.ts';
export { type Config, configSchema, readConfig } from './config.ts';
export { serveCommand } from './operation/serve-command.ts';
