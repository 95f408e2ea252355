import type { Field } from './field.ts';
import type { Place } from './place.ts';

/** What is to change after the incident. `due` is as written; `done` is unknown where the text does not say. */
export interface ActionItem {
  readonly place: Place;
  readonly id: Field<string>;
  readonly text: Field<string>;
  readonly owners: readonly Field<string>[];
  readonly due: Field<string>;
  readonly priority: Field<string>;
  readonly status: Field<string>;
  readonly done: Field<boolean>;
  readonly verification: Field<string>;
  readonly ticket: Field<string>;
  /** The sub-heading or label that groups it (`Prevent Recurrence`, `Long-term actions` …). */
  readonly group?: string;
  /** `prevention` where the item stands in a prevention section and not in the list of action items. */
  readonly list: 'actionItems' | 'prevention';
}
