import type { Corpus } from '../corpus/corpus.ts';
import { commonmark, debriefBlocks, markdownIt } from '../parsers.ts';
import { speedTable } from './speeds.ts';

export function blockPass(corpus: Corpus): string {
  return speedTable(corpus, debriefBlocks, { 'markdown-it': markdownIt, commonmark });
}
