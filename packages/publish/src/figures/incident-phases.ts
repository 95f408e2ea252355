import { type Anchor, type Anchors, type InstantName, isAnchor } from '@debrief/core';
import type { Phase } from './theme.ts';

export interface IncidentPhase {
  readonly phase: Phase;
  readonly from: Anchor;
  readonly to: Anchor;
}

const ENDS: readonly (readonly [Phase, readonly InstantName[]])[] = [
  ['detect', ['detected', 'alerted']],
  ['acknowledge', ['acknowledged']],
  ['diagnose', ['diagnosed']],
  ['mitigate', ['mitigated', 'firstMitigation']],
  ['restore', ['resolved', 'impactEnd']],
];

/** The phases that a document tells, each from where the one before ended; one that would run backwards is left out. */
export function incidentPhases(anchors: Anchors): readonly IncidentPhase[] {
  let from = [anchors.impactStart, anchors.alerted, anchors.detected].find(isAnchor);
  return ENDS.flatMap(([phase, ends]) => {
    const to = ends.map((end) => anchors[end]).find(isAnchor);
    if (from === undefined || to === undefined || to.at <= from.at || !isShown(to) || !isShown(from)) return [];
    const found = { phase, from, to };
    from = to;
    return [found];
  });
}

/** Far from any year that can be written as a date. */
function isShown({ at }: Anchor): boolean {
  return Math.abs(at) < 8e15;
}
