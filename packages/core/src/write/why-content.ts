import type { Place, Why } from '../model/index.ts';
import type { Anatomy, Block } from '../read/index.ts';
import type { DraftWhy } from './content.ts';
import type { Gathered } from './gathered.ts';
import { hasResidue } from './residue.ts';
import { markdownOf } from './timeline-content.ts';

/** The chain of whys for another template; null where its list holds more than questions with their answers. */
export function whyContent(anatomy: Anatomy): Gathered<DraftWhy> | null {
  const { reading, outline } = anatomy;
  const { whys } = reading.postmortem.causes;
  const list = whys.flatMap(({ question, answer }) => {
    const [asked, said] = [markdownOf(anatomy, question), markdownOf(anatomy, answer)];
    return asked === null || said === null ? [] : [{ question: asked.replace(/^\*\*(.*)\*\*$/s, '$1'), answer: said }];
  });
  if (list.length === 0 || list.length < whys.length) return null;
  const places = whys.map(placesOf);
  const blocks = outline.bodies
    .flat()
    .filter((block) => places.flat().some(({ from }) => from >= block.from && from < block.to));
  const isWhole = blocks.every((block) => block.kind === 'list' && !hasResidue(anatomy, block, places));
  return isWhole ? { list, blocks: new Set<Block>(blocks) } : null;
}

function placesOf({ question, answer }: Why): readonly Place[] {
  return [...question.places, ...answer.places];
}
