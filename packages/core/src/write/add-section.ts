import { type Change, type Refusal, type Splice } from '../model/index.ts';
import type { Examined } from '../read/read.ts';
import { newSection } from './new-section.ts';
import type { Page } from './page.ts';
import { refusal } from './refusal.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { normalized, waysToWrite } from './written-value.ts';

/** How to add a section that the document lacks. */
export function addSection(
  page: Page,
  change: Extract<Change, { kind: 'addSection' }>,
  template?: Template,
): Plan | Refusal {
  const isThere = ({ outline }: Examined): boolean =>
    outline.sections.some(({ names, heading }) =>
      'section' in change ? names.includes(change.section) : heading === normalized(change.heading),
    );
  if ('heading' in change && normalized(change.heading) === '')
    return refusal('invalid-value', 'A heading needs words.');
  if ('heading' in change && isThere(page.examined))
    return refusal('ambiguous', 'There is a section with this heading already.');
  return {
    ways: ways(page, change, template),
    expect: {
      may: ['otherLabels'],
      sections: true,
      reached: (after) => (isThere(after) ? null : 'it would not be read as that section'),
    },
  };
}

function* ways(
  page: Page,
  change: Extract<Change, { kind: 'addSection' }>,
  template: Template | undefined,
): Generator<readonly Splice[]> {
  if ('section' in change) {
    yield* newSection(page, { name: change.section }, '', template);
    return;
  }
  for (const heading of waysToWrite(change.heading, 'heading')) yield* newSection(page, { heading }, '', template);
}
