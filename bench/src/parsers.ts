import { Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { read } from '../../packages/core/src/index.ts';
import { blocksOf } from '../../packages/core/src/read/blocks.ts';
import { frontMatterOf } from '../../packages/core/src/read/front-matter.ts';
import { cutNesting } from '../../packages/core/src/read/nesting.ts';
import { sourceOf } from '../../packages/core/src/read/source.ts';

/** Each answers with a number that it could only know by having done the work. */
export type Parse = (text: string) => number;

export const debriefBlocks: Parse = (text) => {
  const { flat } = cutNesting(sourceOf(text).flat);
  return blocksOf(flat, frontMatterOf(flat).end).blocks.length;
};

export const debriefRead: Parse = (text) => read(text).sections.length;

const markdownItParser = new MarkdownIt();
export const markdownIt: Parse = (text) => markdownItParser.parse(text, {}).length;

const commonmarkParser = new Parser();
export const commonmark: Parse = (text) => (commonmarkParser.parse(text).firstChild === null ? 0 : 1);

const remarkParser = unified().use(remarkParse).use(remarkGfm).freeze();
export const remark: Parse = (text) => remarkParser.parse(text).children.length;
