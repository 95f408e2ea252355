import type { Change } from '@debrief/core';
import type { Store } from '../src/store/store.ts';

/** Asks the server as one person; the path stands below `/api/v1`. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface Writing {
  readonly writers: readonly Ask[];
  /** Ids of documents made of {@link startOf}; writers are shared out over them. */
  readonly documents: readonly string[];
  readonly edits: number;
}

export interface Written {
  /** The words of each edit that was acknowledged, by document. */
  readonly acknowledged: ReadonlyMap<string, readonly string[]>;
  /** How often a whole text met another's work and was made anew. */
  readonly conflicts: number;
}

interface Shown {
  readonly revision: number;
  readonly text: string;
}

/** A document in which each writer has a line of their own. */
export function startOf(writers: number): string {
  const lines = Array.from({ length: writers }, (_, writer) => `Notes of writer ${writer}.`);
  return `# Kite feed stood still\n\n**Severity:** SEV2\n**Date:** 2026-05-01\n\n## Timeline\n\n- 10:02 the feed stops\n\n## Background\n\n${lines.join('\n\n')}\n\n## Action items\n\n- [ ] Add an alert\n`;
}

/**
 * Everybody writes at once: every other edit is a typed change, the rest are whole texts, made anew on a conflict until
 * they are kept.
 */
export async function manyWriters({ writers, documents, edits }: Writing): Promise<Written> {
  const acknowledged = new Map<string, string[]>(documents.map((id) => [id, []]));
  let conflicts = 0;
  await Promise.all(
    writers.map(async (ask, writer) => {
      const id = documents[writer % documents.length] ?? '';
      let seen = await shown(ask, id);
      for (let edit = 0; edit < edits; edit += 1) {
        const words = `words-${writer}-${edit}`;
        if (edit % 2 === 0) await addEvent(ask, { id, base: seen.revision, words, edit });
        else conflicts += await writeText(ask, { id, seen, words, writer });
        acknowledged.get(id)?.push(words);
        // Some go on from what they have seen long ago.
        if (edit % 3 === 0) seen = await shown(ask, id);
      }
    }),
  );
  return { acknowledged, conflicts };
}

async function addEvent(
  ask: Ask,
  {
    id,
    base,
    words,
    edit,
  }: { readonly id: string; readonly base: number; readonly words: string; readonly edit: number },
): Promise<void> {
  const at = `10:${String(10 + edit).padStart(2, '0')}`;
  const change: Change = { kind: 'addEvent', event: { at, text: words } };
  const answer = await ask('PATCH', `/postmortems/${id}`, { base, edit: { kind: 'change', change }, reason: words });
  if (answer.status !== 200) throw new Error(`${words}: ${JSON.stringify(answer.body)}`);
}

/** Writes at the end of the writer's own line. */
async function writeText(
  ask: Ask,
  {
    id,
    seen,
    words,
    writer,
  }: { readonly id: string; readonly seen: Shown; readonly words: string; readonly writer: number },
): Promise<number> {
  let newest = seen;
  for (let conflicts = 0; ; conflicts += 1) {
    const line = `Notes of writer ${writer}.`;
    const text = newest.text.replace(line, `${line} ${words}.`);
    const edit = { kind: 'text', text };
    const answer = await ask('PATCH', `/postmortems/${id}`, { base: newest.revision, edit, reason: words });
    if (answer.status === 200) return conflicts;
    if (answer.status !== 409) throw new Error(`${words}: ${JSON.stringify(answer.body)}`);
    newest = await shown(ask, id);
  }
}

async function shown(ask: Ask, id: string): Promise<Shown> {
  const { status, body } = await ask('GET', `/postmortems/${id}?revision=newest`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Shown;
}

/** Where the history of a document is not exactly the edits that were acknowledged; empty where it is. */
export async function historyFaults(
  store: Store,
  { acknowledged }: Pick<Written, 'acknowledged'>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [id, words] of acknowledged) {
    const rows = await store.read
      .selectFrom('revisions')
      .innerJoin('texts', 'texts.hash', 'revisions.textHash')
      .select(['revisions.number', 'revisions.reason', 'revisions.base', 'texts.text'])
      .where('revisions.postmortem', '=', id)
      .orderBy('revisions.number')
      .execute();
    const reasons = rows.slice(1).map(({ reason }) => reason);
    if (reasons.toSorted().join() !== [...words].toSorted().join())
      faults.push(`${id}: ${reasons.length} edits in the history, ${words.length} acknowledged`);
    if (rows.some(({ number, base }, index) => number !== index + 1 || base !== (index === 0 ? null : index)))
      faults.push(`${id}: the numbers have gaps`);
    const newest = new Set(rows.at(-1)?.text?.match(/words-\d+-\d+/g));
    const lost = words.filter((each) => !newest.has(each));
    if (lost.length > 0) faults.push(`${id}: ${lost.length} edits are not in the newest text, such as ${lost[0]}`);
    const all = rows.at(-1)?.text?.match(/words-\d+-\d+/g)?.length ?? 0;
    if (all !== words.length) faults.push(`${id}: ${all} edits in the text for ${words.length}`);
  }
  return faults;
}
