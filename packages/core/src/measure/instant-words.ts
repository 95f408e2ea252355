import type { InstantName } from '../model/index.ts';

/** Each instant as it stands in a sentence: `when the impact began`. */
export const instantWords: Readonly<Record<InstantName, string>> = {
  trigger: 'when the change that set it off was made',
  impactStart: 'when the impact began',
  alerted: 'when the first alert was sent',
  detected: 'when it was detected',
  acknowledged: 'when somebody took it on',
  firstAction: 'when the first action was taken',
  declared: 'when the incident was declared',
  notified: 'when people were told',
  diagnosed: 'when the cause was found',
  firstMitigation: 'when the first mitigation was applied',
  mitigated: 'when it was mitigated',
  impactEnd: 'when the impact ended',
  resolved: 'when it was resolved',
  closed: 'when it was closed',
};

/** Each instant as a short name: `impact start`. */
export function instantTitle(name: InstantName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
