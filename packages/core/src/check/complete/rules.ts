import type { Rule } from '../rule.ts';
import { emptySection } from './empty-section.ts';
import { nothingTicked } from './nothing-ticked.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { requiredRules } from './required-rules.ts';

/** The rules of this group, one line each. */
export const completeRules: readonly Rule[] = [...requiredRules, placeholderLeft, nothingTicked, emptySection];
