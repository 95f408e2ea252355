const WINDOW =
  /\b(?:over|during|in|for|per|of|within)\s(?:the\s)?(?:(?:last|past|whole|same|rolling|calendar)\s)?(?:\d{1,4}[ -]?(?:d|days?|weeks?|months?|hours?|h|min(?:utes?)?)\b|day|week|month|quarter|year|january|february|march|april|may|june|july|august|september|october|november|december)|\b(?:daily|weekly|monthly|quarterly|yearly|rolling|\d{1,3}-?day)\b|\b20\d\d-(?:\d\d|Q[1-4])\b/iu;

/**
 * The stretch that a text says its numbers are about, or null. Reads 600 characters.
 *
 * @example toldWindow('98.2% over 30 days') // 'over 30 days'
 */
export function toldWindow(text: string): string | null {
  return WINDOW.exec(text.slice(0, 600))?.[0] ?? null;
}
