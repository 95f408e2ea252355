export { adminCommand } from './operation/admin-command.ts';
export { auditVerifyCommand } from './operation/audit-verify-command.ts';
export { reindexCommand } from './operation/reindex-command.ts';
export { type Config, configSchema, readConfig } from './config.ts';
export { backupCommand } from './operation/backup-command.ts';
export { exportCommand } from './operation/export-command.ts';
export { importCommand } from './operation/import-command.ts';
export { restoreCommand } from './operation/restore-command.ts';
export { serveCommand } from './operation/serve-command.ts';
