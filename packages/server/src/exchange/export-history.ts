import { Readable } from 'node:stream';
import type { Store } from '../store/store.ts';
import type { ExportFile } from './export-plan.ts';

/** Hidden, so that an import does not take old revisions for documents. */
const FOLDER = '.debrief';
const PAGE = 200;

export interface HistoryFile {
  readonly path: string;
  readonly stream: () => Readable;
}

/** Each revision as a file, whatever line it is on. */
export async function planRevisions({ read }: Store): Promise<readonly ExportFile[]> {
  const rows = await read
    .selectFrom('revisions')
    .innerJoin('texts', 'texts.hash', 'revisions.textHash')
    .select(['postmortem', 'number', 'textHash'])
    .where('purgedAt', 'is', null)
    .orderBy('postmortem')
    .orderBy('number')
    .execute();
  return rows.map(({ postmortem, number, textHash }) => ({
    path: `${FOLDER}/revisions/${postmortem}/${String(number).padStart(5, '0')}.md`,
    bytes: async () => {
      const row = await read.selectFrom('texts').select('text').where('hash', '=', textHash).executeTakeFirstOrThrow();
      return Buffer.from(row.text ?? '');
    },
  }));
}

/** What happened, as lines of JSON: of each document, of its revisions, and of the whole workspace. */
export function historyFiles(store: Store): readonly HistoryFile[] {
  return [
    { path: `${FOLDER}/life.jsonl`, stream: () => linesOf(lifeOf(store)) },
    { path: `${FOLDER}/revisions.jsonl`, stream: () => linesOf(revisionsOf(store)) },
    { path: `${FOLDER}/audit.jsonl`, stream: () => linesOf(auditOf(store)) },
  ];
}

function linesOf(rows: AsyncIterable<Readonly<Record<string, unknown>>>): Readable {
  return Readable.from(
    (async function* () {
      for await (const row of rows) yield `${JSON.stringify(row)}\n`;
    })(),
    { objectMode: false },
  );
}

async function* lifeOf({ read }: Store) {
  for (const table of ['postmortems', 'approvals', 'reviewRequests', 'comments', 'attachments'] as const)
    for (const row of await read.selectFrom(table).selectAll().execute()) yield { row: table, ...row };
}

async function* revisionsOf({ read }: Store) {
  let after = { postmortem: '', number: 0 };
  for (;;) {
    const rows = await read
      .selectFrom('revisions')
      .selectAll()
      .where((each) =>
        each.or([
          each('postmortem', '>', after.postmortem),
          each.and([each('postmortem', '=', after.postmortem), each('number', '>', after.number)]),
        ]),
      )
      .orderBy('postmortem')
      .orderBy('number')
      .limit(PAGE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function* auditOf({ read }: Store) {
  let after = 0;
  for (;;) {
    const rows = await read
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}
