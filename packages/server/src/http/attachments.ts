import path from 'node:path/posix';
import { getAttachmentRoute, listAttachmentsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { getAttachment } from '../attachment/get-attachment.ts';
import { listAttachments } from '../attachment/list-attachments.ts';
import { isPicture } from '../exchange/media-type.ts';
import type { Operation } from '../operation/operation.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

/** Whatever the file holds, nothing in it runs, and nothing in it may load or frame anything. */
const CONTENT_SECURITY_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

export function attachmentRoutes(
  app: OpenAPIHono<Environment>,
  surroundings: Surroundings,
  { basePath }: Pick<Operation, 'basePath'>,
): void {
  app.openapi(listAttachmentsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await listAttachments(contextFor(c, surroundings), { id });
    const attachments = found.map((each) => ({ ...each, url: attachmentUrl(basePath, id, each.hash) }));
    return c.json({ attachments }, 200);
  });

  app.openapi(getAttachmentRoute, async (c) => {
    const found = await getAttachment(contextFor(c, surroundings), c.req.valid('param'));
    const etag = `"${found.hash}"`;
    const headers = {
      etag,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      // The address holds the hash of the bytes; asked again, so that who may not see it any more does not.
      'cache-control': 'private, no-cache',
    };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers) as never;
    return c.body(Buffer.from(found.bytes), 200, {
      ...headers,
      'content-type': found.mediaType,
      'content-disposition': disposition(found.mediaType, path.basename(found.path)),
    });
  });
}

/** Where a file of a post-mortem is. */
function attachmentUrl(basePath: string, id: string, hash: string): string {
  return `${basePath}/api/v1/postmortems/${id}/attachments/${hash}`;
}

/** The name by RFC 6266, once in ASCII and once in full. */
function disposition(mediaType: string, name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(-100);
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${isPicture(mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`;
}
