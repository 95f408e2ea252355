import { changePostmortemRoute, diffRevisionsRoute, listRevisionsRoute, restoreRevisionRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { changePostmortem, type Edit } from '../postmortem/change-postmortem.ts';
import { getPostmortem } from '../postmortem/get-postmortem.ts';
import { diffRevisions } from '../revision/diff-revisions.ts';
import { listRevisions } from '../revision/list-revisions.ts';
import { restoreRevision } from '../revision/restore-revision.ts';
import { contextFor } from './context-for.ts';
import { entityTag, holdTo } from './entity-tag.ts';
import type { Environment, Surroundings } from './environment.ts';
import { postmortemAnswer } from './postmortem-answer.ts';

export function revisionRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(changePostmortemRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { edit, ...asked } = c.req.valid('json');
    // JSON leaves out what is not given, so no value is undefined.
    const context = contextFor(c, surroundings);
    const changed = await changePostmortem(context, {
      ...asked,
      id,
      edit: edit as Edit,
      precondition: (seen) => holdTo(c.req.header('if-match'), postmortemAnswer(seen)),
    });
    const now = await getPostmortem(context, { id, which: changed.revision });
    return c.json(changed, 200, { etag: entityTag(postmortemAnswer(now)) });
  });

  app.openapi(listRevisionsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { before, limit } = c.req.valid('query');
    const page = { id, limit, ...(before !== undefined && { before }) };
    const { revisions, next } = await listRevisions(contextFor(c, surroundings), page);
    return c.json({ revisions: [...revisions].map((each) => ({ ...each, authors: [...each.authors] })), next }, 200);
  });

  app.openapi(diffRevisionsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { from, to } = c.req.valid('query');
    const { lines } = await diffRevisions(contextFor(c, surroundings), { id, from, to });
    const copied = lines.map((line) => (line.kind === 'left-out' ? line : { ...line, parts: [...line.parts] }));
    return c.json({ from, to, lines: copied }, 200);
  });

  app.openapi(restoreRevisionRoute, async (c) => {
    const { id, number } = c.req.valid('param');
    const restored = await restoreRevision(contextFor(c, surroundings), {
      id,
      revision: number,
      ...c.req.valid('json'),
    });
    return c.json(restored, 200);
  });
}
