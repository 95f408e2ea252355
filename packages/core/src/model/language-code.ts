/** The languages that Debrief reads and writes, by their ISO 639-1 code. */
export const languageCodes = ['en', 'es', 'fr', 'de', 'pt', 'no', 'ja', 'zh'] as const;

export type LanguageCode = (typeof languageCodes)[number];
