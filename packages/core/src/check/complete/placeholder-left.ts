import type { Place, Section } from '../../model/index.ts';
import { quoted } from '../quoted.ts';
import type { Checked, Rule } from '../rule.ts';
import { askedPlaces } from './asked-places.ts';
import { covering } from '../covering.ts';
import { formOf } from './form.ts';
import { uncheckedLists } from './nothing-ticked.ts';
import { openFields } from './open-fields.ts';
import { promptLines } from './prompt-lines.ts';

/**
 * Looks for what a template left to be filled in and nobody has, apart from what a rule of its own asks for.
 *
 * @finds document: # Lift stuck\n\n**Incident ID:** INC-YYYY-MM-DD-XXX\n ⟶ INC-YYYY-MM-DD-XXX
 * @finds document: # Lift stuck\n\n## Prevention\n\n[A change in systems or process]\n ⟶ [A change in systems or process]
 * @finds document: ---\ntemplate: compact\n---\n\n# Lift stuck\n\n- [First whom] by [whom]\n ⟶ [First whom] by [whom]
 * @passes document: # Lift stuck\n\n**Incident ID:** INC-2026-014\n
 * @passes document: # Lift stuck\n\n**Time to detect:** ?\n
 * @passes document: ---\nfactors: [brake sensor worn out]\nkeywords:\n  - [lift brake]\n---\n\n# Lift stuck\n
 * @passes document: # Lift stuck\n\n## Prevention\n\n- [x] Replace the brake sensor\n- [the ticket of the repair](https://example.org/1)\n
 */
export const placeholderLeft: Rule = {
  id: 'complete/placeholder-left',
  about: 'What a template left to be filled in and nobody has, apart from what a rule of its own asks for.',
  reason: 'A reader cannot tell whether a prompt was forgotten or has no answer.',
  question: 'What belongs here? Where nobody knows, “unknown” says more than a prompt, and what is not needed can go.',
  levels: { draft: 'info', review: 'warning', published: 'error' },
  find(document) {
    const { text } = document.reading;
    const form = formOf(document);
    if (form === 'none') return [];
    return openPlaces(document).map((place) => ({
      place,
      message: `${quoted(text.slice(place.from, place.to))} still stands here.`,
      ...(form === 'imported' && { atMost: 'warning' as const }),
    }));
  },
};

function openPlaces(document: Checked): readonly Place[] {
  const { reading } = document;
  const asked = askedPlaces(document);
  const others = [...asked, ...uncheckedLists(document)];
  const isOther = covering(others);
  const fields = openFields(reading).filter((place) => !isOther(place));
  // A list in front matter stands in square brackets, too.
  const frontMatter = reading.sections.filter(({ kind }) => kind === 'frontMatter');
  const isCovered = covering([...others, ...fields, ...wholeSections(reading.sections, asked), ...frontMatter]);
  const lines = promptLines(reading.text, formOf(document) === 'own').filter((place) => !isCovered(place));
  return [...fields, ...lines].toSorted((a, b) => a.from - b.from);
}

/** Sections that are asked for at their heading: their prompts are part of that. */
function wholeSections(sections: readonly Section[], asked: readonly Place[]): readonly Place[] {
  const starts = new Set(asked.map(({ from }) => from));
  return sections.flatMap((section, at) =>
    section.names.length > 0 && starts.has(section.headingPlace.from)
      ? [{ from: section.from, to: endOf(sections, at) }]
      : [],
  );
}

/** Where a section with all that stands below it ends. */
function endOf(sections: readonly Section[], at: number): number {
  const level = sections[at]?.level ?? 0;
  const next = sections.findIndex((section, index) => index > at && section.level <= level);
  return (next < 0 ? sections.at(-1)?.to : sections[next]?.from) ?? 0;
}
