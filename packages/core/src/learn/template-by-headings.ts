import { foldHeading } from '../model/fold.ts';
import type { Reading } from '../model/index.ts';

/** A template as far as recognising needs it. */
export interface TemplateForm {
  readonly name: string;
  /** The headings below its title, as an empty draft has them. */
  readonly headings: readonly string[];
}

/** So much of a template's headings has to be there for a document to be written in it. */
const SHARE = 0.7;

/**
 * The template that a document is written in: the one that its front matter names, else the one most of whose headings it
 * has; null where it is none of those given.
 *
 * @example templateByHeadings(read('## Summary\n'), [{ name: 'short', headings: ['Summary'] }]) // 'short'
 */
export function templateByHeadings({ sections, postmortem }: Reading, forms: readonly TemplateForm[]): string | null {
  const named = postmortem.otherLabels.find(({ label }) => label.toLowerCase() === 'template')?.value;
  const own = named?.state === 'known' ? named.value.toLowerCase() : null;
  const byName = forms.find(({ name }) => name.toLowerCase() === own);
  if (byName !== undefined) return byName.name;
  const headings = new Set(sections.filter(({ level }) => level > 1).map(({ heading }) => foldHeading(heading)));
  const fits = foldedOf(forms).map((wanted, at) => {
    const found = wanted.filter((heading) => headings.has(heading)).length;
    return { name: forms[at]?.name ?? null, found, share: found / Math.max(1, wanted.length) };
  });
  const [best] = fits.filter(({ share }) => share >= SHARE).toSorted((a, b) => b.share - a.share || b.found - a.found);
  return best?.name ?? null;
}

const folded = new WeakMap<readonly TemplateForm[], readonly (readonly string[])[]>();

/** The folded headings of each form; the same forms are asked for with every document. */
function foldedOf(forms: readonly TemplateForm[]): readonly (readonly string[])[] {
  const known = folded.get(forms) ?? forms.map(({ headings }) => headings.map((heading) => foldHeading(heading)));
  folded.set(forms, known);
  return known;
}
