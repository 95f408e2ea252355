import type { Checked, Hit, Rule } from '../rule.ts';
import { headerLines } from './header-lines.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for a status that is written twice, and once says that the incident is over and once that it goes on, or once that the document is a draft and once that it is final.
 *
 * @finds document: ---\nstatus: Resolved\n---\n\n# Mail down\n\n**Status:** Investigating\n ⟶ Investigating
 * @finds document: # Mail down\n\n| Field | Value |\n| --- | --- |\n| Status | Final |\n\n## Summary\n\n**Status:** Draft\n
 * @passes document: ---\nstatus: Resolved\n---\n\n# Mail down\n\n**Status:** Draft\n
 * @passes document: # Mail down\n\n**Status:** Resolved\n\n## Action items\n\n- **Status:** Open\n
 */
export const statusDiffers: Rule = {
  id: 'consistent/status-differs',
  about: 'A status of the incident, or of the document, that is written twice and differently.',
  reason: 'Readers act on the status: one of the two tells them to wait, the other that all is over.',
  question: 'Which one holds now?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: differingStatus,
};

const LABEL =
  /^(?:(?:incident|document|post-?mortem|current|report) )?(?:status|statut|estado|situa[cç][aã]o|ステータス|状态|狀態)$/i;
const NEEDLE = /statu[st]|estado|situa|ステータス|状态|狀態/gi;

/** What a status is about, and what it says of it. */
const KINDS: readonly (readonly [about: 'incident' | 'document', says: string, words: RegExp])[] = [
  [
    'incident',
    'over',
    /^\P{L}{0,6}(?:(?:fully |completely )?(?:resolved|closed|fixed|recovered)|resolu|resuelto|resolvido|behoben|gel[oö]st|l[oø]st|解決済|已解决)/iu,
  ],
  [
    'incident',
    'going on',
    /^\P{L}{0,6}(?:ongoing|investigating|active|in progress|unresolved|identified|monitoring|en cours|en curso|em andamento|laufend|p[aå]g[aå]ende|対応中|进行中)/iu,
  ],
  [
    'document',
    'a draft',
    /^\P{L}{0,6}(?:draft|work in progress|wip|brouillon|borrador|rascunho|entwurf|utkast|草稿|下書き)/iu,
  ],
  [
    'document',
    'final',
    /^\P{L}{0,6}(?:final|published|approved|publi[ée]|publicado|ver[oö]ffentlicht|publisert|已发布|公開済)/iu,
  ],
];

function differingStatus({ reading }: Checked): readonly Hit[] {
  if (reading.postmortem.furtherIncidents.length > 0) return [];
  const first = new Map<string, string>();
  return headerLines(reading, NEEDLE, LABEL).flatMap(({ value, place }): readonly Hit[] => {
    const [about, says] = KINDS.find(([, , words]) => words.test(value)) ?? [];
    if (about === undefined || says === undefined) return [];
    const earlier = first.get(about);
    if (earlier === undefined) first.set(about, says);
    if (earlier === undefined || earlier === says) return [];
    return [{ place, message: `${quoted(value)} says that the ${about} is ${says}; above it is ${earlier}.` }];
  });
}
