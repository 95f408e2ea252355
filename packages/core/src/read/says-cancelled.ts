import { fold, type Language, languages as allLanguages, lexiconOf } from '../vocabulary/index.ts';

/**
 * Whether the status of an action item says that it will not be done, in any of the languages.
 *
 * @example saysCancelled("Won't do (replaced by #12)") // true
 */
export function saysCancelled(status: string, languages: readonly Language[] = allLanguages): boolean {
  const { cancelled } = lexiconOf(languages);
  const [head = ''] = status.slice(0, 200).split(/(?:(?<!\s)\s+)?[(（,;:：—–/]\s*/, 1);
  return cancelled.has(fold(status.slice(0, 200))) || cancelled.has(fold(head));
}
