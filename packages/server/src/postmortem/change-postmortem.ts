import type { Transaction } from 'kysely';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { authorize } from '../policies/policy.ts';
import { postmortemPolicy } from '../policies/postmortem.ts';
import { Problem } from '../problem.ts';
import { askForSecrets } from '../secret/ask-for-secrets.ts';
import type { House } from '../settings/house.ts';
import type { RevisionLine, Tables } from '../store/tables.ts';
import { type Edit, editedText, ownText } from './edited-text.ts';
import { findPostmortem, findRevision, type PostmortemAt, type RevisionAt, shownRevision } from './find-postmortem.ts';
import { type KeptRevision, keepRevision, substanceIn } from './keep-revision.ts';
import { assertKeepable } from './keepable.ts';

export type { Edit } from './edited-text.ts';

export interface PostmortemChange {
  readonly id: string;
  /** The number of the revision that the editor saw. */
  readonly base: number;
  readonly edit: Edit;
  readonly reason: string;
  /** Whether what looks like a credential may stay. */
  readonly acceptSecrets?: boolean;
  /** Says no where the post-mortem is not any more as it was seen; asked where nobody can come between. */
  readonly precondition?:
    | ((seen: { readonly postmortem: PostmortemAt; readonly revision: RevisionAt }) => void)
    | undefined;
}

/** The number is that of the new revision, or of the newest where nothing differs. */
export type ChangedPostmortem = KeptRevision;

/**
 * The one door for writes. An edit of an older text is brought to the newest one; what touches another's work is
 * answered with both texts. What was sent twice is kept once, apart from typed changes, for which requests have
 * idempotency keys. Answered once it is durable.
 *
 * @throws Problem `conflict`, `change-refused`, `secret-found`, `invalid-request`, `too-large`, `not-in-this-state`,
 *   `not-found`, `not-allowed`
 */
export async function changePostmortem(context: Context, input: PostmortemChange): Promise<ChangedPostmortem> {
  authorize(context.actor, postmortemPolicy.change);
  const house = await context.house();
  return context.store.write((transaction) => changeIn(transaction, context, house, input));
}

/** As {@link changePostmortem}, within a write that does more. */
export async function changeIn(
  transaction: Transaction<Tables>,
  context: Context,
  house: House,
  input: PostmortemChange,
): Promise<ChangedPostmortem> {
  const { id, base, edit } = input;
  const found = await findPostmortem(transaction, id);
  if (found.state === 'dismissed' || found.state === 'merged' || found.state === 'archived')
    throw new Problem('not-in-this-state', `This post-mortem is ${found.state} and is not written on any more.`);
  const baseRevision = await findRevision(transaction, id, base);
  const line = baseRevision.line === 'correction' && found.correction === null ? 'main' : baseRevision.line;
  const newest = await newestOf(transaction, found, line);
  if (await isResent(transaction, context, { id, base: baseRevision, edit })) return keptAt(id, newest);
  input.precondition?.({ postmortem: found, revision: newest });
  const asked = { ...input, found, baseRevision };
  const next = nextText(asked, newest, house);
  if (next === null) return keptAt(id, newest);
  if (line === 'correction' || found.published === null || next.substanceHash === newest.substanceHash)
    return keepRevision(transaction, context, house, { ...next, line, authors: [context.actor.id] });
  // A published text keeps its words: an edit of its substance goes on in a correction, beside what readers see.
  const draft = found.correction === null ? newest : await newestOf(transaction, found, 'correction');
  const correction = found.correction === null ? next : nextText(asked, draft, house);
  if (correction === null) return keptAt(id, draft);
  return keepRevision(transaction, context, house, {
    ...correction,
    line: 'correction',
    authors: [context.actor.id],
  });
}

interface Asked extends PostmortemChange {
  readonly found: PostmortemAt;
  readonly baseRevision: RevisionAt;
}

/** The newest text with the edit in it, looked through for credentials and read; null where nothing differs. */
function nextText(
  { found, baseRevision, edit, reason, acceptSecrets = false }: Asked,
  newest: RevisionAt,
  house: House,
) {
  const options = { fileName: found.fileName, languages: house.languages };
  const { text, splices } = editedText(edit, baseRevision, newest, options);
  if (text === newest.text) return null;
  assertKeepable(text);
  const acceptedSecrets = askForSecrets(newest.text, splices, text, acceptSecrets);
  return { found, newest, text, splices, reason, acceptedSecrets, ...substanceIn(text, found, house) };
}

async function newestOf(
  transaction: Transaction<Tables>,
  { id, head, published, correction }: PostmortemAt,
  line: RevisionLine,
): Promise<RevisionAt> {
  return findRevision(
    transaction,
    id,
    line === 'correction' ? (correction ?? head) : shownRevision({ published, head }),
  );
}

/** Whether this very edit of the same base was kept before: its answer may have been lost on the way. */
async function isResent(
  transaction: Transaction<Tables>,
  { actor }: Context,
  { id, base, edit }: { readonly id: string; readonly base: RevisionAt; readonly edit: Edit },
): Promise<boolean> {
  const text = ownText(edit, base.text);
  if (text === null || text === base.text) return false;
  const kept = await transaction
    .selectFrom('revisions')
    .select('authors')
    .where('postmortem', '=', id)
    .where('base', '=', base.number)
    .where('textHash', '=', sha256(text))
    .execute();
  return kept.some(({ authors }) => (JSON.parse(authors) as readonly string[]).includes(actor.id));
}

function keptAt(id: string, { number, line, text, textHash }: RevisionAt): ChangedPostmortem {
  return { id, revision: number, line, text, textHash };
}
