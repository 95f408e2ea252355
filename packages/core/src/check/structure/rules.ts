import type { Rule } from '../rule.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { brokenTable } from './broken-table.ts';
import { controlCharacter } from './control-character.ts';
import { deepNesting } from './deep-nesting.ts';
import { frontMatter } from './front-matter.ts';
import { ignoreUnknown } from './ignore-unknown.ts';
import { ignoreWithoutEffect } from './ignore-without-effect.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';
import { impossibleDate } from './impossible-date.ts';
import { noText } from './no-text.ts';
import { pinnedTime } from './pinned-time.ts';
import { replacedCharacter } from './replaced-character.ts';
import { severalIncidents } from './several-incidents.ts';
import { timeOrder } from './time-order.ts';
import { tooMany } from './too-many.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { unreadableDuration } from './unreadable-duration.ts';

/** The rules of this group, one line each. */
export const structureRules: readonly Rule[] = [
  ambiguousDate,
  brokenTable,
  controlCharacter,
  deepNesting,
  frontMatter,
  ignoreUnknown,
  ignoreWithoutEffect,
  ignoreWithoutReason,
  impossibleDate,
  noText,
  pinnedTime,
  replacedCharacter,
  severalIncidents,
  timeOrder,
  tooMany,
  unclosedFence,
  unreadableDuration,
];
