import { asksFor } from './asks-for.ts';
import type { Content, Markdown } from './content.ts';
import { inLine } from './liquid.ts';
import type { Template } from './template.ts';

/** What a beginning may know and a template may have no place for, with the label that says what it is. */
const LABELS = {
  services: 'Services affected',
  startTime: 'Started at',
  responders: 'Responders',
  authors: 'Author',
  incidentId: 'Incident ID',
  severity: 'Severity',
  summary: 'Summary',
  detectionMethod: 'Detection method',
  period: 'Period',
} as const;

/**
 * What is known and what a template never asks for, as lines with labels under an appendix, so that a short template
 * loses nothing that an alert said. Empty where all has its place.
 */
export function unplaced(template: Pick<Template, 'body'>, content: Content): Markdown {
  const isAsked = (key: string): boolean => asksFor(template, key);
  const lines = Object.entries(LABELS).flatMap(([key, label]) => {
    const value = inLine(content[key as keyof typeof LABELS]);
    return value === null || isAsked(key) ? [] : [`- **${label}:** ${value}`];
  });
  const links = isAsked('links') ? [] : (content.links ?? []).map((link) => `- ${link}`);
  return lines.length + links.length === 0 ? '' : `## Appendix\n\n${[...lines, ...links].join('\n')}\n`;
}
