import { fold } from '../../model/fold.ts';

/** Words that stand in any action or cause, whatever it is about. */
const ANY: ReadonlySet<string> = new Set(
  [
    'about after again against all also and any are because been before being between both but can could did does',
    'during each for from had has have her his how into its made make making more most much need needs not now off one',
    'only other our out over own same she should since some such than that the their them then there these they this',
    'those through too under until use used using very was were what when where which while who why will with would you',
    'your action add allow alternative avoid better change changes check consider create detect document ensure fix',
    'handle implement improve incident increase investigate issue issues lack look missing new outage possible prevent',
    'problem problems process reduce remove review service services set sure system systems update way ways work',
  ].flatMap((line) => line.split(' ')),
);

/** Words of another ending count as the same: `deploys`, `deployed`, `deployment`. */
const STEM = 5;

/** The beginnings of the words that say what a text is about. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = fold(text.slice(0, 50_000)).split(' ');
  return new Set(words.filter((word) => word.length > 2 && !ANY.has(word)).map((word) => word.slice(0, STEM)));
}
