/**
 * Expressions that would be slow over a long text and are only ever given a short one, by the beginning of their source,
 * with the most UTF-16 units they see. That they see no more is looked at while hostile documents are read and checked.
 */
export const bounded: readonly (readonly [file: string, source: string, atMost: number])[] = [
  // The code around a part of an action item is cut out first.
  ['core/src/write/change-action.ts', '[ \\t]*[([（]\\s*(?:[\\p{L} ]{1,30}', 200],
  ['core/src/write/change-action.ts', ',\\s*(?:[\\p{L} ]{1,30}', 200],
  ['core/src/write/change-action.ts', '(?<=[([（])(?:[\\p{L} ]{1,30}', 200],
  ['core/src/write/change-action.ts', '[ \\t]*[—–;.-]\\s*(?:\\*\\*)?[\\p{L} ]{1,30}', 200],
  ['core/src/write/change-action.ts', '(?:\\*\\*|[[(])*$', 200],
  ['core/src/write/change-action.ts', '[ \\t]*(?:[—–-]\\s*)?$', 200],
  ['core/src/write/new-section.ts', '\\n\\s*\\n$', 200],
  // The beginning of an item, of a line, of a label.
  ['core/src/read/actions.ts', '^[*_\\s]*([^:：*_(（\\n]{1,30}?)', 60],
  ['core/src/read/labels.ts', '^(?:[^\\p{L}\\p{N}*_[|]{0,8})(', 200],
  ['core/src/read/labels.ts', '(?:[|·•;,/—–-]|\\s{2}|^)\\s*(', 2_000],
  ['core/src/read/labels.ts', '[(（]([^)）]+)[)）]', 200],
  ['core/src/read/leading-details.ts', '^(?:\\*\\*|__|\\[|\\()', 220],
  ['core/src/read/leading-details.ts', '^(?:\\*\\*)?((?:@[\\w./-]{1,40}', 220],
  ['core/src/read/timeline.ts', '^\\s*[*_`\\])]*\\s*[:：—–|-]', 6],
  // The end of an item.
  ['core/src/read/trailing-details.ts', '\\s*([([（])', 220],
  ['core/src/read/trailing-details.ts', '(?:\\s*[—–-]\\s*|\\s+)(', 220],
  ['core/src/read/trailing-details.ts', '(?:\\s[—–-]\\s*|\\s*\\*\\*)', 220],
  ['core/src/read/trailing-details.ts', '(?:[.;,—–-]\\s*|^)(', 220],
  ['core/src/read/trailing-details.ts', '(?:[.;,—–-]\\s*|\\s|\\n\\s*)', 220],
  ['core/src/read/trailing-details.ts', '\\s((?:[A-Z]{3,}', 220],
  // The beginning of a section, of a title, of a text.
  ['core/src/read/outline.ts', '^[\\s|*+-]*[*_`[(~]*(?:', 2_000],
  ['core/src/read/header.ts', '\\[[^\\]\\d]{2,60}\\](?!\\()', 2_000],
  ['core/src/read/read.ts', '^#{1,6} .*$|<!--', 6_000],
  // A line of the beginning of a document, and what stands behind a label on it.
  ['core/src/read/incident-id-hints.ts', '(?:^|[|*·•]|__)', 400],
  ['core/src/read/incident-id-hints.ts', '[\\s*_`"\',;]+$', 160],
  // What stands before the words that were found in a sentence, and the beginning of an action item.
  ['core/src/check/blameless/individual-blame.ts', '\\b(?:nobody|no one|none|neither)', 1_000],
  ['core/src/check/blameless/vague-action.ts', '^\\s*(?:(?:this|that|it|such', 600],
  // The empty lines before a table.
  ['core/src/check/structure/broken-table.ts', '(?:\\r\\n|\\n|\\r(?!\\n))(', 200],
  // The digits of a number.
  ['core/src/measure/contradictions/mean-above-peak.ts', '\\B(?=(?:\\d{3})+$)', 30],
  ['cli/src/number-form.ts', '\\B(?<!\\..*)(?=(?:', 30],
];

/** The bound of an expression, or null where it has to stand a text of any length. */
export function boundOf(file: string, { source }: RegExp): number | null {
  return bounded.find(([at, start]) => file.endsWith(at) && source.startsWith(start))?.[2] ?? null;
}
