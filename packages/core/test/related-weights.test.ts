import { describe, expect, test } from 'vitest';
import { relatedTo, type RelatedProfile } from '../src/index.ts';
import { profile, story, theme, told } from './related-documents.ts';

/** The inverse document frequency of BM25 among so many documents, as the page about the method has it. */
const idf = (all: number, count: number): number => Math.log(1 + (all - count + 0.5) / (count + 0.5));

const reasonsOf = (asked: RelatedProfile, others: readonly RelatedProfile[], file: string) =>
  relatedTo(asked, others, { limit: 1_000 }).incidents.find((incident) => incident.file === file)?.reasons ?? [];

/** The saturated count of a word in a title of so many words, where the usual one has 4.5. */
const saturatedIn = (count: number, length: number): number => {
  const tf = (3 * count) / (1 - 0.75 + 0.75 * (length / 4.5));
  return tf / (2 + tf);
};

const affecting = (at: number, services: string): RelatedProfile =>
  profile(told({ title: `Case ${theme(at)[0]}`, services, summary: story(theme(at), at, 8) }), `${at}.md`);

const before = (...actions: readonly string[]) =>
  profile(
    told({
      title: 'Ledger was slow',
      services: 'ledger',
      summary: 'The election of a leader took an hour, behind a lock.',
      date: '2026-01-01',
      actions,
    }),
    'b.md',
  );

describe('the points of words', () => {
  test('are those of the formula', () => {
    // Titles of three words each, so that every length is the usual one and tf is 3 for each word that is there.
    const asked = profile('# Lamp fuse wire\n', 'a.md');
    const other = profile('# Lamp fuse pump\n', 'b.md');
    // Three documents at most are reckoned as 20: rarity 1 for what two have, and for what one has.
    const strength = 3 / (2 + 3);
    const share = (2 * strength ** 2) / (3 * strength ** 2);
    const [words] = reasonsOf(asked, [other], 'b.md');
    expect(words).toMatchObject({ kind: 'words', weight: Math.round(1_000 * share) / 10 });
    expect(words?.words).toEqual([
      { word: 'fuse', weight: Math.round(10_000 / 3) / 100 },
      { word: 'lamp', weight: Math.round(10_000 / 3) / 100 },
    ]);
  });

  test('of a repeated word saturate, and a long part is held back', () => {
    const asked = profile('# Lamp fuse wire\n', 'a.md');
    const other = profile('# Lamp lamp lamp fuse pump valve\n', 'b.md');
    const whole = 3 * saturatedIn(1, 3) ** 2;
    const [lamp, fuse] = [saturatedIn(1, 3) * saturatedIn(3, 6), saturatedIn(1, 3) * saturatedIn(1, 6)].map(
      (each) => (100 * each) / whole,
    );
    const capped = Math.min(lamp ?? 0, fuse ?? 0) + (fuse ?? 0);
    expect(reasonsOf(asked, [other], 'b.md')[0]?.weight).toBeCloseTo(capped, 1);
  });

  test('are less the usual where all say the same', () => {
    const form = 'The quarterly checklist of the platform group was filled and signed.';
    const all = Array.from({ length: 40 }, (_, at) =>
      profile(`# Case ${theme(at)[0]}\n\n## Summary\n\n${form}\n`, `${at}.md`),
    );
    expect(relatedTo(all[0]!, all).incidents).toEqual([]);
    // Among too few to tell what is usual, the same words are a likeness.
    expect(relatedTo(all[0]!, all.slice(0, 5)).alike).toBe(4);
  });
});

describe('the rarity of a service', () => {
  test.each([2, 10, 50])('that %i of 100 documents name', (count) => {
    const all = Array.from({ length: 100 }, (_, at) => affecting(at, at < count ? 'ledger, loyalty' : `own-${at}`));
    const rarity = Math.min(1, idf(100, count) / idf(100, 2));
    const each = Math.round(120 * rarity) / 10;
    const services = reasonsOf(all[0]!, all, '1.md').filter(({ kind }) => kind === 'service');
    expect(services.map(({ weight }) => weight)).toEqual(2 * each >= 9 ? [each, each] : []);
  });

  test('counts for two at most, however many are listed', () => {
    const list = Array.from({ length: 12 }, (_, at) => `service-${'abcdefghijkl'[at]}`).join(', ');
    const found = reasonsOf(affecting(0, list), [affecting(1, list)], '1.md');
    expect(found.filter(({ kind }) => kind === 'service')).toHaveLength(2);
  });

  test.each(['none', 'N/A', 'all', '42', 'x'.repeat(90)])('is not asked of “%s”, which names none', (services) => {
    expect(affecting(0, services).services).toEqual([]);
  });
});

describe('action items', () => {
  const asked = profile(
    told({
      title: 'Ledger lost its leader',
      services: 'ledger',
      summary: 'The election of a leader was stuck behind a lock that nobody released.',
    }),
    'a.md',
  );
  const actionsAfter = (...actions: readonly string[]) => relatedTo(asked, [before(...actions)]).incidents[0]?.actions;

  test('that are open come first, then those of which the text is silent', () => {
    const found = actionsAfter(
      '- [x] Test the election of a leader',
      '- Bound the lock of the leader',
      '- [ ] Rehearse with ledger',
    );
    expect(found?.map(({ state }) => state)).toEqual(['open', 'unknown', 'done']);
  });

  test('are four at most, and none that has nothing to do with it', () => {
    const many = Array.from({ length: 9 }, (_, at) => `- [ ] Look at ledger in region ${at}`);
    expect(actionsAfter(...many)).toHaveLength(4);
    expect(actionsAfter('- [ ] Order new chairs', '- [ ] Take the lock off the door of the office')).toEqual([]);
  });

  test('do not name who owns them', () => {
    const found = actionsAfter('- [ ] Rehearse with ledger (@philippa, due 2026-03-15)');
    expect(JSON.stringify(found)).not.toContain('philippa');
  });
});

test('profiles are plain data', () => {
  const made = profile(
    told({ title: 'A', services: 'b, c', summary: 'Lamps went dark.', factors: ['No spare fuse was there'] }),
  );
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  expect(structuredClone(made)).toEqual(made);
});
