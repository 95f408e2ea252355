import { type Corpus, sampleOf } from '../corpus/corpus.ts';
import { debriefRead, markdownIt, remark } from '../parsers.ts';
import { speedTable } from './speeds.ts';

export function fullReading(corpus: Corpus): string {
  // unified is so slow that a whole corpus would take minutes for each round.
  const sample = sampleOf(corpus, 100);
  return [
    speedTable(corpus, debriefRead, { 'markdown-it': markdownIt }),
    speedTable(sample, debriefRead, { 'unified, remark-parse, remark-gfm': remark }, 2),
  ].join('\n\n');
}
