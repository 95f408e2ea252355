import path from 'node:path';
import { type ActionItem, knownOf, type Language, read, saysCancelled, valueOf, writtenDay } from '@debrief/core/read';
import type { ListedAction } from './actions-text.ts';
import type { FoundFile, Problem } from './find-files.ts';
import { loadText } from './load-text.ts';

export interface FileActions {
  readonly actions: readonly ListedAction[];
  readonly problems: readonly Problem[];
}

/**
 * The action items of some files, in the order of their text.
 *
 * @param today `YYYY-MM-DD`, the day after which an open item is overdue
 */
export function actionsOfFiles(
  files: readonly FoundFile[],
  { languages, today }: { readonly languages: readonly Language[]; readonly today: string },
): FileActions {
  const actions: ListedAction[] = [];
  const problems: Problem[] = [];
  for (const { name, file } of files) {
    const loaded = loadText(file);
    if (loaded.problem !== undefined) {
      problems.push({ name, message: loaded.problem });
      continue;
    }
    const { postmortem } = read(loaded.text, { fileName: path.basename(name), languages });
    const listed = postmortem.actionItems.filter(({ list }) => list === 'actionItems');
    for (const item of listed.length > 0 ? listed : postmortem.actionItems) {
      if (item.text.state !== 'known') continue;
      actions.push({
        ...listedAction(item, languages, today),
        document: valueOf(postmortem.title) ?? name,
        file: name,
      });
    }
  }
  return { actions, problems };
}

function listedAction(item: ActionItem, languages: readonly Language[], today: string) {
  const due = valueOf(item.due);
  const dueDay = due === null ? null : writtenDay(due, languages);
  const state = stateOf(item, languages);
  return {
    id: valueOf(item.id),
    text: valueOf(item.text) ?? '',
    owners: knownOf(item.owners).map(({ value }) => value),
    due,
    dueDay,
    isOverdue: (state === 'open' || state === 'unknown') && dueDay !== null && dueDay < today,
    priority: valueOf(item.priority),
    state,
    ticket: valueOf(item.ticket),
  };
}

function stateOf({ done, status }: ActionItem, languages: readonly Language[]): ListedAction['state'] {
  const written = valueOf(status);
  if (written !== null && saysCancelled(written, languages)) return 'cancelled';
  const isDone = valueOf(done);
  return isDone === null ? 'unknown' : isDone ? 'done' : 'open';
}
