import { markup, trusted, type Markup } from '../markup.ts';

// Observable Plot draws by the few calls of the DOM that d3-selection makes. This is those calls and no more: whole
// implementations of the DOM bring a parser, selectors and styles that a drawing never asks for.

type DrawingNode = DrawingElement | DrawingText;

class DrawingText {
  readonly ownerDocument: DrawingDocument;
  readonly text: string;

  constructor(ownerDocument: DrawingDocument, text: string) {
    this.ownerDocument = ownerDocument;
    this.text = text;
  }

  toMarkup(): Markup {
    return markup`${this.text}`;
  }
}

class DrawingElement {
  readonly ownerDocument: DrawingDocument;
  readonly tagName: string;
  readonly namespaceURI = 'http://www.w3.org/2000/svg';
  readonly style = { setProperty() {}, removeProperty() {} };
  parentNode: DrawingElement | null = null;
  childNodes: DrawingNode[] = [];
  private readonly attributes = new Map<string, string>();

  constructor(ownerDocument: DrawingDocument, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
  }

  get children(): readonly DrawingElement[] {
    return this.childNodes.filter((child) => child instanceof DrawingElement);
  }

  get firstChild(): DrawingNode | null {
    return this.childNodes[0] ?? null;
  }

  set textContent(text: string) {
    this.childNodes = [new DrawingText(this.ownerDocument, text)];
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild(child: DrawingNode): DrawingNode {
    return this.insertBefore(child, null);
  }

  append(...children: DrawingNode[]): void {
    for (const child of children) this.appendChild(child);
  }

  insertBefore(child: DrawingNode, before: DrawingNode | null): DrawingNode {
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    if (child instanceof DrawingElement) child.parentNode = this;
    return child;
  }

  removeChild(child: DrawingNode): DrawingNode {
    this.childNodes = this.childNodes.filter((other) => other !== child);
    return child;
  }

  querySelector(): null {
    return null;
  }

  querySelectorAll(): readonly DrawingElement[] {
    return [];
  }

  addEventListener(): void {}

  toMarkup(): Markup {
    const attributes = [...this.attributes].flatMap(([name, value]) => attributeMarkup(name, value));
    const children = this.childNodes.filter((child) => !isStyle(child)).map((child) => child.toMarkup());
    const tag = trusted(this.tagName);
    return children.length === 0 ? markup`<${tag}${attributes}/>` : markup`<${tag}${attributes}>${children}</${tag}>`;
  }
}

/** The document that Plot is given where there is no browser. */
export class DrawingDocument {
  readonly documentElement = new DrawingElement(this, 'svg');

  createElementNS(_namespace: string, tagName: string): DrawingElement {
    return new DrawingElement(this, tagName);
  }

  createElement(tagName: string): DrawingElement {
    return new DrawingElement(this, tagName);
  }

  createTextNode(text: string): DrawingText {
    return new DrawingText(this, text);
  }
}

/** The page and the picture bring their own style; one for each figure would only repeat it. */
function isStyle(node: DrawingNode): boolean {
  return node instanceof DrawingElement && node.tagName === 'style';
}

const numeric = new Set([
  'd',
  'transform',
  'cx',
  'cy',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'width',
  'height',
  'r',
  'points',
]);

/** Numbers keep a tenth of a pixel; parts of a picture carry no labels, since a reader hears it as one image. */
function attributeMarkup(name: string, value: string): readonly Markup[] {
  if (name.startsWith('aria-') || name === 'class') return [];
  const written = numeric.has(name)
    ? value.replace(/(?<!\d)\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))))
    : value;
  return [markup` ${trusted(name)}="${written}"`];
}
