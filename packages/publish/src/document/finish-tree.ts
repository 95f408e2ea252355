import { addressOf } from './safe-address.ts';
import { markedText, type Mark } from './place-marks.ts';
import { changeTree, element, textNode, type TreeNode, wordsOf } from './tree.ts';

export interface DocumentHeading {
  readonly id: string;
  /** As deep as in the text, from 1. */
  readonly level: number;
  readonly words: string;
}

export interface FinishOptions {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly idPrefix: string;
  /** How many headings of the page stand above; levels that a text leaves out are closed up. */
  readonly lowerBy: number;
  /** Where a file beside the document is found; null where it is not there. */
  readonly fileAddress: (path: string) => string | null;
}

/** Makes of safe HTML what the page shows: addresses, names of headings, tables, boxes, marks. */
export function finishTree(root: TreeNode, options: FinishOptions): readonly DocumentHeading[] {
  const headings = nameHeadings(root, options);
  const ids = new Set(headings.map(({ id }) => id));
  const given = new Set<string>();
  changeTree(root, (node, parent) => {
    if (node.type === 'text') return textIn(node, parent, options, given);
    const finish = node.tagName === undefined ? undefined : finishers[node.tagName];
    if (finish !== undefined) return finish(node, options, ids);
    return undefined;
  });
  return headings;
}

type Finisher = (node: TreeNode, options: FinishOptions, ids: ReadonlySet<string>) => readonly TreeNode[] | undefined;

const finishers: Readonly<Record<string, Finisher>> = {
  p: labelsOnLines,
  a: finishLink,
  img: finishPicture,
  table: (node) => [scrolling('Table', [node])],
  pre: (node) => [scrolling('Code', [node])],
  input: ({ properties }) => {
    const isChecked = properties?.['checked'] === true;
    const label = isChecked ? 'Done' : 'Not done';
    return [element('input', { type: 'checkbox', disabled: true, checked: isChecked, ariaLabel: label }, [])];
  },
  section: (node) => {
    if (node.properties?.['dataFootnotes'] === undefined) return undefined;
    node.properties = { className: ['footnotes'] };
    return undefined;
  },
  th: alignedCell,
  td: alignedCell,
};

/** Lines that begin with a label in bold stay lines, as whoever wrote them one below the other meant them. */
function labelsOnLines(node: TreeNode): undefined {
  const children = node.children ?? [];
  node.children = children.flatMap((child, index) => {
    const before = children[index - 1]?.value;
    const isLabel = child.tagName === 'strong' && /:\s*$/.test(wordsOf(child).slice(-4));
    const goesOn = /^\s*:/.test(children[index + 1]?.value?.slice(0, 8) ?? '');
    return (isLabel || (goesOn && child.tagName === 'strong')) && before?.endsWith('\n') === true
      ? [element('br', {}, []), child]
      : [child];
  });
}

/** The class does what the attribute would, which no longer is one. */
function alignedCell(node: TreeNode): undefined {
  const align = node.properties?.['align'];
  node.properties = typeof align === 'string' && align !== 'left' ? { className: [`to-${align}`] } : {};
  if (node.tagName === 'th') node.properties['scope'] = 'col';
}

function scrolling(label: string, children: TreeNode[]): TreeNode {
  return element('div', { className: ['scroll'], role: 'region', ariaLabel: label, tabIndex: 0 }, children);
}

function nameHeadings(root: TreeNode, { idPrefix, lowerBy }: FinishOptions): readonly DocumentHeading[] {
  const headings: DocumentHeading[] = [];
  const taken = new Map<string, number>();
  const above: number[] = [];
  changeTree(root, (node) => {
    const level = Number(/^h([1-6])$/.exec(node.tagName ?? '')?.[1] ?? 0);
    if (level === 0) return undefined;
    const words = wordsOf(node).trim();
    if (words === '') return [];
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    const slug = slugOf(words);
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    const id = `${idPrefix}${slug}${count === 0 ? '' : `-${count}`}`;
    headings.push({ id, level, words });
    node.tagName = `h${Math.min(6, above.length + lowerBy)}`;
    node.properties = { id };
    return undefined;
  });
  return headings;
}

/** As the usual sites name headings, so that links within a text go on working. */
function slugOf(words: string): string {
  return (
    words
      .slice(0, 200)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-') || 'section'
  );
}

function finishLink(node: TreeNode, { idPrefix, fileAddress }: FinishOptions): readonly TreeNode[] | undefined {
  const { href, id, dataFootnoteRef, ariaLabel } = node.properties ?? {};
  const address = typeof href === 'string' ? addressOf(href) : ({ kind: 'refused' } as const);
  const target =
    address.kind === 'web'
      ? address.href
      : address.kind === 'fragment'
        ? `#${idPrefix}${address.name}`
        : address.kind === 'file'
          ? fileAddress(address.path)
          : null;
  if (target === null) return node.children ?? [];
  node.properties = {
    href: target,
    ...(address.kind === 'web' && { rel: ['noopener', 'noreferrer', 'nofollow'] }),
    ...(typeof id === 'string' && { id: `${idPrefix}${id}` }),
    ...(dataFootnoteRef !== undefined && { className: ['footnote'] }),
    ...(typeof ariaLabel === 'string' && { ariaLabel }),
  };
  return undefined;
}

/** A picture of this place is shown; one from elsewhere would tell others who reads, so it is a link. */
function finishPicture({ properties }: TreeNode, { fileAddress }: FinishOptions): readonly TreeNode[] {
  const { src, alt } = properties ?? {};
  const words = typeof alt === 'string' ? alt : '';
  const address = typeof src === 'string' ? addressOf(src) : ({ kind: 'refused' } as const);
  const own = address.kind === 'file' ? fileAddress(address.path) : null;
  if (own !== null) return [element('img', { src: own, alt: words, loading: 'lazy' }, [])];
  const label = textNode(`Picture: ${words === '' ? 'without words' : words}`);
  if (address.kind !== 'web')
    return [element('span', { className: ['no-picture'] }, [label, textNode(' (not kept here)')])];
  return [element('a', { href: address.href, rel: ['noopener', 'noreferrer', 'nofollow'] }, [label])];
}

/** Marks that turn the direction of what follows are shown by their number. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

function textIn(
  node: TreeNode,
  parent: TreeNode,
  { text, marks }: FinishOptions,
  given: Set<string>,
): readonly TreeNode[] | undefined {
  const pieces = parent.tagName === 'code' ? undefined : markedText(node, text, marks, given);
  for (const piece of pieces ?? [node]) shownPlainly(piece);
  return pieces;
}

function shownPlainly(node: TreeNode): void {
  if (node.value !== undefined)
    node.value = node.value
      .replace(TURNING, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`)
      .replace(/\0/g, '\ufffd')
      .toWellFormed();
  node.children?.forEach(shownPlainly);
}
