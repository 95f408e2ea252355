export type { Template, TemplateHeading } from './template.ts';
