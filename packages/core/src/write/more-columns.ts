import type { DraftAction, DraftEvent, Markdown } from './content.ts';

export function withMoreColumns(text: string, _content: { readonly timeline: readonly DraftEvent[]; readonly actions: readonly DraftAction[] }): Markdown {
  return text;
}
