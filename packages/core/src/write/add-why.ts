import type { Change, Refusal, Splice } from '../model/index.ts';
import { type Addition, isKnownAs, listedPlan, listedWays, oneMore } from './listed-ways.ts';
import { below, isApart, lineStart, type Page, standingOf } from './page.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { replaceAt } from './write-at.ts';
import { waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** How to add a question to the chain of whys, with its answer in the manner of the others. */
export function addWhy(page: Page, { question, answer }: Of<'addWhy'>, template?: Template): Plan | Refusal {
  const before = page.examined.reading.postmortem.causes.whys;
  const addition: Addition = {
    page,
    entries: before.map((why) => why.question),
    sections: ['fiveWhys'],
    words: function* (site) {
      for (const asked of waysToWrite(question, site)) {
        for (const said of answer === undefined ? [''] : waysToWrite(answer, site))
          yield said === '' ? asked : `${asked} ${said}`;
      }
      if (site === 'line' && answer !== undefined)
        for (const asked of waysToWrite(question, site))
          yield `${asked}\n   - ${[...waysToWrite(answer, site)][0] ?? ''}`;
    },
    cells: (columns, _column, text) =>
      Array.from({ length: columns }, (_each, at) =>
        at === columns - 2
          ? ([...waysToWrite(question, 'cell')][0] ?? '')
          : at === columns - 1
            ? ([...waysToWrite(answer ?? '', 'cell')][0] ?? text)
            : '',
      ),
    template,
  };
  return listedPlan(whyWays(addition, question, answer), ['causes.whys'], ({ reading }) =>
    oneMore(
      before,
      reading.postmortem.causes.whys,
      (why) => isKnownAs(why.question, question) && (answer === undefined || isKnownAs(why.answer, answer)),
    ),
  );
}

function* whyWays(addition: Addition, question: string, answer: string | undefined): Generator<readonly Splice[]> {
  const { page } = addition;
  const last = page.examined.reading.postmortem.causes.whys.at(-1);
  const asked = last?.question.places[0];
  const said = last?.answer.places[0];
  const open = page.examined.reading.postmortem.causes.whys.find(
    (why) => why.answer.state === 'unknown' && why.answer.reason === 'placeholder',
  );
  const [hole] = open?.answer.places ?? [];
  const [ask] = open?.question.places ?? [];
  if (hole !== undefined && ask !== undefined && answer !== undefined && ask.to <= hole.from) {
    for (const one of replaceAt(page, ask, question, 'line'))
      for (const two of replaceAt(page, hole, answer, 'line')) yield [...one, ...two];
  }
  if (asked !== undefined && said !== undefined && answer !== undefined && asked.to <= said.from) {
    const { item, list } = standingOf(page, asked);
    const between = page.text.slice(asked.to, said.from);
    if (item !== null && list !== null && standingOf(page, said).block !== null) {
      const lead = page.text
        .slice(lineStart(page.text, item.from), asked.from)
        .replace(/(\d{1,9})([.)]\s)/, (_all, number: string, mark: string) => `${Number(number) + 1}${mark}`);
      const end = item.from + page.text.slice(item.from, item.to).trimEnd().length;
      const own = page.text.slice(asked.from, asked.to);
      const marks = /^(\*\*|__).*\1$/s.exec(own)?.[1] ?? '';
      const gap = isApart(page, list.items.at(-2), list.items.at(-1)) ? '\n' : '';
      for (const words of waysToWrite(question, 'line'))
        yield [
          below(
            page,
            end,
            `${gap}${lead}${marks}${words}${marks}${between.replace(/\r\n?/g, '\n')}${[...waysToWrite(answer, 'line')][0] ?? ''}`,
          ),
        ];
    }
  }
  yield* listedWays(addition);
}
