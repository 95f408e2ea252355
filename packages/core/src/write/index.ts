export type { Template, TemplateHeading } from './template.ts';
export { carry } from './carry.ts';
export { edit, type Edit, type EditOptions } from './edit.ts';
export { type LineView, lineView } from './line-view.ts';
export { applySplices, invert } from './splices.ts';
