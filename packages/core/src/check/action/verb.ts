import { fold } from '../../model/fold.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { quoted } from '../quoted.ts';
import { itemState } from './item-state.ts';
import { trackedItems } from './tracked-items.ts';
import { actionVerbs } from './action-verbs.ts';

/**
 * Looks for short action items that name a thing and not what is to be done with it. English only.
 *
 * @finds actionItems: Better monitoring of namespaces
 * @finds actionItems: Uptime and alerting
 * @finds document: # Mail down\n\n## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| A-1 | Disk metrics | Mail |\n ⟶ Disk metrics
 * @passes actionItems: Alert on the age of the oldest message
 * @passes actionItems: Juggle branch names exactly
 * @passes actionItems: Version lock the mail library
 * @passes actionItems: Requests without an id should be refused
 */
export const verb: Rule = {
  id: 'action/verb',
  about: 'Short action items that name a thing and not what is to be done with it.',
  reason: 'An item that begins with a verb can be started by whoever reads it, and one can tell when it is over.',
  question: 'What is to be done with it: add, remove, change, limit?',
  source: 'Lunney, Lueder and Beyer, Postmortem Action Items, ;login: Spring 2017',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: itemsWithoutVerb,
};

/** Up to so many words are a name; in a longer text the verb may be any word. */
const SHORT = 5;
const SHORT_AFTER_ADJECTIVE = 10;

const ADJECTIVES: ReadonlySet<string> = new Set(['better', 'improved', 'proper', 'additional', 'stricter', 'clearer']);

/** Words that look like verbs in `-ing`, and mostly are names of things here. */
const THINGS: ReadonlySet<string> = new Set([
  'alerting',
  'monitoring',
  'logging',
  'testing',
  'training',
  'tooling',
  'tracing',
  'profiling',
  'caching',
  'scaling',
  'autoscaling',
  'networking',
  'routing',
]);

function itemsWithoutVerb({ reading }: Checked): readonly Hit[] {
  if (reading.postmortem.language !== 'en') return [];
  return trackedItems(reading).flatMap((item) => {
    const [place] = item.text.places;
    if (place === undefined || itemState(item) === 'done' || !namesThing(item.text.value)) return [];
    return [{ place, message: `${quoted(item.text.value)} names a thing, not what is to be done.` }];
  });
}

function namesThing(text: string): boolean {
  if (text.length > 100 || /[^\t -~’“”–—]|[{}|<>[\]]|https?:/.test(text)) return false;
  const words = fold(text).split(' ');
  const [first = ''] = words;
  if (words.length > (ADJECTIVES.has(first) ? SHORT_AFTER_ADJECTIVE : SHORT) || first === '') return false;
  return /^[a-z]/.test(first) && !words.some(mayBeVerb);
}

function mayBeVerb(word: string): boolean {
  if (actionVerbs.has(word) || (word.length > 4 && word.endsWith('ed'))) return true;
  return word.length > 4 && (word.endsWith('ly') || (word.endsWith('ing') && !THINGS.has(word)));
}
