import type { ServiceLevelRow } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { required } from './levels.ts';
import { knownTexts } from './known-texts.ts';
import { missing } from './missing.ts';
import { placeFor } from './place-for.ts';
import { formOf } from './form.ts';
import { isToldInProse } from './told-in-prose.ts';

/**
 * Looks for an impact that is not told, or told without any number.
 *
 * @finds document: # Orders were delivered twice\n\n## Impact\n\n- **Users affected:** X users\n ⟶ X users
 * @finds impact: Shops had a hard time.
 * @finds impact: The store was slow for most people.
 * @passes impact: 1,240 orders of 6,912 were delivered twice.
 * @passes impact: All shops of the region were closed.
 * @passes document: # Orders were delivered twice\n\n## Summary\n\nFor an hour customers got each order twice.\n
 * @passes impact: None, the second replica took over.
 */
export const impactNumber: Rule = {
  id: 'complete/impact-number',
  about: 'An impact that is not told, or told without any number.',
  reason: 'A number lets people weigh this incident against others and see later whether the repair helped.',
  question: 'How many of how many, from when to when, and where was it counted?',
  source: 'PagerDuty, Postmortem Guide: impact',
  levels: required,
  find(document) {
    const { impact, headerFields, summary, causes } = document.reading.postmortem;
    const measured = knownTexts([{ ...impact, levels: impact.levels.map(valuesOf) }, headerFields.impact]);
    if (measured.some((text) => /\p{N}/u.test(text) || AMOUNT.test(text))) return [];
    // What was hit has a name; how hard it was hit is the impact.
    const { services, features, regions, dataSources } = impact;
    const names = [services.map(({ name }) => name), features, regions, dataSources].map(
      (part) => knownTexts(part).length,
    );
    const isTold = measured.length > names.reduce((sum, count) => sum + count, 0);
    const open = [impact.users, impact.customers, impact.requestsFailed, impact.text, ...impact.points.map(textOf)];
    if (!isTold) {
      // What happened tells what was felt, where nobody asked for it apart.
      const hasPlace = open.some(({ places }) => places.length > 0);
      const isSummed = summary.state === 'known' || causes.whatHappened.state === 'known';
      if (!hasPlace && isToldInProse(document, ['impact'], isSummed ? /\S/ : IMPACT)) return [];
      const answered = open.find(({ state }) => state === 'notApplicable');
      return answered === undefined ? missing(document, { fields: open, sections: ['impact'], words: 'impact' }) : [];
    }
    const form = formOf(document);
    const place = headerFields.impact?.places[0] ?? placeFor(document.reading, [], ['impact']);
    return [
      {
        place,
        message: 'The impact is told without a number.',
        ...(form === 'imported' && { atMost: 'warning' as const }),
      },
    ];
  },
};

/** Words by which running text tells what was felt. */
const IMPACT =
  /(?<!\p{L})(?:users?|customers?|people|everyone|visitors?|outage|down|downtime|unavailable|unreachable|fail|fails|failed|failing|failures?|errors?|affected|impacted|disrupt\p{L}{0,6}|degrad\p{L}{0,6}|lost|warnings?|nutzer|kunden|ausfall|usuarios?|clientes?|caída|utilisateurs?|clients?|panne|usuários?|queda|brukere|kunder|nede|mangler|feil\p{L}{0,4})(?!\p{L})|影响|用户|失败|故障|影響|ユーザー|障害/iu;

/** Words that tell an amount without a digit. */
const AMOUNT =
  /\b(?:all|every|each|no|any|none|nobody|nothing|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|half|entire|whole|complete(?:ly)?|full(?:y)?|keine?|alle|aucun|tous|ningun[oa]?|todos|nenhum|ingen)\b|[全無无一二三四五六七八九十百千万]/i;

/** What a row says; its name counts nothing, though `p95` has a digit. */
function valuesOf({ normal, incident, change }: ServiceLevelRow): readonly unknown[] {
  return [normal, incident, change];
}

function textOf<T>({ text }: { readonly text: T }): T {
  return text;
}
