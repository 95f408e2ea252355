import type { Change, Refusal } from '../model/index.ts';
import { addAction } from './add-action.ts';
import { addEvent } from './add-event.ts';
import { addApproval } from './add-approval.ts';
import { addFactor } from './add-factor.ts';
import { addLesson } from './add-lesson.ts';
import { addSection } from './add-section.ts';
import { addWhy } from './add-why.ts';
import { changeAction, removeAction, tickAction } from './change-action.ts';
import { changeEvent, moveEvent, removeEvent } from './change-event.ts';
import type { Page } from './page.ts';
import { pinInstant } from './pin-instant.ts';
import { setField } from './set-field.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';

type Planner<K extends Change['kind']> = (
  page: Page,
  change: Extract<Change, { kind: K }>,
  template?: Template,
) => Plan | Refusal;

const PLANNERS: { readonly [K in Change['kind']]: Planner<K> } = {
  setField,
  addEvent,
  changeEvent,
  moveEvent,
  removeEvent,
  addAction,
  changeAction,
  tickAction,
  untickAction: tickAction,
  removeAction,
  addWhy,
  addFactor,
  addLesson,
  addApproval,
  pinInstant,
  addSection,
};

/** How a change can be written on a page, or why it cannot. */
export function planFor(page: Page, change: Change, template?: Template): Plan | Refusal {
  const planner = PLANNERS[change.kind] as Planner<Change['kind']>;
  return planner(page, change, template);
}
