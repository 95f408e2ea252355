import fs from 'node:fs';
import path from 'node:path';
import type { CheckContext, IdElsewhere } from '@debrief/core';
import { foldId } from '@debrief/core/read';
import type { FoundFile } from './find-files.ts';
import type { KnownIncidents } from './known-incidents.ts';

/** What a check took from the workspace; it holds as long as the workspace answers the same. */
export interface WorkspaceAnswers {
  /** References that were looked up, and whether they are known. */
  readonly references: Readonly<Record<string, boolean>>;
  /** The folded id under which other documents were looked for, and whether the document's beginning tells it as well. */
  readonly id: { readonly folded: string; readonly isHinted: boolean } | null;
  readonly elsewhere: IdElsewhere | null;
}

/** The part of the context that comes from the workspace, and what was asked of it so far. */
export interface WorkspaceLook {
  readonly context: Pick<CheckContext, 'knownIncidents' | 'idElsewhere'>;
  readonly answers: () => WorkspaceAnswers;
}

/**
 * Looks things up in a workspace for one document, and remembers what was asked.
 *
 * @param hint the id that the beginning of the document tells
 */
export function lookInto(workspace: KnownIncidents | null, file: FoundFile, hint: () => string | null): WorkspaceLook {
  const references = new Map<string, boolean>();
  let id: WorkspaceAnswers['id'] = null;
  let elsewhere: IdElsewhere | null = null;
  const answers = (): WorkspaceAnswers => ({ references: Object.fromEntries(references), id, elsewhere });
  if (workspace === null) return { context: { knownIncidents: null }, answers };
  const has = (name: string): boolean => {
    const answer = isKnown(workspace, file, name);
    references.set(name, answer);
    return answer;
  };
  const idElsewhere = (folded: string): IdElsewhere | null => {
    const own = hint();
    id = { folded, isHinted: own !== null && foldId(own) === folded };
    elsewhere = othersWith(workspace, file, id);
    return elsewhere;
  };
  return { context: { knownIncidents: { has }, idElsewhere }, answers };
}

/** Whether a workspace would still answer the same. */
export function holds(
  { references, id, elsewhere }: WorkspaceAnswers,
  workspace: KnownIncidents | null,
  file: FoundFile,
): boolean {
  if (workspace === null) return id === null && Object.keys(references).length === 0;
  return (
    Object.entries(references).every(([name, answer]) => isKnown(workspace, file, name) === answer) &&
    JSON.stringify(id === null ? null : othersWith(workspace, file, id)) === JSON.stringify(elsewhere)
  );
}

/** Whether a value has the shape of such answers, as far as {@link holds} relies on it. */
export function isWorkspaceAnswers(value: unknown): value is WorkspaceAnswers {
  if (!isObject(value) || !isObject(value['references'])) return false;
  const { id } = value;
  return id === null || (isObject(id) && typeof id['folded'] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const TOLD = 3;

function othersWith(
  { shared }: KnownIncidents,
  { name: own }: FoundFile,
  { folded, isHinted }: NonNullable<WorkspaceAnswers['id']>,
): IdElsewhere | null {
  const all = shared.get(folded);
  if (all === undefined) return null;
  const names = all.names.filter((name) => name !== own).slice(0, TOLD);
  return { names, count: all.count - (isHinted ? 1 : 0) };
}

/** A link counts as known where its file is there, wherever that is; one from the root of a site cannot be followed. */
function isKnown({ known }: KnownIncidents, { file }: FoundFile, name: string): boolean {
  if (known.has(name.toLowerCase())) return true;
  if (!/\.md$/i.test(name)) return false;
  return name.startsWith('/') || fs.existsSync(path.resolve(path.dirname(file), decoded(name)));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
