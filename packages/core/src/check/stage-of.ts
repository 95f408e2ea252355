import { fold } from '../model/fold.ts';
import { type Reading, type StageName, valueOf } from '../model/index.ts';

/** Words with which a document's status begins, folded, in the languages that are read. */
const WORDS: Readonly<Record<Exclude<StageName, 'draft'>, readonly string[]>> = {
  review: [
    'in review',
    'under review',
    'for review',
    'ready for review',
    'awaiting review',
    'pending review',
    'review',
    'reviewing',
    'en revision',
    'en relecture',
    'in prufung',
    'em revisao',
    'til gjennomgang',
    'レビュー',
    'レビュー中',
    '審査',
    '審査中',
    '审核中',
    '审查中',
  ],
  published: [
    'published',
    'final',
    'finalized',
    'finalised',
    'approved',
    'reviewed',
    'archived',
    'publicado',
    'publicada',
    'publie',
    'publiee',
    'veroffentlicht',
    'publisert',
    '已发布',
    '公開',
    '公開済み',
  ],
};

const STAGES = ['review', 'published'] as const;

/**
 * How far a post-mortem has come, by the words of its document status; a draft where it has none, or says something else.
 * The status of the incident (`Resolved`) tells nothing about the document.
 *
 * @example stageOf(read('# Lift stuck\n\n**Status:** In review\n')) // 'review'
 */
export function stageOf({ postmortem }: Pick<Reading, 'postmortem'>): StageName {
  const status = fold(valueOf(postmortem.status.document)?.slice(0, 120) ?? '');
  return (
    STAGES.find((stage) => WORDS[stage].some((word) => status === word || status.startsWith(`${word} `))) ?? 'draft'
  );
}
