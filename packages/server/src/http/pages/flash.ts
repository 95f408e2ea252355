import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** What a page says once about what was just done. The cookie holds the name alone, so nobody can put words into it. */
const SENTENCES = {
  created: 'It is kept. Write on whenever you like.',
  saved: 'Saved as a new revision.',
  'saved-correction': 'Saved as a correction. Readers keep the published text until the correction is published.',
  unchanged: 'Nothing was changed, so nothing was saved.',
  asked: 'The review is asked for.',
  approved: 'You approved this text.',
  withdrawn: 'Your approval is taken back.',
  published: 'It is published.',
  'correction-published': 'The correction is published.',
  discarded: 'The correction is put away. It stays in the history.',
  dismissed: 'It is dismissed and counts in no figure.',
  merged: 'It is merged. Only the other one counts from now on.',
  archived: 'It is archived.',
  reopened: 'It is open again.',
  restored: 'The old text is back, as a new revision.',
  commented: 'Your comment is there.',
  resolved: 'The comment is settled.',
  ticked: 'The action item is changed in its document.',
  'settings-saved': 'The settings hold from now on.',
  'person-changed': 'The account is changed.',
  revoked: 'It does not work any more.',
  'password-changed': 'The password is changed, and other sessions are over.',
  'signed-out': 'You are signed out.',
} as const;

export type FlashName = keyof typeof SENTENCES;

const COOKIE = 'debrief-said';

/** Lets the next page say what was done. */
export function flash(c: Context, name: FlashName): void {
  setCookie(c, COOKIE, name, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 30 });
}

/** What was just done, said once; null where nothing was. */
export function takeFlash(c: Context): string | null {
  const name = getCookie(c, COOKIE);
  if (name === undefined) return null;
  setCookie(c, COOKIE, '', { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 0 });
  return Object.hasOwn(SENTENCES, name) ? SENTENCES[name as FlashName] : null;
}
