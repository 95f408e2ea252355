import type { Field } from '../../model/index.ts';

/** The values of all known fields anywhere in a part of the model, in its order. */
export function knownTexts(part: unknown): readonly string[] {
  const texts: string[] = [];
  gather(part, texts);
  return texts;
}

function gather(part: unknown, texts: string[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (isField(part)) {
    if (part.state === 'known' && typeof part.value === 'string') texts.push(part.value);
    return;
  }
  for (const inner of Object.values(part)) gather(inner, texts);
}

/** Whether a part of the model is a field. */
export function isField(part: object): part is Field<unknown> {
  return 'state' in part && 'places' in part;
}
