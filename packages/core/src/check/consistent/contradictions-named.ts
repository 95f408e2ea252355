import type { Checked, Hit } from '../rule.ts';

/** What measuring found of one kind, each at the first of its places. */
export function contradictionsNamed(id: string): (document: Checked) => readonly Hit[] {
  return ({ contradictions }) =>
    contradictions.flatMap(({ id: own, message, question, places: [place] }) =>
      own === id && place !== undefined ? [{ place, message, ...(question !== undefined && { question }) }] : [],
    );
}
