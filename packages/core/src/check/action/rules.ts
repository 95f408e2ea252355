import type { Rule } from '../rule.ts';
import { actionWithoutCause } from './action-without-cause.ts';
import { causeWithoutAction } from './cause-without-action.ts';
import { noVerification } from './no-verification.ts';
import { object } from './object.ts';
import { onlyWeakActions } from './only-weak-actions.ts';
import { ownerIsOne } from './owner-is-one.ts';
import { tooMany } from './too-many.ts';
import { verb } from './verb.ts';

/** The rules of this group, one line each. */
export const actionRules: readonly Rule[] = [
  verb,
  object,
  ownerIsOne,
  onlyWeakActions,
  noVerification,
  tooMany,
  causeWithoutAction,
  actionWithoutCause,
];
