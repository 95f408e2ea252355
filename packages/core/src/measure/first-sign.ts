import { type Anchors, isAnchor } from './anchors.ts';

/**
 * The detection is the first sign that anyone or anything gave, so the first alert counts where no detection is told,
 * and where it came before a row that only looks like one (`metrics.md` §1). What is pinned or stated stays.
 */
export function firstSign(anchors: Anchors): Anchors {
  const { alerted, detected } = anchors;
  if (!isAnchor(alerted)) return anchors;
  const isLater = isAnchor(detected) && detected.source === 'guessed' && alerted.at < detected.at;
  if (isAnchor(detected) && !isLater) return anchors;
  if (!isAnchor(detected) && detected.missing !== 'absent') return anchors;
  const note = isLater
    ? 'The first alert came before the row that tells of the detection, so it counts as the first sign.'
    : 'No row tells of the detection; the first alert counts as the first sign.';
  return { ...anchors, detected: { ...alerted, instant: 'detected', notes: [...alerted.notes, note] } };
}
