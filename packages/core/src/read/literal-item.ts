import { absent, type ActionItem, type Place } from '../model/index.ts';
import { type Context, textField } from './context.ts';
import { nameOf } from './labels.ts';

const PAIR = /['"]([A-Za-z_ ]{1,30})['"]\s*:\s*(?:'((?:[^'\\]|\\.){0,2000})'|"((?:[^"\\]|\\.){0,2000})")/g;

/**
 * An action item that a program printed as an object (`{'action': 'Raise the limit', 'owner': 'Data'}`), in JSON or
 * Python notation. Null where the words are no such object or hold no action.
 */
export function literalItem(
  context: Context,
  place: Place,
): Pick<ActionItem, 'text' | 'owners' | 'due' | 'priority' | 'ticket'> | null {
  if (context.flat[place.from] !== '{') return null;
  const found = new Map<string, Place>();
  for (const match of context.flat.slice(place.from, place.to).matchAll(PAIR)) {
    const value = match[2] ?? match[3] ?? '';
    const from = place.from + match.index + match[0].length - 1 - value.length;
    for (const name of nameOf(context, (match[1] ?? '').replaceAll('_', ' '))) {
      if (!found.has(name)) found.set(name, { from, to: from + value.length });
    }
  }
  const action = found.get('action') ?? found.get('title');
  if (action === undefined) return null;
  const owner = found.get('owner');
  return {
    text: textField(context, action),
    owners: owner === undefined ? [] : [textField(context, owner)],
    due: textField(context, found.get('due')),
    priority: textField(context, found.get('priority')),
    ticket: found.has('ticket')
      ? textField(context, found.get('ticket'))
      : found.has('incidentId')
        ? textField(context, found.get('incidentId'))
        : absent,
  };
}
