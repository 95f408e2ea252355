import { changeSettingsRoute, getSettingsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { changeSettings } from '../settings/change-settings.ts';
import { getSettings } from '../settings/get-settings.ts';
import { contextFor } from './context-for.ts';
import { entityTag, holdTo } from './entity-tag.ts';
import type { Environment, Surroundings } from './environment.ts';
import { plain } from './plain.ts';

export function settingsRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(getSettingsRoute, async (c) => c.json(plain(await getSettings(contextFor(c, surroundings))), 200));

  app.openapi(changeSettingsRoute, async (c) => {
    const changed = await changeSettings(contextFor(c, surroundings), {
      text: c.req.valid('json').text,
      precondition: (settings) => holdTo(c.req.header('if-match'), settings),
    });
    return c.json(plain(changed), 200, { etag: entityTag(changed) });
  });
}
