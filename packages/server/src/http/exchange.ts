import { ReadableStream as NodeStream } from 'node:stream/web';
import { exportRoute, importRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { exportZip } from '../exchange/export-files.ts';
import { importFiles } from '../exchange/import-files.ts';
import { spooled } from '../exchange/spooled.ts';
import { zipSource } from '../exchange/zip-source.ts';
import type { Operation } from '../operation/operation.ts';
import { Problem } from '../problem.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function exchangeRoutes(
  app: OpenAPIHono<Environment>,
  surroundings: Surroundings,
  { largestImport }: Pick<Operation, 'largestImport'>,
): void {
  app.openapi(importRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
    if (type !== 'application/zip' || c.req.raw.body === null)
      throw new Problem('unsupported-type', 'Send a zip archive, as application/zip.');
    await using archive = await spooled(c.req.raw.body, largestImport);
    const source = await zipSource(archive.file);
    try {
      const acceptSecrets = c.req.valid('query').acceptSecrets === 'true';
      const { files, counts } = await importFiles(context, source, { acceptSecrets });
      return c.json({ files: [...files], counts }, 200);
    } finally {
      await source.close();
    }
  });

  app.openapi(exportRoute, async (c) => {
    const history = c.req.valid('query').history === 'true';
    const archive = await exportZip(contextFor(c, surroundings), { history });
    // Taken by its iterator: whoever stops reading ends the archive with it.
    return c.body(NodeStream.from(archive) as ReadableStream, 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="debrief-export.zip"',
    });
  });
}
