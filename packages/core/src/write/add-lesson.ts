import type { Change, LessonKind, Postmortem, Refusal, SectionName, Splice } from '../model/index.ts';
import type { Examined } from '../read/read.ts';
import { headingEnd } from './label-line.ts';
import { type Addition, inBody, isKnownAs, listedPlan, listedWays, oneMore } from './listed-ways.ts';
import { newSection } from './new-section.ts';
import type { Page } from './page.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const LESSONS: Readonly<Record<LessonKind, { readonly sections: readonly SectionName[]; readonly only?: RegExp }>> = {
  wentWell: { sections: ['wentWell'] },
  wentWrong: { sections: ['wentWrong'] },
  couldImprove: { sections: ['wentWrong'], only: /could|improve/i },
  lucky: { sections: ['lucky'] },
  learned: { sections: ['lessons'] },
  doDifferently: { sections: ['lessons'], only: /differently/i },
};

/** How to add a lesson to the list of its kind. */
export function addLesson(page: Page, { lesson, text }: Of<'addLesson'>, template?: Template): Plan | Refusal {
  const itemsOf = ({ reading }: Examined): Postmortem['lessons'][LessonKind] => reading.postmortem.lessons[lesson];
  const before = itemsOf(page.examined);
  const { sections, only } = LESSONS[lesson];
  const addition: Addition = {
    page,
    entries: before.map((item) => item.text),
    sections,
    words: (site) => waysToWrite(text, site),
    template,
    ...(only !== undefined && { only }),
  };
  return listedPlan(lessonWays(addition, lesson), ['lessons'], (after) =>
    oneMore(before, itemsOf(after), (item) => isKnownAs(item.text, text)),
  );
}

/** A heading that only its words tell from its neighbours is written with them. */
function* lessonWays(addition: Addition, lesson: LessonKind): Generator<readonly Splice[]> {
  const heading =
    lesson === 'couldImprove'
      ? 'What could be improved'
      : lesson === 'doDifferently'
        ? 'What we would do differently'
        : null;
  if (heading === null) {
    yield* listedWays(addition);
    return;
  }
  yield* listedWays({ ...addition, sections: [] });
  const { page, words } = addition;
  const { outline } = page.examined;
  for (const [index, section] of outline.sections.entries()) {
    if (addition.only?.test(section.heading) === true)
      yield* inBody(addition, outline.bodies[index] ?? [], headingEnd(page, section.headingPlace));
  }
  for (const text of words('line')) yield* newSection(page, { heading }, `- ${text}`, addition.template);
}
