import path from 'node:path/posix';

/**
 * The document that a file without a link to it goes with: the first of its own folder, else of the folders around it,
 * else the first of all. So nothing that a folder holds is lost.
 */
export function nearestDocument(
  file: string,
  ids: ReadonlyMap<string, string>,
): readonly { readonly id: string; readonly document: string }[] {
  const documents = [...ids.keys()].toSorted();
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const document = documents.find((each) => folder === '.' || each.startsWith(`${folder}/`));
    const id = document === undefined ? undefined : ids.get(document);
    if (document !== undefined && id !== undefined) return [{ id, document }];
    if (folder === '.') return [];
  }
}
