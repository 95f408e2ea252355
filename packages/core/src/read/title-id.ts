const TITLE_ID =
  /^\[?((?:[A-Z]{2,12}[-_ ]?)?(?:PM|INC|INCIDENT|IR|OUTAGE|POSTMORTEM|RCA|SEV|IM|OPS|SRE)[-_]?#?\d[\w-]{0,40}|[A-Z]{2,10}-\d{2,4}(?:-\d{1,6})*)\s*(?:[\]:：—–|.]|-\s|$)/;
const BEHIND_GENRE = /^\[?((?:INC|PM|IR|OUTAGE|SEV)-\d[\w-]{0,40})/i;
const WITH_GENRE =
  /^(?:post-?mortem|incident(?: report)?)\s*(?:[:—–#-]\s*)?\[?((?:INC|PM|IR|OUTAGE|SEV)-\d[\w-]{0,40})/i;
const IN_NAME = /(?:^|[^A-Za-z])((?:INC|PM|INCIDENT|IR)-?\d[\d-]*\d|(?:inc|pm)-?\d{3,}[\d-]*)/;

/**
 * The id with which a title begins, or null.
 *
 * @param isBehindGenre whether `Post-mortem:` or the like stands before it
 * @example idInTitle('INC-7: Lift stuck', false) // 'INC-7'
 */
export function idInTitle(title: string, isBehindGenre: boolean): string | null {
  const match = TITLE_ID.exec(title) ?? (isBehindGenre ? BEHIND_GENRE.exec(title) : null) ?? WITH_GENRE.exec(title);
  return match?.[1]?.trim() ?? null;
}

/**
 * An id in the name of a file, or null.
 *
 * @example idInFileName('2026-inc-0042-lift.md') // 'inc-0042-'
 */
export function idInFileName(name: string): string | null {
  return IN_NAME.exec(name.replace(/\.[^.]*$/, ''))?.[1] ?? null;
}
