import { quoted } from '../quoted.ts';
import type { TrackedItem } from './tracked-items.ts';

/** What a message calls an item: its own id, else its words. */
export function itemName({ id, text }: TrackedItem): string {
  const isNamed = id.state === 'known' && id.value.length <= 30 && /\p{L}/u.test(id.value);
  return isNamed ? id.value : quoted(text.value);
}
