import { draft, type Template } from '@debrief/core/write';
import type { Context } from '../context.ts';
import { authorize } from '../policies/policy.ts';
import { templatePolicy } from '../policies/template.ts';
import { Problem } from '../problem.ts';
import { builtInTemplates } from '../settings/house-of.ts';

export interface TemplateAt {
  readonly name: string;
  /** For whom it is. */
  readonly description: string;
  /** Whether the team takes it where none is named. */
  readonly isDefault: boolean;
}

/** @throws Problem `not-allowed` */
export async function listTemplates({
  actor,
  house,
}: Pick<Context, 'actor' | 'house'>): Promise<readonly TemplateAt[]> {
  authorize(actor, templatePolicy.read);
  const { settings } = await house();
  return [...builtInTemplates.values()].map((template) => shown(template, settings.template));
}

/** @throws Problem `not-found`, `not-allowed` */
export async function getTemplate(
  { actor, house }: Pick<Context, 'actor' | 'house'>,
  name: string,
): Promise<TemplateAt & { readonly body: string; readonly draft: string }> {
  authorize(actor, templatePolicy.read);
  const template = builtInTemplates.get(name);
  if (template === undefined)
    throw new Problem(
      'not-found',
      `There is no template “${name}”. There are: ${[...builtInTemplates.keys()].join(', ')}.`,
    );
  const { settings } = await house();
  return { ...shown(template, settings.template), body: template.body, draft: draft(template, {}) };
}

function shown({ name, description }: Template, byDefault: string): TemplateAt {
  return { name, description, isDefault: name === byDefault };
}
