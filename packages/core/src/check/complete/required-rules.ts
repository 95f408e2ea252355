import type { Rule } from '../rule.ts';
import { actionDue } from './action-due.ts';
import { actionItems } from './action-items.ts';
import { actionOwner } from './action-owner.ts';
import { causeAndFactors } from './cause-and-factors.ts';
import { date } from './date.ts';
import { detectionToResolution } from './detection-to-resolution.ts';
import { impactNumber } from './impact-number.ts';
import { incidentCommander } from './incident-commander.ts';
import { lessons } from './lessons.ts';
import { severity } from './severity.ts';
import { signOff } from './sign-off.ts';
import { summary } from './summary.ts';
import { title } from './title.ts';

/** The rules that ask for one certain thing. */
export const requiredRules: readonly Rule[] = [
  title,
  date,
  severity,
  incidentCommander,
  summary,
  impactNumber,
  detectionToResolution,
  causeAndFactors,
  lessons,
  actionItems,
  actionOwner,
  actionDue,
  signOff,
];
