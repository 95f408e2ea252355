import type { Reading, Section } from '../../model/index.ts';
import { quoted } from '../quoted.ts';
import type { Rule } from '../rule.ts';
import { askedPlaces } from './asked-places.ts';
import { covering } from '../covering.ts';
import { formOf } from './form.ts';
import { advised } from './levels.ts';

/**
 * Looks for a heading with nothing below it, apart from sections that a rule of its own asks for.
 *
 * @finds document: # Lift stuck\n\n## Background\n\n## Summary\n\nIt stood for an hour.\n ⟶ Background
 * @finds document: # Lift stuck\n\n## Summary\n\nIt stood for an hour.\n\n## Appendix\n\n<!-- to come -->\n ⟶ Appendix
 * @passes document: # Lift stuck\n\n## Appendix\n\n### Pictures\n\nThe brake, from below.\n
 * @passes document: # Lift stuck\n\n## Owner: Building\n\n## Summary\n\nIt stood for an hour.\n
 * @passes document: # Lift stuck\n\n## Background\n\nThe lift is from 1974.\n
 */
export const emptySection: Rule = {
  id: 'complete/empty-section',
  about: 'A heading with nothing below it, apart from sections that a rule of its own asks for.',
  reason: 'A reader cannot tell whether there was nothing to say or nobody got to it.',
  question: 'What belongs below this heading? If nothing does, it can go, or one line can say so.',
  levels: advised,
  find(document) {
    const { reading } = document;
    if (formOf(document) === 'none') return [];
    const isAsked = covering(askedPlaces(document));
    return reading.sections
      .filter((section, at) => isEmpty(reading, section, at) && !isAsked(section))
      .map(({ heading, headingPlace, names }) => ({
        place: headingPlace,
        message: `There is nothing below ${quoted(heading)}.`,
        // A heading of somebody's own may well divide what follows.
        ...(names.length === 0 && { atMost: 'info' as const }),
      }));
  },
};

function isEmpty(
  { text, sections }: Reading,
  { kind, heading, headingPlace, to, level }: Section,
  at: number,
): boolean {
  const isTitle = level === 1 && sections.findIndex((each) => each.kind === 'heading') === at;
  const next = sections[at + 1];
  if (kind !== 'heading' || isTitle || next?.parent === at || HOLDS_VALUE.test(heading)) return false;
  if (to - headingPlace.to > LONGEST) return false;
  const body = text.slice(headingPlace.to, to).replaceAll(/<!--(?:[^<>]|<(?!!--)){0,2000}-->/g, '');
  // Marks that close a heading, underline it or draw a rule say nothing.
  return !/[^\s#*_=:-]/.test(body);
}

/** `## Owner: the night shift` says what it has to say itself. */
const HOLDS_VALUE = /^[^:：]{1,60}[:：]\s*\S/;

/** A longer stretch that holds nothing is not looked at. */
const LONGEST = 4_000;
