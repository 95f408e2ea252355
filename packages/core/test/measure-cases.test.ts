import { describe, expect, test } from 'vitest';
import { measured, now, pinned, shortly, valuesOf } from './measured.ts';

function incident(header: string, rows: readonly string[] = [], rest = ''): string {
  return `# Kites down\n\n**Date:** 2026-03-01\n${header}\n\n## Timeline (UTC)\n\n${rows.map((row) => `- ${row}`).join('\n')}\n\n${rest}`;
}

describe('the definition of the house', () => {
  const text = pinned({
    impactStart: '2026-03-01T10:00Z',
    acknowledged: '2026-03-01T10:14Z',
    firstMitigation: '2026-03-01T10:30Z',
    mitigated: '2026-03-01T10:55Z',
  });

  test.each([
    [{}, 'time-to-mitigate/from-impact', 55],
    [{ 'time-to-mitigate': 'from-acknowledgement' }, 'time-to-mitigate/from-acknowledgement', 16],
    [{ 'time-to-mitigate': 'time-to-mitigate/to-first-mitigation' }, 'time-to-mitigate/to-first-mitigation', 30],
    [{ 'time-to-mitigate': 'no such' }, 'time-to-mitigate/from-impact', 55],
  ])('%o marks %s', (definitions, id, minutes) => {
    const all = [...measured(text, { definitions }).values()].filter(({ metric }) => metric === 'time-to-mitigate');
    expect(all.filter(({ isHouse }) => isHouse).map(({ definition }) => definition)).toEqual([id]);
    expect(shortly(all.find(({ isHouse }) => isHouse))).toBe(minutes);
    expect(all).toHaveLength(5);
  });

  test.each([
    ['without a word', {}],
    [
      'where no metric has what the settings say',
      {
        availability: 'no such',
        'error-rate-peak': 'no such',
        'error-budget-consumed': 'no such',
        'latency-ratio': '',
      },
    ],
  ])('each metric has exactly one %s', (_case, definitions) => {
    const metrics = Map.groupBy(measured('', { definitions }).values(), ({ metric }) => metric);
    const counts = [...metrics].map(([metric, all]) => [metric, all.filter(({ isHouse }) => isHouse).length]);
    expect(counts).toEqual([...metrics.keys()].map((metric) => [metric, 1]));
  });
});

describe('what is not over', () => {
  const rows = ['10:00 Outage started', '10:04 Alert fired'];
  const minutes = (now - Date.UTC(2026, 2, 1, 10)) / 60_000;

  test.each(['Investigating', 'Ongoing', 'UNDER INVESTIGATION', '🔴 Active', 'Pågående', '調査中', 'In progress (P1)'])(
    '%s leaves the end open',
    (status) => {
      const text = incident(`**Status:** ${status}`, rows);
      expect(
        valuesOf(text, ['time-to-resolve/from-impact', 'impact-duration/impact', 'time-to-detect/from-impact']),
      ).toEqual({
        'time-to-resolve/from-impact': `≥ ${minutes}`,
        'impact-duration/impact': `≥ ${minutes}`,
        'time-to-detect/from-impact': 4,
      });
    },
  );

  test.each(['Resolved', 'Closed', 'Done', 'Not investigating any more', ''])(
    '%s does not: the end is unknown',
    (status) => {
      const text = incident(`**Status:** ${status}`, rows);
      expect(shortly(measured(text).get('time-to-resolve/from-impact'))).toBe('unknown: noResolved');
    },
  );

  test('mitigated is not resolved', () => {
    const text = incident('**Status:** Mitigated', rows);
    expect(
      valuesOf(text, ['time-to-resolve/from-impact', 'impact-duration/impact', 'time-to-mitigate/from-impact']),
    ).toEqual({
      'time-to-resolve/from-impact': `≥ ${minutes}`,
      'impact-duration/impact': 'unknown: noImpactEnd',
      'time-to-mitigate/from-impact': 'unknown: noMitigated',
    });
  });

  test('a known end counts, whatever the status says', () => {
    const text = incident('**Status:** Investigating', [...rows, '10:30 Service restored']);
    expect(shortly(measured(text).get('impact-duration/impact'))).toBe(30);
  });

  test('an end that must have come is not open, even where nobody wrote when', () => {
    const text = incident('**Status:** Investigating', [...rows, '10:30 Issue mitigated']);
    expect(
      valuesOf(text, ['time-to-mitigate/to-first-mitigation', 'time-to-resolve/from-impact', 'impact-duration/impact']),
    ).toEqual({
      'time-to-mitigate/to-first-mitigation': 'unknown: noFirstMitigation',
      'time-to-resolve/from-impact': `≥ ${minutes}`,
      'impact-duration/impact': 30,
    });
  });

  test('a start that lies ahead of now is said', () => {
    const text = incident('**Status:** Ongoing', rows);
    expect(shortly(measured(text, { now: Date.UTC(2020, 0) }).get('impact-duration/impact'))).toBe(
      'invalid: startInFuture',
    );
    expect(shortly(measured(text, { now: Number.NaN }).get('impact-duration/impact'))).toBe('unknown: noImpactEnd');
  });
});

describe('edge cases', () => {
  test('zero length', () => {
    const text = pinned({
      impactStart: '2026-03-01T10:00Z',
      detected: '2026-03-01T10:00Z',
      impactEnd: '2026-03-01T10:00Z',
    });
    expect(valuesOf(text, ['time-to-detect/from-impact', 'impact-duration/impact'])).toEqual({
      'time-to-detect/from-impact': 0,
      'impact-duration/impact': 0,
    });
  });

  test('an early warning counts as 0, and tells by how much', () => {
    const text = incident('', ['09:40 Alert fired', '10:00 Outage started', '10:30 Service restored']);
    const found = measured(text).get('time-to-detect/from-impact');
    expect(shortly(found)).toBe(0);
    expect(found?.notes.join()).toContain('20 min before impact start (−20 min)');
  });

  test('a sign in a row below the start, with an earlier clock, is no early warning', () => {
    const text = incident('', ['2026-03-01 23:04 Outage started', '2026-03-01 02:50 Customers report it']);
    expect(shortly(measured(text).get('time-to-detect/from-impact'))).toBe('invalid: endBeforeStart');
  });

  test('no usable time: a reason and a next step for every number', () => {
    for (const text of [
      '',
      '# Kites down\n',
      'Nothing but words.',
      incident('', ['HH:MM Outage started', '??:?? Service restored']),
    ]) {
      const all = [...measured(text).values()];
      expect(all.length).toBeGreaterThan(20);
      for (const { result } of all) {
        expect(['unknown', 'notApplicable']).toContain(result.state);
        expect('message' in result && result.message.length).toBeGreaterThan(20);
      }
    }
  });

  test('an incident that people found has no time since an alert', () => {
    const text = incident('', [
      '10:00 Outage started',
      '10:10 Customers reported errors',
      '10:12 On-call acknowledged',
    ]);
    expect(
      valuesOf(text, [
        'time-to-acknowledge/from-alert',
        'time-to-acknowledge/from-detection',
        'alert-latency/from-impact',
      ]),
    ).toEqual({
      'time-to-acknowledge/from-alert': 'notApplicable: noAlert',
      'time-to-acknowledge/from-detection': 2,
      'alert-latency/from-impact': 'notApplicable: noAlert',
    });
  });

  test('an end that stands in for another says so', () => {
    const restored = measured(incident('', ['10:00 Outage started', '10:30 Service restored']));
    expect(shortly(restored.get('time-to-resolve/from-impact'))).toBe(30);
    expect(restored.get('time-to-resolve/from-impact')?.to?.instant).toBe('impactEnd');
    expect(restored.get('time-to-resolve/from-impact')?.notes.join()).toContain('No row says that it was resolved');
    const resolved = measured(incident('', ['10:00 Outage started', '10:40 Incident resolved']));
    expect(shortly(resolved.get('impact-duration/impact'))).toBe(40);
    expect(resolved.get('impact-duration/impact')?.notes.join()).toContain('at most so long');
  });

  test('several stretches of impact are counted together', () => {
    const rows = ['10:00 Outage started', '10:40 Service restored', '12:00 Outage started', '12:10 Service restored'];
    const found = measured(incident('', rows)).get('impact-duration/impact');
    expect(shortly(found)).toBe(50);
    expect(found?.notes.join()).toContain('10:00–10:40, 12:00–12:10');
    expect(found?.places).toHaveLength(4);
  });
});

describe('what is stated, beside what follows', () => {
  const rows = ['10:00 Outage started', '10:05 Errors detected', '11:12 Service restored', '11:30 Incident resolved'];

  test.each([
    ['72 minutes', 'agrees', 1],
    ['73 min', 'agrees', 1],
    ['74 min', 'differs', 1],
    ['1 h 12 min', 'agrees', 1],
    ['1 hour', 'agrees', 30],
    ['1.2 hours', 'agrees', 3],
    ['1.5 hours', 'agreesWithOther', 3],
    ['90 minutes', 'agreesWithOther', 1],
    ['67 minutes', 'agreesWithOther', 1],
    ['~70 minutes', 'agrees', 7],
    ['2 hours', 'agreesWithOther', 30],
    ['3 hours', 'differs', 30],
    ['2 days', 'differs', 720],
  ])('a duration of %s %s within %d', (written, verdict, tolerance) => {
    const stated = measured(incident(`**Duration:** ${written}`, rows)).get('impact-duration/impact')?.stated;
    expect(stated?.verdict).toBe(verdict);
    expect(stated?.tolerance).toBeCloseTo(tolerance, 6);
  });

  test('one that agrees with another definition names it', () => {
    const stated = measured(incident('**Duration:** 90 minutes', rows)).get('impact-duration/impact')?.stated;
    expect(stated).toMatchObject({ fits: 'impact-duration/until-resolved', value: 90 });
    expect(stated?.message).toBe(
      'The stated impact duration “90 minutes” is the time from the start of the impact to the resolution; while users were affected it is 72 min.',
    );
  });

  test('the number is never the stated one', () => {
    const found = measured(incident('**Duration:** 3 hours', rows)).get('impact-duration/impact');
    expect([shortly(found), found?.stated?.value]).toEqual([72, 180]);
    expect(shortly(measured(incident('**Duration:** 3 hours')).get('impact-duration/impact'))).toBe(
      'unknown: noImpactStart',
    );
  });

  test('where the start is not told, rows that lie so far apart are offered as a pin', () => {
    const text = incident('**Time to resolve:** 95 minutes', [
      '05:10 New table',
      '05:47 Issue detected',
      '06:45 Issue resolved',
    ]);
    const stated = measured(text).get('time-to-resolve/from-impact')?.stated;
    expect(stated?.verdict).toBe('notCompared');
    expect(stated?.message).toContain('pin it in the front matter: times: { impactStart: 2026-03-01T05:10Z }');
  });
});

describe('users affected, as the document counts them', () => {
  test.each([
    ['12,000 users', { count: 12_000, share: 'unknown: onlyCount' }],
    ['12.000 Nutzer', { count: 12_000, share: 'unknown: onlyCount' }],
    ['~2.5k customers', { count: 2_500, share: 'unknown: onlyCount' }],
    ['1.2 million users', { count: 1_200_000, share: 'unknown: onlyCount' }],
    ['15% of users', { count: 'unknown: onlyShare', share: 15 }],
    ['All users', { count: 'unknown: onlyShare', share: 100 }],
    ['None', { count: 0, share: 'unknown: onlyCount' }],
    ['~15% of API requests failed', { count: 'invalid: requestsNotUsers', share: 'invalid: requestsNotUsers' }],
    ['100-200 users', { count: 'unknown: noNumber', share: 'unknown: noNumber' }],
    ['several teams', { count: 'unknown: noNumber', share: 'unknown: noNumber' }],
    ['250% of users', { count: 'unknown: noNumber', share: 'unknown: noNumber' }],
    [
      'the dashboard told of 3 errors in the log of each node, and nobody could say who had seen them',
      { count: 'unknown: noNumber', share: 'unknown: noNumber' },
    ],
    [
      '~15% of API requests failed with 503 in the first hour',
      { count: 'invalid: requestsNotUsers', share: 'invalid: requestsNotUsers' },
    ],
    ['[Number]', { count: 'unknown: noUsers', share: 'unknown: noUsers' }],
  ])('%s', (written, { count, share }) => {
    const text = incident(`**Users affected:** ${written}`);
    expect(valuesOf(text, ['users-affected/count', 'users-affected/share'])).toEqual({
      'users-affected/count': count,
      'users-affected/share': share,
    });
  });
});

function actionTable(rows: readonly string[]): string {
  return `## Action items\n\n| Action | Priority | Due Date | Status |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
}

describe('action items done', () => {
  const ids = ['action-item-completion/of-all', 'action-item-completion/of-due', 'action-item-completion/top-priority'];
  const values = (text: string) => Object.values(valuesOf(text, ids));

  test('of all, of those due, of the top priority; cancelled ones left out', () => {
    const rows = [
      'One|P0|2026-04-01|Done',
      'Two|P0|2026-04-01|Open',
      'Three|P1|2026-12-01|Done',
      'Four|P1|2026-04-01|Cancelled',
    ];
    expect(values(incident('', [], actionTable(rows)))).toEqual([(100 * 2) / 3, 50, 50]);
    const found = measured(incident('', [], actionTable(rows))).get('action-item-completion/of-all');
    expect(found?.notes).toEqual(['2 of 3 done.', '1 cancelled, left out.']);
    expect(found?.places).toHaveLength(3);
  });

  test('without items, without states, all cancelled', () => {
    expect(values(incident(''))).toEqual(Array(3).fill('unknown: noActionItems'));
    expect(values(incident('', [], '## Action items\n\n- Do this\n- Do that\n'))[0]).toBe('unknown: noActionStates');
    expect(values(incident('', [], actionTable(['One|P0|2026-04-01|Cancelled'])))[0]).toBe('notApplicable: noneCounts');
  });
});

test('internal cost is what the document states', () => {
  const text =
    '# Kites\n\n## Impact\n\n**Internal Impact:**\n- **Engineering time:** 14 engineer-hours\n- **Support tickets:** 37\n';
  expect(valuesOf(text, ['engineering-time/stated', 'support-tickets/stated'])).toEqual({
    'engineering-time/stated': 840,
    'support-tickets/stated': 37,
  });
  const vague = text.replace('14 engineer-hours', '3 people for 2 days').replace('37', 'a few');
  expect(valuesOf(vague, ['engineering-time/stated', 'support-tickets/stated'])).toEqual({
    'engineering-time/stated': 'unknown: noNumber',
    'support-tickets/stated': 'unknown: noNumber',
  });
});
