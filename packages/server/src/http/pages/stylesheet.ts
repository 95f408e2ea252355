import type { Context } from 'hono';
import { sha256 } from '../../hash.ts';
import { styleText } from './style-text.ts';

/** The address of the style sheet changes with its words, so browsers keep it for as long as they like. */
const NAME = `${sha256(styleText).slice(0, 16)}.css`;

export const stylePath = '/assets/:name';

/** @example styleHref('') // '/assets/1f0c….css' */
export function styleHref(basePath: string): string {
  return `${basePath}/assets/${NAME}`;
}

/** Answers with the style sheet; an older one is gone. */
export function sendStyle(c: Context): Response {
  if (c.req.param('name') !== NAME) return c.text('There is no such file.', 404);
  return c.body(styleText, 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
}
