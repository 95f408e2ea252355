import type { Place } from '../../model/index.ts';
import { levelOf } from '../level-of.ts';
import type { Checked } from '../rule.ts';
import { requiredRules } from './required-rules.ts';

/** The places that the rules for certain things already point to, so that one thing is not asked for twice. */
export function askedPlaces(document: Checked): readonly Place[] {
  const known = asked.get(document);
  if (known !== undefined) return known;
  const places = requiredRules
    .filter((rule) => levelOf(rule, document.context) !== 'off')
    .flatMap((rule) => rule.find(document).map(({ place }) => place));
  asked.set(document, places);
  return places;
}

const asked = new WeakMap<Checked, readonly Place[]>();
