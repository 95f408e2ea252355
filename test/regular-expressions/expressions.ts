import { parseSync, Visitor } from 'oxc-parser';
import { find, readText } from '../repository.ts';

/** A regular expression and the file whose text it is in. */
export interface Expression {
  readonly file: string;
  readonly expression: RegExp;
}

/** Every regular expression that is written as such in the code of the product. */
export function writtenExpressions(): readonly Expression[] {
  return find('packages/*/src/**/*.ts').flatMap((file) => expressionsIn(file));
}

function expressionsIn(file: string): readonly Expression[] {
  const found = new Map<string, Expression>();
  const { program, errors } = parseSync(file, readText(file));
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern, flags } = node.regex;
      found.set(`/${pattern}/${flags}`, { file, expression: new RegExp(pattern, flags) });
    },
  }).visit(program);
  return [...found.values()];
}

/** Every regular expression that the product puts together from parts while it works. */
export async function builtExpressions(work: () => Promise<void>): Promise<readonly Expression[]> {
  const found = new Map<string, Expression>();
  const Original = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const file = /packages\/[a-z]+\/src\/[\w/-]+\.ts/.exec(new Error('where').stack ?? '')?.[0];
    if (file !== undefined) found.set(String(expression), { file, expression });
    return expression;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [pattern, flags]: [string, string?]) => note(new target(pattern, flags)),
    apply: (target, _this, [pattern, flags]: [string, string?]) => note(target(pattern, flags)),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Original;
  }
  return [...found.values()];
}
