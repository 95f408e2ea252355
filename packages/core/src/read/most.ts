import type { Place } from '../model/index.ts';
import type { Context } from './context.ts';

/** So many of a kind no person wrote about one incident. What comes after is left out of the model, and reported. */
const MOST = 20_000;

/** Whether a list may still grow; the first that may not is reported with its place. */
export function hasRoom(context: Context, list: readonly unknown[], what: string, place: Place): boolean {
  if (list.length < MOST) return true;
  if (list.length === MOST) {
    const message = `There are more than ${MOST} ${what} in this document; from here on they are not listed. Split the file to have all of them.`;
    context.report({ code: 'too-many', message, place: { from: place.from, to: Math.min(place.to, place.from + 80) } });
  }
  return false;
}
