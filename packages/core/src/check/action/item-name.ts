import { quoted } from '../consistent/quoted.ts';
import type { TrackedItem } from './tracked-items.ts';

/** What a message calls an item: its own id, else its words. */
export function itemName({ id, text }: TrackedItem): string {
  return id.state === 'known' && id.value.length <= 30 ? id.value : quoted(text.value);
}
