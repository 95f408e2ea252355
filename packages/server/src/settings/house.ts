import type { Language, Settings, TemplateForm } from '@debrief/core';

/** What a team has settled, with what follows from it. */
export interface House {
  readonly settings: Settings;
  /** Of the text of `debrief.yaml`; projections made under another one are made again. */
  readonly hash: string;
  readonly languages: readonly Language[];
  readonly forms: readonly TemplateForm[];
  /** Zone for clocks that name none; null where the team has settled nothing. */
  readonly zone: string | null;
}
