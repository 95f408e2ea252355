export { type CheckHouse, checkHouseOf } from './check-house.ts';
export { fileNameOf } from './file-name.ts';
export { idSchemes } from './id-scheme.ts';
export { clashesIn, type IdClash, newIncidentId, type NewIncidentId } from './incident-id.ts';
export { approversFor, dueDay, type ReviewDates, reviewDates } from './policy.ts';
export { personNamed, type RosterEntry } from './roster.ts';
export {
  type ActionPolicy,
  type Approvers,
  defaultSettings,
  type OwnWords,
  type Person,
  type ReviewPolicy,
  type Service,
  type Settings,
  type SettingsMessage,
  type SettingsReading,
  type Team,
} from './settings.ts';
export {
  builtInScale,
  builtInScaleNames,
  levelOf,
  severityName,
  type SeverityLevel,
  type SeverityScale,
  type SeverityStep,
} from './severity-scale.ts';
export type { OpenSloService } from './open-slo-service.ts';
export { type WithOpenSlo, withOpenSlo } from './with-open-slo.ts';
