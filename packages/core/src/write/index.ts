export type * from './content.ts';
export { draft, withCarried } from './draft.ts';
export { headingsOf, parseTemplate, type Template, type TemplateHeading } from './template.ts';
export { escapeLine, escapeText } from './escape-text.ts';
