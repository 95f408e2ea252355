import type { Context } from 'hono';
import { z } from 'zod';
import { addComment } from '../../comment/add-comment.ts';
import { answerComment } from '../../comment/answer-comment.ts';
import { settleComment } from '../../comment/settle-comment.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import type { Site } from './site.ts';

const textSchema = z.object({ text: z.string().max(25_000) });

export async function commentForm(c: Context<Environment>, site: Site): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { text } = await formOf(c, textSchema);
  const { comment } = await addComment(contextFor(c, site.surroundings), { id, text: inLines(text), anchor: null });
  flash(c, 'commented');
  return c.redirect(`${site.basePath}/postmortems/${id}#comment-${comment}`, 303);
}

export async function answerForm(c: Context<Environment>, site: Site): Promise<Response> {
  const { id = '', comment = '' } = c.req.param();
  const { text } = await formOf(c, textSchema);
  await answerComment(contextFor(c, site.surroundings), { id, comment, text: inLines(text) });
  flash(c, 'commented');
  return c.redirect(`${site.basePath}/postmortems/${id}#comment-${comment}`, 303);
}

export async function resolveForm(c: Context<Environment>, site: Site): Promise<Response> {
  const { id = '', comment = '' } = c.req.param();
  await settleComment(contextFor(c, site.surroundings), { id, comment, isResolved: true });
  flash(c, 'resolved');
  return c.redirect(`${site.basePath}/postmortems/${id}#comment-${comment}`, 303);
}

function inLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
