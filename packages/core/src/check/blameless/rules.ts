import type { Rule } from '../rule.ts';
import { animated } from './animated.ts';
import { counterfactual } from './counterfactual.ts';
import { hindsight } from './hindsight.ts';
import { humanError } from './human-error.ts';
import { individualBlame } from './individual-blame.ts';
import { language } from './language.ts';
import { namedInCause } from './named-in-cause.ts';
import { negativeDescriptor } from './negative-descriptor.ts';
import { singleRootCause } from './single-root-cause.ts';
import { unmeasured } from './unmeasured.ts';
import { vagueAction } from './vague-action.ts';
import { vigilance } from './vigilance.ts';
import { whoQuestion } from './who-question.ts';

/** The rules of this group, one line each. */
export const blamelessRules: readonly Rule[] = [
  individualBlame,
  humanError,
  counterfactual,
  hindsight,
  negativeDescriptor,
  namedInCause,
  singleRootCause,
  vagueAction,
  vigilance,
  unmeasured,
  animated,
  whoQuestion,
  language,
];
