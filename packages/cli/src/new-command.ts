import fs from 'node:fs';
import path from 'node:path';
import type { Alert } from '@debrief/core';
import { fileNameOf } from '@debrief/core/policy';
import { type Beginning, contentOfBeginning, draft, unplaced, withCarried } from '@debrief/core/draft';
import { houseRules } from './house-rules.ts';
import { instantOf } from './instant-of.ts';
import { loadText } from './load-text.ts';
import { type NewOptions, newOptions } from './new-options.ts';
import { findHouse } from './house-file.ts';
import { type ServerAccess, serverAccess, withServer } from './server-access.ts';
import { findTemplate } from './template-files.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief new`: a draft in the house's template, prefilled from flags and alerts, with the unknowns marked. */
export async function newCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr, cwd } = terminal;
  const options = newOptions(args);
  const here = cwd();
  const folder = path.resolve(here, options.folder ?? (options.file === null ? '.' : path.dirname(options.file)));
  const found = await findHouse(folder);
  for (const problem of found.problems) stderr.write(`debrief: ${problem}\n`);
  const template = findTemplate(options.template ?? found.settings.template, found, here);
  if (template.problem !== undefined) throw new WrongUse(template.problem);
  const now = new Date().toISOString();
  const { alerts, notes } = options.from === null ? { alerts: [], notes: [] } : await alertsFrom(options.from, here);
  for (const note of notes) stderr.write(`debrief: ${note}\n`);
  const content = contentOfBeginning(beginningOf(options, alerts, now), {
    ...houseRules(found.settings, options.folder === null && options.file === null ? [] : await idsIn(folder)),
    template: template.template,
    now,
  });
  const text = withCarried(draft(template.template, content), unplaced(template.template, content));
  const access = serverAccess(options, terminal);
  if (access !== null && (access.isNamed || (options.file === null && options.folder === null)))
    return createThere(access, text, content.incidentId, options, terminal);
  const file =
    options.file ??
    (options.folder === null
      ? null
      : path.join(options.folder, fileNameOf(content.incidentId ?? `draft-${now.slice(0, 10)}`)));
  if (file === null) {
    stdout.write(text);
    return 0;
  }
  fs.mkdirSync(folder, { recursive: true });
  const written = writeWhole(path.resolve(here, file), text, { replace: options.force });
  if (written.state === 'exists')
    throw new WrongUse(
      `${file} is there already and was left as it is. Take another name, or --force to write it anew.`,
    );
  if (written.state === 'refused') throw new WrongUse(`${file}: ${written.message}`);
  if (!options.quiet) {
    stderr.write(`Wrote ${file}. What is still unknown stands in brackets; see it with: debrief read ${file}\n`);
  }
  return 0;
}

/** Keeps the draft on a server, and says its id. */
async function createThere(
  access: ServerAccess,
  text: string,
  incidentId: string | undefined,
  { file, folder, quiet }: NewOptions,
  { stdout, stderr }: Terminal,
): Promise<number> {
  if (file !== null || folder !== null)
    throw new WrongUse('it is kept either in a file or on a server; leave --output or --server away.');
  const fileName = incidentId === undefined ? 'post-mortem.md' : fileNameOf(incidentId);
  const { id } = await withServer(access, (client) => client.createPostmortem({ json: { text, fileName } }));
  stdout.write(`${id}\n`);
  if (!quiet) stderr.write(`Kept at ${access.url}. Write in it with: debrief pull ${id}\n`);
  return 0;
}

async function alertsFrom(
  from: string,
  cwd: string,
): Promise<{ readonly alerts: readonly Alert[]; readonly notes: readonly string[] }> {
  const loaded = loadText(from === '-' ? '-' : path.resolve(cwd, from));
  if (loaded.problem !== undefined) throw new WrongUse(`${from}: ${loaded.problem}`);
  const { decodeAlerts } = await import('@debrief/integrations');
  const decoded = decodeAlerts(loaded.text);
  if (!decoded.ok) throw new WrongUse(`${from}: ${decoded.problem.message}`);
  return decoded;
}

function beginningOf(options: NewOptions, alerts: readonly Alert[], now: string): Beginning {
  const startedAt = options.started === null ? undefined : instantOf(options.started, now);
  if (startedAt === null)
    throw new WrongUse(
      `“${options.started}” is not a time that is understood. Write it in UTC, such as 2026-05-01T10:02Z or "2026-05-01 10:02", or say now.`,
    );
  return {
    ...(options.title !== null && { title: options.title }),
    ...(options.incidentId !== null && { incidentId: options.incidentId }),
    ...(options.severity !== null && { severity: options.severity }),
    ...(startedAt !== undefined && { startedAt }),
    ...(options.summary !== null && { summary: options.summary }),
    ...(options.author !== null && { author: options.author }),
    services: options.services,
    alerts,
  };
}

/** The ids of the documents in a folder, and the names of its files, which stand for ids as well. */
async function idsIn(folder: string): Promise<readonly string[]> {
  let names: readonly string[] = [];
  try {
    names = fs.readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.md'));
  } catch {
    return [];
  }
  if (names.length === 0) return [];
  const { read } = await import('@debrief/core/read');
  return names.flatMap((name) => {
    const loaded = loadText(path.join(folder, name));
    const { incidentId } = loaded.problem === undefined ? read(loaded.text).postmortem : { incidentId: null };
    const own = name.replace(/\.md$/i, '');
    return incidentId?.state === 'known' ? [own, incidentId.value] : [own];
  });
}
