import type { Change, Refusal } from '../model/index.ts';
import { labelWords } from './heading-words.ts';
import { type Addition, isKnownAs, listedPlan, listedWays, oneMore } from './listed-ways.ts';
import type { Page } from './page.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** How to add a contributing factor, below its kind where one is given. */
export function addFactor(page: Page, { text, factor }: Of<'addFactor'>, template?: Template): Plan | Refusal {
  const { context } = page.examined;
  const label = factor === undefined ? '' : labelWords(context.lexicon, context.language, factor);
  const before = page.examined.reading.postmortem.causes.factors;
  const kind = before.findLast((each) => factor !== undefined && each.kind === factor);
  const addition: Addition = {
    page,
    entries: (kind === undefined ? before : [kind]).map((each) => each.text),
    sections: ['contributingFactors'],
    words: function* (site) {
      for (const written of waysToWrite(text, site)) {
        if (label !== '' && site === 'line') yield `**${label}:** ${written}`;
        yield written;
      }
    },
    template,
  };
  return listedPlan(listedWays(addition), ['causes.factors'], ({ reading }) =>
    oneMore(
      before,
      reading.postmortem.causes.factors,
      (each) => isKnownAs(each.text, text) && (factor === undefined || each.kind === factor),
    ),
  );
}
