import type { SectionName } from '../model/index.ts';

/** A heading of a template, as an empty draft prints it. */
export interface TemplateHeading {
  readonly level: number;
  readonly heading: string;
  readonly names: readonly SectionName[];
}

/** A template: Markdown with places for values, filled by liquidjs, and what its front matter says of it. */
export interface Template {
  /** `executive`, `compact`, or the file name of a team's own. */
  readonly name: string;
  /** One sentence that tells for whom it is. */
  readonly description: string;
  /** The Markdown with its tags, without the front matter. */
  readonly body: string;
  /** The headings of an empty draft, in order. */
  readonly headings: readonly TemplateHeading[];
}
