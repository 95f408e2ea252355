import type { Postmortem } from '../model/index.ts';

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}._-]{2,119}/gu;
const MOST = 60;

/**
 * What could be the id or the file of an incident in the related incidents of a document: words with a digit, without the
 * ending of a file. Which of them are incidents shows only beside other documents.
 */
export function linkTokensOf({ related, incidentId }: Postmortem): readonly string[] {
  const own = incidentId.state === 'known' ? incidentId.value.toLowerCase() : null;
  const tokens = related.flatMap((field) =>
    field.state === 'known' ? (field.written.slice(0, 1_000).match(TOKEN) ?? []) : [],
  );
  const ids = tokens
    .map((token) =>
      token
        .replace(/\.(?:md|markdown)$/i, '')
        .replace(/(?<![._-])[._-]+$/, '')
        .toLowerCase(),
    )
    .filter((token) => /\d/.test(token) && token !== own);
  return [...new Set(ids)].slice(0, MOST);
}
