import { covering } from '../covering.ts';
import type { Checked } from '../rule.ts';
import { isIn, type Sentence, sentencesOf } from './sentences.ts';
import { plans } from './sections.ts';
import { offsetIn, type SectionName } from '../../model/index.ts';

const KNOWN = new WeakMap<Checked, readonly Sentence[]>();
const ITEMS: ReadonlySet<SectionName> = new Set<SectionName>(['actionItems', 'prevention']);

/**
 * The first sentence of each action item that is not done, and of each paragraph that stands where action items do. Cells
 * and labels of an item that hold something else, such as its owner, are left out.
 */
export function actionsOf(document: Checked): readonly Sentence[] {
  let actions = KNOWN.get(document);
  if (actions === undefined) {
    const starts = new Map<number, number>();
    for (const { text, done } of document.reading.postmortem.actionItems) {
      const [place] = text.places;
      const isOpen = done.state !== 'known' || !done.value;
      if (text.state === 'known' && place !== undefined && isOpen) starts.set(place.from, place.to);
    }
    const isCovered = covering([...starts].map(([from, to]) => ({ from, to })));
    actions = sentencesOf(document).filter((sentence) => isAction(sentence, starts, isCovered));
    KNOWN.set(document, actions);
  }
  return actions;
}

function isAction(
  sentence: Sentence,
  starts: ReadonlyMap<number, number>,
  isCovered: ReturnType<typeof covering>,
): boolean {
  const { block, at } = sentence;
  const from = offsetIn(block, at);
  if (isCovered({ from, to: from + 1 })) return at === 0 || starts.has(from);
  return (
    starts.size === 0 &&
    at === 0 &&
    block.kind !== 'cell' &&
    block.kind !== 'value' &&
    isIn(sentence, plans) &&
    isIn(sentence, ITEMS)
  );
}

/** The words of an action without owner, date and ticket behind it, and what stands in front as a number or a box. */
export function core(lower: string): string {
  return lower
    .replace(/^(?:[\d.)\s\-–—:*]|ai-\d+|action item|action|todo)+/, '')
    .replace(
      /(?<!\s)\s*[([](?:[^()[\]]{0,40}\b)?(?:owners?|due|by|assignee|assigned|deadline|eta|priority|p\d)\b[^()[\]]{0,200}[)\]]/g,
      '',
    )
    .replace(/(?<!\s)\s+(?:[-–—]+|\|)\s+(?:owners?|due|assignee|@).*$/, '')
    .trim();
}
