import type { Template } from './template.ts';

/** Whether a template has a place for a value of that name: inside a tag, and not as a part of something else. */
export function asksFor({ body }: Pick<Template, 'body'>, name: string): boolean {
  const tags = body.match(/\{[{%][^{}]*\}/g) ?? [];
  const isNamed = new RegExp(`(?<![.\\w])${name}\\b`);
  return tags.some((tag) => isNamed.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, '')));
}
