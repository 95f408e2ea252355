export type * from './content.ts';
export { draft, withCarried } from './draft.ts';
export { headingsOf, parseTemplate, type Template, type TemplateHeading } from './template.ts';
export { escapeLine, escapeText } from './escape-text.ts';
export { convert, type Converted, type ConvertOptions, type Losses } from './convert.ts';
export { comparable } from './comparable.ts';
export { type Beginning, contentOfBeginning, type HouseRules } from './beginning.ts';
export { unplaced } from './unplaced.ts';
export type { TemplateFault } from './template-fault.ts';
