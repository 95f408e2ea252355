import { type Known, knownOf, type Place, valueOf } from '../../model/index.ts';
import type { Checked, CheckContext, Hit, Rule } from '../rule.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for references to a post-mortem that is not among those that are known, by a path to its file, or by an id of the same form as the document's own. Says nothing where no others are known.
 *
 * @finds document: # Mail down\n\n**Incident ID**: INC-2026-0042\n\n## Related incidents\n\n- INC-2025-0007\n ⟶ INC-2025-0007
 * @finds document: # Mail down\n\n## Related incidents\n\n- [The last one](../2025/queue-full.md)\n ⟶ ../2025/queue-full.md
 * @passes document: # Mail down\n\n**Incident ID**: INC-2026-0042\n\n## Related incidents\n\n- MAIL-77, the ticket of INC-2026-0042\n
 * @passes document: # Mail down\n\n## Related incidents\n\n- [Of another team](https://example.org/queue-full.md)\n
 */
export const unknownPostMortem: Rule = {
  id: 'consistent/unknown-post-mortem',
  about: 'References to a post-mortem that is not among those that are known.',
  reason: 'What happened before is worth reading only if it can be found.',
  question: 'Was it renamed or moved, or is the id mistyped?',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  dependsOn: 'workspace',
  find: unknownReferences,
};

const PATH = /\]\(([^\s()]{1,300}\.md)(?:#[^\s()]{0,200})?\)/gi;

function unknownReferences({ reading, context }: Checked): readonly Hit[] {
  const { knownIncidents } = context;
  if (knownIncidents === null) return [];
  const { related, incidentId } = reading.postmortem;
  const own = valueOf(incidentId);
  const form = own === null ? null : idsLike(own);
  const seen = new Set<number>();
  return knownOf(related.slice(0, MOST))
    .flatMap((field) => referencesIn(reading.text, field, form))
    .flatMap(({ name, place }) => {
      if (seen.has(place.from) || name.toUpperCase() === own?.toUpperCase() || isKnown(name, knownIncidents)) return [];
      seen.add(place.from);
      return [{ place, message: `No post-mortem is known as ${quoted(name)}.` }];
    });
}

/** Nobody lists more, and each may have to be looked for on a disk. */
const MOST = 2_000;

/** A line of references longer than this is looked at by its beginning. */
const LONGEST = 2_000;

interface Reference {
  readonly name: string;
  readonly place: Place;
}

function referencesIn(text: string, { places: [place] }: Known<string>, form: RegExp | null): readonly Reference[] {
  if (place === undefined) return [];
  const [written = ''] = text.slice(place.from, place.from + LONGEST).split(/[\r\n]/, 1);
  const paths = [...written.matchAll(PATH)].flatMap(({ index, 1: path = '' }) =>
    /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) ? [] : [{ name: path, place: placed(place.from + index + 2, path) }],
  );
  if (paths.length > 0 || form === null) return paths;
  return [...written.matchAll(form)].map(({ index, 0: id }) => ({ name: id, place: placed(place.from + index, id) }));
}

function placed(from: number, words: string): Place {
  return { from, to: from + words.length };
}

/** Ids of the same letters, with numbers of the same lengths; null where the letters could be of anything. */
function idsLike(id: string): RegExp | null {
  if (!/^[A-Z]{2,12}(?:-\d{1,8}){1,4}$/i.test(id)) return null;
  const [letters = '', ...numbers] = id.split('-');
  const tail = numbers.map((digits) => `-\\d{${digits.length}}`).join('');
  return new RegExp(`(?<![\\p{L}\\p{N}/-])${letters}${tail}(?![\\p{L}\\p{N}-])`, 'giu');
}

function isKnown(name: string, known: NonNullable<CheckContext['knownIncidents']>): boolean {
  const file = name.replaceAll('%20', ' ').split('/').at(-1) ?? name;
  const stem = file.replace(/\.md$/i, '');
  return [name, file, stem].some(
    (form) => known.has(form) || known.has(form.toLowerCase()) || known.has(form.toUpperCase()),
  );
}
