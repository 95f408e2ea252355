export { type OwnWords, readSettings, type Settings, type SettingsMessage, type SettingsReading } from './settings.ts';
