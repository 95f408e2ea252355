import { type Anatomy, takeApart } from '../read/index.ts';
import { foldHeading } from '../vocabulary/index.ts';
import { draft, withCarried } from './draft.ts';
import { headingMark, ownText } from './piece.ts';
import type { Template } from './template.ts';

/** A template with its empty draft taken apart: its headings, and the texts that are its own. */
export interface Dialect {
  readonly template: Template;
  readonly headings: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

const KNOWN = new WeakMap<Template, Dialect>();

function dialectOf(template: Template): Dialect {
  let dialect = KNOWN.get(template);
  if (dialect === undefined) {
    dialect = take(template);
    KNOWN.set(template, dialect);
  }
  return dialect;
}

function take(template: Template): Dialect {
  const anatomy = takeApart(withCarried(draft(template, {}), ''));
  const { sections, bodies } = anatomy.outline;
  return {
    template,
    headings: new Set(headingsIn(anatomy)),
    own: new Set([
      ...sections.map(({ heading }) => headingMark(heading)),
      ...bodies.flatMap((body) => body.map((block) => ownText(anatomy, block))),
    ]),
  };
}

function headingsIn({ outline }: Anatomy): readonly string[] {
  return outline.sections.filter(({ level }) => level > 1).map(({ heading }) => foldHeading(heading));
}

/** So much of a template's headings has to be there for a document to be written in it. */
const SHARE = 0.7;

/** The template that a document is written in, by its headings; null where it is none of those given. */
export function findDialect(anatomy: Anatomy, templates: readonly Template[]): Dialect | null {
  const headings = new Set(headingsIn(anatomy));
  const ranked = templates
    .map(dialectOf)
    .map((dialect) => ({
      dialect,
      share: [...dialect.headings].filter((heading) => headings.has(heading)).length / dialect.headings.size,
    }))
    .filter(({ share }) => share >= SHARE)
    .toSorted((a, b) => b.share - a.share);
  return ranked[0]?.dialect ?? null;
}
