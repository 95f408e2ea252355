/** What is wrong with a link of a chain. */
export type BreakReason =
  /** A number is missing before it, or it stands in the wrong place. */
  | 'gap'
  /** It names another link before it than the one that is there. */
  | 'previous'
  /** It does not say what it said when it was written. */
  | 'content'
  /** The text is not the one that was kept. */
  | 'text'
  /** The text is gone without having been purged. */
  | 'no-text'
  /** The chain ends before a link that is known to have been there. */
  | 'truncated'
  /** The chain at a link is not the one that was known. */
  | 'replaced';

/** The first place at which a chain does not hold. */
export interface ChainBreak {
  readonly chain: 'audit' | 'revisions';
  /** The document; null in the audit, which is one chain. */
  readonly postmortem: string | null;
  /** The sequence of the entry, or the number of the revision. */
  readonly position: number;
  readonly reason: BreakReason;
}

const WORDS: Readonly<Record<BreakReason, string>> = {
  gap: 'the one before it is missing',
  previous: 'it does not follow the one before it',
  content: 'it was changed after it was written',
  text: 'its text was changed after it was written',
  'no-text': 'its text is missing',
  truncated: 'it is missing, with all behind it',
  replaced: 'it is not the one that was known',
};

/** @example breakSentence({ chain: 'audit', postmortem: null, position: 7, reason: 'content' }) // 'Audit entry 7: it was changed …' */
export function breakSentence({ postmortem, position, reason }: ChainBreak): string {
  const subject = postmortem === null ? `Audit entry ${position}` : `Revision ${position} of ${postmortem}`;
  return `${subject}: ${WORDS[reason]}.`;
}
