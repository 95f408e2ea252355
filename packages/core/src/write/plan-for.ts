import type { Change, Refusal } from '../model/index.ts';
import type { Page } from './page.ts';
import { refusal } from './refusal.ts';
import { setField } from './set-field.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
export function planFor(page: Page, change: Change, template?: Template): Plan | Refusal {
  if (change.kind === 'setField') return setField(page, change, template);
  return refusal('no-place', 'not yet');
}
