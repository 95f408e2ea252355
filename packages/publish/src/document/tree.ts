/** A node of a Markdown or HTML tree, as far as this room looks at it. */
export interface TreeNode {
  type: string;
  tagName?: string;
  value?: string;
  depth?: number;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
  position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

export function element(tagName: string, properties: Record<string, unknown>, children: TreeNode[]): TreeNode {
  return { type: 'element', tagName, properties, children };
}

export function textNode(value: string): TreeNode {
  return { type: 'text', value };
}

/**
 * Puts what `change` answers in the place of each node, from the leaves up; the node itself where it answers nothing.
 *
 * @throws RangeError where the tree is deeper than the call stack
 */
export function changeTree(
  node: TreeNode,
  change: (node: TreeNode, parent: TreeNode) => readonly TreeNode[] | undefined,
): void {
  if (node.children === undefined) return;
  const changed: TreeNode[] = [];
  for (const child of node.children) {
    changeTree(child, change);
    for (const one of change(child, node) ?? [child]) changed.push(one);
  }
  node.children = changed;
}

/** All the words below a node. */
export function wordsOf(node: TreeNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}
