import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, profileOf, relatedTo, type RelatedAnswer } from '../src/index.ts';
import { profile, seeded, story, theme, told } from './related-documents.ts';
import { anyText, fixtures, markdownLike } from './texts.ts';

const mail = told({
  title: 'Mail relay refused every new client',
  id: 'INC-41',
  date: '2026-02-01',
  summary: 'The certificate of the relay expired and all clients were refused for two hours.',
  cause: 'Nobody renewed the certificate, since its reminder went to an address that was retired.',
  services: 'mail-relay',
  factors: ['Reminders go to an address that nobody reads'],
  detection: 'The alert “RelayHandshakeFailures” paged.',
  actions: ['- [ ] Renew the certificate of mail-relay by a job', '- [x] Rename the wiki page'],
});

const labels = told({
  title: 'Labels were printed without a depot',
  id: 'INC-42',
  date: '2026-02-03',
  summary: 'A shard of the depot table was moved, and labels came out of the printer without a depot.',
  services: 'label-printer',
});

/** Documents about other things, so that words can be told to be rare. */
const noise = Array.from({ length: 30 }, (_, at) =>
  profile(
    told({ title: `Trouble ${theme(at)[0]}`, summary: story(theme(at), at), date: '2025-01-01' }),
    `noise-${at}.md`,
  ),
);

const first = ({ incidents }: RelatedAnswer) => incidents[0];
const kinds = (answer: RelatedAnswer): readonly string[] => first(answer)?.reasons.map(({ kind }) => kind) ?? [];

const like = (more: Partial<Parameters<typeof told>[0]>) =>
  profile(
    told({
      title: 'Relay certificate again',
      summary: 'The certificate of the relay expired and clients were refused.',
      services: 'mail-relay',
      ...more,
    }),
    'other.md',
  );

const startedAt = (time: string) =>
  profile(
    `---\ntimes:\n  impactStart: 2026-02-01T${time}\n---\n\n${mail.replace('INC-41', `INC-${time.slice(0, 2)}9`)}`,
    time,
  );

const faresWith = (more: Partial<Parameters<typeof told>[0]>) =>
  profile(
    told({
      title: 'Fares were rounded the wrong way',
      summary: 'Every fare above ten was rounded down by one cent.',
      ...more,
    }),
    'docs/fares-2025-11.md',
  );

const counted = (text: string): readonly string[] => profile(text).parts.flatMap(({ words }) => words);

const aboutConstructors = (title: string) =>
  `# ${title}\n\nThe constructor of the prototype has hasOwnProperty and __proto__ broken.\n`;

const german = (rest: string) =>
  `# Ausfall ${rest}\n\n## Zusammenfassung\n\nDas abgelaufene Zertifikat der Schnittstelle wurde nicht erneuert, und die Anmeldung war gestört.\n`;

const leftOutOf = (one: string, other: string) =>
  relatedTo(startedAt(one), [startedAt(other)]).leftOut.map(({ reason }) => reason);

describe('an incident that was alike', () => {
  const asked = profile(
    told({
      title: 'Edge proxy: expired certificate',
      id: 'INC-77',
      date: '2026-05-01',
      summary: 'Clients were refused since the certificate of the proxy expired.',
      services: 'edge-proxy, mail-relay',
      factors: ['reminders go to an address that nobody reads.'],
      detection: 'Alert “RelayHandshakeFailures” of alertmanager',
    }),
    'inc-77.md',
  );
  const answer = relatedTo(asked, [...noise, profile(mail, 'inc-41.md'), profile(labels, 'inc-42.md')]);

  test('comes first, and what is unlike is not shown', () => {
    expect(answer.incidents.map(({ file }) => file)).toEqual(['inc-41.md']);
    expect(answer).toMatchObject({ compared: 32, alike: 1, leftOut: [], notes: [] });
    expect(first(answer)).toMatchObject({
      title: 'Mail relay refused every new client',
      incidentId: 'INC-41',
      date: '2026-02-01',
    });
  });

  test('has its reasons, heaviest first, which add up to the score', () => {
    const reasons = first(answer)?.reasons ?? [];
    expect(new Set(kinds(answer))).toEqual(new Set(['alert', 'factor', 'service', 'words']));
    expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).toSorted((a, b) => b - a));
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(first(answer)?.score ?? 0, 9);
    const texts = reasons.map(({ text }) => text);
    expect(texts).toContain('same alert: RelayHandshakeFailures');
    expect(texts).toContain('same service: mail-relay');
    expect(texts).toContain('same contributing factor: “reminders go to an address that nobody reads.”');
    expect(texts.some((text) => /^same words: .*certificate/.test(text))).toBe(true);
  });

  test('brings the action items that bear on this one, and no other', () => {
    expect(first(answer)?.actions).toEqual([
      {
        text: 'Renew the certificate of mail-relay by a job',
        state: 'open',
        because: expect.stringMatching(/^names mail-relay; speaks of .*certificate/),
        place: expect.objectContaining({ from: mail.indexOf('- [ ]') }),
      },
    ]);
  });

  test('is found the same where only what can be compared was kept', () => {
    const others = [
      ...noise,
      profile(mail, 'inc-41.md', { about: asked }),
      profile(labels, 'inc-42.md', { about: asked }),
    ];
    expect(relatedTo(asked, others)).toEqual(answer);
  });

  test('is found the same from profiles that were stored as JSON', () => {
    const stored = JSON.parse(
      JSON.stringify([asked, ...noise, profile(mail, 'inc-41.md'), profile(labels, 'inc-42.md')]),
    );
    expect(relatedTo(stored[0], stored.slice(1))).toEqual(answer);
  });
});

describe('planted pairs', () => {
  const pairs = 20;
  const alone = 60;
  const documents = Array.from({ length: 2 * pairs + alone }, (_, at) => {
    const number = at < 2 * pairs ? Math.floor(at / 2) : at;
    return profile(
      told({
        title: `Incident ${at} of ${theme(number)[at % 2] ?? ''}`,
        summary: story(theme(number), at * 31 + 7, 4),
        cause: story(theme(number), at * 17 + 3, 4),
        date: '2026-01-01',
      }),
      `${at}.md`,
    );
  });

  test('rank first for each other', () => {
    const nearest = documents.slice(0, 2 * pairs).map((asked) => first(relatedTo(asked, documents))?.file);
    expect(nearest).toEqual(nearest.map((_, at) => `${at % 2 === 0 ? at + 1 : at - 1}.md`));
  });

  test('and what has no like has none', () => {
    const found = documents.slice(2 * pairs).map((asked) => relatedTo(asked, documents));
    expect(found.map(({ incidents }) => incidents)).toEqual(found.map(() => []));
    expect(found.every(({ compared }) => compared === documents.length - 1)).toBe(true);
  });

  test('stand out too where all share a form', () => {
    const form =
      '\n## Notes\n\nThis review follows the usual checklist of the platform group and its quarterly rehearsal.\n';
    const filled = documents.map(({ file }, at) => {
      const number = at < 2 * pairs ? Math.floor(at / 2) : at;
      return profile(
        told({ title: `Incident ${at}`, summary: story(theme(number), at, 8), date: '2026-01-01' }) + form,
        file,
      );
    });
    const nearest = filled
      .slice(0, 2 * pairs)
      .map((asked) => relatedTo(asked, filled).incidents.map(({ file }) => file));
    expect(nearest).toEqual(nearest.map((_, at) => [`${at % 2 === 0 ? at + 1 : at - 1}.md`]));
  });
});

describe('which documents are compared', () => {
  const asked = profile(mail, 'asked.md');
  const answerFor = (other: ReturnType<typeof profile>, later = false) =>
    relatedTo(asked, [...noise, other], { later });

  test('an earlier one, and one of the same day', () => {
    expect(first(answerFor(like({ date: '2026-01-31' })))?.file).toBe('other.md');
    expect(first(answerFor(like({ date: '2026-02-01' })))?.file).toBe('other.md');
  });

  test('a later one only if asked for', () => {
    expect(answerFor(like({ date: '2026-02-02' })).incidents).toEqual([]);
    expect(answerFor(like({ date: '2026-02-02' })).leftOut).toEqual([
      { file: 'other.md', reason: 'later', message: 'it began later, on 2026-02-02' },
    ]);
    expect(first(answerFor(like({ date: '2026-02-02' }), true))?.file).toBe('other.md');
  });

  test('one without a date, which is said', () => {
    expect(first(answerFor(like({ date: '' })))).toMatchObject({ file: 'other.md', date: null });
  });

  test('all, where the asked one has no date, which is said', () => {
    const undated = profile(mail.replace('**Date:** 2026-02-01  ', ''), 'asked.md');
    const answer = relatedTo(undated, [...noise, like({ date: '2030-01-01' })]);
    expect(answer.notes).toEqual(['undated']);
    expect(first(answer)?.file).toBe('other.md');
  });

  test('the clock and its zone decide on one day', () => {
    expect(leftOutOf('10:00Z', '11:00Z')).toEqual(['later']);
    expect(leftOutOf('10:00Z', '11:30+02:00')).toEqual([]);
  });

  test.each([
    ['the same text', mail.replaceAll('\n', '\r\n'), 'copy', 'it is the same text'],
    [
      'the same id',
      told({ title: 'Elsewhere', id: 'inc–41', summary: 'x' }),
      'copy',
      'it has the same incident id, INC-41',
    ],
    [
      'an empty form',
      '# [Title]\n\n**Date:** YYYY-MM-DD\n\n## Summary\n\n[What happened]\n',
      'form',
      'it is a form that says nothing yet',
    ],
    [
      'a dismissed one',
      mail.replace('INC-41', 'INC-40').replace('**Date', '**Status:** Dismissed (false alarm)  \n**Date'),
      'dismissed',
      'its status says that it was no incident, or is told elsewhere',
    ],
  ] as const)('not %s, and it says so', (_what, text, reason, message) => {
    const answer = relatedTo(asked, [...noise, profile(text, 'other.md')]);
    expect(answer.leftOut).toEqual([{ file: 'other.md', reason, message }]);
    expect(answer.incidents).toEqual([]);
  });

  test.each([
    ['Dismissed as noise', 'dismissed'],
    ['Closed (duplicate of INC-3)', 'dismissed'],
    ['Merged into INC-3', 'dismissed'],
    ['Fehlalarm', 'dismissed'],
    ['誤報', 'dismissed'],
    ['Resolved, duplicate payments refunded', 'incident'],
    ['Resolved', 'incident'],
  ])('the status “%s” means %s', (status, standing) => {
    expect(profile(told({ title: 'Cards', status, summary: 'Cards were charged twice in one shop.' })).standing).toBe(
      standing,
    );
  });

  test('the same title and date without an id is a copy', () => {
    const text = told({
      title: 'Mail is slow',
      date: '2026-02-01',
      summary: 'The queue of the mail was slow for hours.',
    });
    const answer = relatedTo(profile(text, 'a.md'), [profile(`${text}\nMore was written later.\n`, 'b.md')]);
    expect(answer.leftOut).toMatchObject([{ reason: 'copy', message: 'it has the same title and date' }]);
  });

  test('none for a document that says nothing yet', () => {
    const empty = relatedTo(profile('# [Title]\n\n## Summary\n\n[What happened]\n'), [...noise, asked]);
    expect(empty).toMatchObject({ incidents: [], notes: ['undated', 'empty'] });
  });

  test('none among none', () => {
    expect(relatedTo(asked, [])).toMatchObject({ incidents: [], compared: 0, alike: 0 });
  });
});

describe('links', () => {
  const plain = told({
    title: 'Harbour lights stayed dark',
    id: 'INC-7',
    summary: 'The lamps of the harbour got no power.',
  });
  test.each([
    ['its id', { id: 'INC-3' }, 'As in inc-3, nobody watched.', 'this text names it: INC-3'],
    ['its id in an address', { id: 'INC-3' }, 'See https://wiki.example/p/INC-3.', 'this text names it: INC-3'],
    ['its file', {}, 'See [then](../docs/fares-2025-11.md).', 'this text names it: docs/fares-2025-11.md'],
    ['its title', {}, 'Fares were rounded the wrong way', 'this text lists it among its related incidents'],
  ])('by %s', (_what, more, related, text) => {
    const asked = profile(plain + `\n## Related incidents\n\n- ${related}\n`, 'asked.md');
    expect(first(relatedTo(asked, [...noise, faresWith(more)]))?.reasons[0]).toMatchObject({
      kind: 'link',
      weight: 50,
      text,
    });
  });

  test('point to the words of the text', () => {
    const text = `${plain}\nAs in INC-3 before.\n`;
    const { place } = first(relatedTo(profile(text), [faresWith({ id: 'INC-3' })]))?.reasons[0] ?? {};
    expect(text.slice(place?.from, place?.to)).toBe('INC-3');
  });

  test('may be made by the other text', () => {
    const answer = relatedTo(profile(plain, 'asked.md'), [...noise, faresWith({ related: '- INC-7: harbour' })]);
    expect(first(answer)?.reasons[0]).toMatchObject({ kind: 'link', text: 'its text names this incident' });
  });

  test('are not made by an id that another one begins with', () => {
    expect(relatedTo(profile(`${plain}\nAs in INC-31.\n`), [...noise, faresWith({ id: 'INC-3' })]).incidents).toEqual(
      [],
    );
  });
});

describe('services, alerts and factors', () => {
  test('a service under a name of the settings is the same', () => {
    const services = [{ name: 'checkout', aliases: ['Bezahlstrecke', 'pay-web'] }];
    const one = profile(
      told({ title: 'Bezahlstrecke down', summary: 'It was down for long and nobody saw.' }),
      'a.md',
      { services },
    );
    const two = profile(
      told({ title: 'Errors', services: 'Pay-Web (degraded)', summary: 'Cards were charged twice that day.' }),
      'b.md',
      { services },
    );
    expect([one.services, two.services]).toEqual([['checkout'], ['checkout']]);
    expect(first(relatedTo(one, [two]))?.reasons.map(({ text }) => text)).toContain('same service: checkout');
  });

  test('a service that all have weighs next to nothing', () => {
    const all = Array.from({ length: 100 }, (_, at) =>
      profile(told({ title: `Case ${theme(at)[0]}`, services: 'web', summary: story(theme(at), at) }), `${at}.md`),
    );
    expect(relatedTo(all[0]!, all).incidents).toEqual([]);
  });

  test.each([
    ['a draft', '- **Detection method:** Alert “HighErrorRate” of alertmanager', ['HighErrorRate']],
    ['labels', 'Labels: `alertname=KubePodCrashLooping`, `severity=page`', ['KubePodCrashLooping']],
    ['prose', 'KubePersistentVolumeFillingUp fired and paged.', ['KubePersistentVolumeFillingUp']],
    ['quotes', 'The alarm "checkout-5xx-high" went off.', ['checkout-5xx-high']],
    ['products and errors', 'PagerDuty paged; the alert showed a NullPointerException on GitHub.', []],
    ['no alert', 'HighErrorRate is a nice name.', []],
  ])('alerts in %s', (_what, detection, alerts) => {
    expect(profile(told({ title: 'T', summary: 'x', detection })).alerts).toEqual(alerts);
  });

  test('a factor in other words is similar, not the same', () => {
    const one = profile(
      told({
        title: 'A',
        summary: story(theme(101), 1),
        factors: ['The runbook described a cluster that was retired'],
      }),
      'a.md',
    );
    const two = profile(
      told({ title: 'B', summary: story(theme(102), 2), factors: ['The runbook still described a retired cluster'] }),
      'b.md',
    );
    const texts = first(relatedTo(one, [...noise, two]))?.reasons.map(({ text }) => text);
    expect(texts).toContain(
      'similar contributing factor: “The runbook still described a retired cluster”, here “The runbook described a cluster that was retired”',
    );
  });

  test('a factor about something else is neither', () => {
    const one = profile(
      told({ title: 'A', summary: story(theme(101), 1), factors: ['No limit on the pool of connections'] }),
      'a.md',
    );
    const two = profile(
      told({ title: 'B', summary: story(theme(102), 2), factors: ['No test of the failover'] }),
      'b.md',
    );
    expect(relatedTo(one, [...noise, two]).incidents).toEqual([]);
  });
});

describe('words', () => {
  test.each([
    ['case, accents and a plural s', 'Certificats expirés, CERTIFICAT EXPIRE', ['certificat', 'expire']],
    ['numbers, hashes and small words are none', 'In 42 of the 2026 3f2a9bc1d0e4 cases 30s 503', ['case', '503']],
    ['Japanese', '証明書の期限が切れた', ['証明書', '期限']],
    ['Chinese', '数据库连接池耗尽', ['数据', '连接']],
    ['German', 'Das Zertifikat für Größe und Übergabe lief ab', ['zertifikat', 'große', 'ubergabe']],
    ['addresses and people', 'See https://x.example/secret-path and ask @maria.', ['see', 'ask']],
    ['what a form leaves', '[What happened] <!-- hint --> **Impact:** lamps', ['lamp']],
  ])('%s', (_what, summary, expected) => {
    const words = counted(`# T\n\n## Summary\n\n${summary}\n`);
    for (const word of expected) expect(words).toContain(word);
    for (const word of ['secret', 'maria', 'hint', 'happened', 'impact', '42', '2026', '30s'])
      expect(words).not.toContain(word);
  });

  test('headings, heads of tables and the names of people are not counted', () => {
    const text = `# Lamps dark\n\n**Commander:** Philippa Marlowe\n\n## Zebra crossing\n\nMarlowe looked at the fuse.\n\n| Giraffe | Okapi |\n|---|---|\n| fuse | wire |\n`;
    expect(new Set(counted(text))).toEqual(new Set(['lamp', 'dark', 'looked', 'fuse', 'wire']));
  });

  test('that are names of JavaScript are words like others', () => {
    const answer = relatedTo(profile(aboutConstructors('One')), [...noise, profile(aboutConstructors('Two'), 'b.md')]);
    expect(first(answer)?.reasons[0]?.words?.map(({ word }) => word)).toContain('constructor');
  });

  test('of two languages do not meet, of one they do', () => {
    const answer = relatedTo(profile(german('eins'), 'a.md'), [...noise, profile(german('zwei'), 'b.md')]);
    expect(answer.incidents.map(({ file }) => file)).toEqual(['b.md']);
  });
});

const SEED = 20260302;

describe('whatever the texts', () => {
  const numbersIn = (value: unknown): readonly number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbersIn)
        : [];

  const check = (texts: readonly string[]): void => {
    const [asked, ...others] = texts.map((text, at) => profileOf(read(text), { file: `${at}.md` }));
    const answer = relatedTo(asked!, others, { later: true, limit: 100 });
    expect(numbersIn(answer).every(Number.isFinite)).toBe(true);
    expect(answer.compared + answer.leftOut.length).toBe(others.length);
    for (const { score, reasons } of answer.incidents) {
      expect(score).toBeGreaterThanOrEqual(answer.floor);
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 6);
      for (const { place } of reasons) expect(place === undefined || place.to <= texts[0]!.length).toBe(true);
    }
    const scores = answer.incidents.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    // Narrowed profiles say the same, in any order of the collection.
    const narrowed = texts.slice(1).map((text, at) => profileOf(read(text), { file: `${at + 1}.md`, about: asked! }));
    expect(relatedTo(asked!, narrowed.toReversed(), { later: true, limit: 100 }).incidents).toEqual(answer.incidents);
  };

  test.each([
    ['texts like Markdown', markdownLike, 60],
    ['any text', anyText, 40],
  ] as const)(`numbers are numbers and reasons add up in %s, seed ${SEED}`, (_name, texts, numRuns) => {
    const property = fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), check);
    expect(() => fc.assert(property, { seed: SEED, numRuns })).not.toThrow();
    expect(() => fc.assert(property, { numRuns: 10 })).not.toThrow();
  });

  test('in the fixtures', () => {
    expect(() => check(fixtures.slice(0, 40).map(([, text]) => text))).not.toThrow();
  });

  test.each([
    ['a megabyte of one word', `# T\n\n${'word '.repeat(200_000)}`],
    ['brackets', `# T\n\n${'['.repeat(100_000)}`],
    ['angle brackets', `# T\n\n${'<a '.repeat(100_000)}`],
    ['stars', `# T\n\n${'**a '.repeat(100_000)}`],
    ['open comments', `# T\n\n${'<!-- '.repeat(100_000)}`],
    ['dots', `# T\n\n${'a.'.repeat(200_000)}`],
    ['table rows', `# T\n\n${'|-'.repeat(100_000)}\n${'|-|\n'.repeat(50_000)}`],
    ['humps', `# T\n\n## Detection\n\nalert ${'Aa'.repeat(100_000)}\n`],
    ['quotes', `# T\n\n## Detection\n\n${'alert “'.repeat(30_000)}\n`],
    ['kanji', `# T\n\n${'証明書期限'.repeat(40_000)}`],
    ['boxes', `# T\n\n${'- [ ] '.repeat(60_000)}\n`],
  ])('%s takes no more than a moment', (_what, text) => {
    const reading = read(text);
    const start = performance.now();
    const made = profileOf(reading, { file: 'a.md' });
    relatedTo(made, [made, ...noise]);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('one rare word alone is chance', () => {
    const one = profile(told({ title: 'Lamps and the zyzzyva', summary: 'Many lamps of the hall went dark at once.' }));
    const two = profile(
      told({ title: 'A zyzzyva again', summary: 'Fares were rounded, a partner had units.' }),
      'b.md',
    );
    const link = profile(told({ title: 'Lamps of the zyzzyva', summary: 'The hall went dark.' }), 'c.md');
    expect(relatedTo(one, [...noise, two, link]).incidents.map(({ file }) => file)).toEqual(['c.md']);
  });

  test('chance alone finds nothing', () => {
    const random = seeded(5);
    const texts = Array.from({ length: 80 }, (_, at) =>
      profile(
        told({ title: `Day ${at}`, summary: story(theme(200 + at), random(1e6), 10), date: '2026-01-01' }),
        `${at}.md`,
      ),
    );
    expect(texts.map((asked) => relatedTo(asked, texts).alike)).toEqual(texts.map(() => 0));
  });
});
