import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A text that grows in its middle. */
export interface Pump {
  readonly head: string;
  readonly body: string;
  readonly tail: string;
}

type Flags = 'i' | 'u' | 's' | 'm';

/** What repeats up to here is no loop worth growing. */
const FEW = 12;

/** Characters that a class is tried with, those that texts are full of first. */
const COMMON = Array.from(' a1\n\tA-_.,:*`[]()|#>/"\'=~{@!?é日🪁\0');

/** What nobody's expression expects at the end. */
const MISS = '\0';

/** Texts that are hard on a reader of any kind. */
const ANYWHERE = [' ', '\n', 'a', 'a ', '1', '-', '['];

/**
 * Texts that make an expression look at much before it gives up, made from its own parts: each class and each literal
 * again and again, what comes before a loop and then the loop, with an end that fits and one that does not; nearly all
 * of a match, over and over.
 *
 * @example pumpsOf(/ab*$/) // [{ head: 'a', body: 'b', tail: '\0' }, …]
 */
export function pumpsOf({ source, flags }: RegExp): readonly Pump[] {
  const parser = new RegExpParser();
  const { pattern } = parser.parseLiteral(`/${source}/${flags}`);
  const grown = new Growth(
    Array.from(flags)
      .filter((flag): flag is Flags => 'iusm'.includes(flag))
      .join(''),
  );
  for (const alternative of pattern.alternatives) grown.alternative(alternative, '');
  return grown.pumps();
}

class Growth {
  readonly #flags: string;
  readonly #found = new Map<string, Pump>();

  constructor(flags: string) {
    this.#flags = flags;
    for (const body of ANYWHERE) this.#add('', body, MISS);
  }

  pumps(): readonly Pump[] {
    return [...this.#found.values()];
  }

  /** Walks one way through an expression, with a text that brings the reader to its beginning. */
  alternative({ elements }: AST.Alternative, start: string): string {
    let before = start;
    for (const [at, element] of elements.entries()) {
      const next = elements.slice(at + 1).find((each) => this.#samples(each)[0] !== '');
      this.#element(element, before, next === undefined ? '' : (this.#samples(next)[0] ?? ''));
      before += this.#samples(element)[0] ?? '';
    }
    this.#add('', before, MISS);
    this.#add('', before.slice(0, -1), MISS);
    return before;
  }

  #element(element: AST.Element, before: string, next: string): void {
    if (element.type === 'Quantifier') {
      if (element.max > FEW) this.#loop(element, before, next);
      this.#element(element.element, before, next);
    } else if ('alternatives' in element) {
      for (const alternative of element.alternatives) this.alternative(alternative, before);
    } else if (element.type === 'CharacterClass') {
      for (const sample of this.#samples(element)) this.#add('', sample, MISS);
    }
  }

  #loop({ element }: AST.Quantifier, before: string, next: string): void {
    for (const sample of this.#samples(element)) {
      this.#add(before, sample, MISS);
      this.#add('', before + sample, MISS);
      this.#add(before, sample + next, MISS);
    }
  }

  #add(head: string, body: string, tail: string): void {
    if (body !== '') this.#found.set(JSON.stringify([head, body, tail]), { head, body, tail });
  }

  /** A few of the shortest texts that an element takes; an empty one where it takes no character. */
  #samples(element: AST.Element): readonly string[] {
    switch (element.type) {
      case 'Character':
        return [String.fromCodePoint(element.value)];
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        return this.#characters(element);
      case 'Quantifier': {
        if (element.max === 0) return [''];
        return this.#samples(element.element).map((sample) => sample.repeat(Math.max(1, element.min)));
      }
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives.slice(0, 2).map(({ elements }) => this.#joined(elements));
      default:
        return [''];
    }
  }

  #joined(elements: readonly AST.Element[]): string {
    return elements.map((each) => this.#samples(each)[0] ?? '').join('');
  }

  #characters({ raw }: AST.Node): readonly string[] {
    const member = new RegExp(`^(?:${raw})$`, this.#flags);
    const own = Array.from(raw.replaceAll(/\\[pPu]\{[^}]*\}/g, ''));
    return [...new Set([...COMMON, ...own])].filter((each) => member.test(each)).slice(0, 2);
  }
}
