import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';

describe('the plain values', () => {
  test('of a text that says nothing', () => {
    expect(plainValues(read('Nothing.\n'))).toEqual({
      title: null,
      incidentId: null,
      severity: null,
      status: null,
      people: { authors: [], commander: null, responders: [] },
      date: null,
      zone: null,
      language: 'en',
      sections: {},
      fields: {},
      timeline: [],
      stated: {
        timeToDetectMinutes: null,
        timeToResolveMinutes: null,
        timeToMitigateMinutes: null,
        durationMinutes: null,
      },
      actionItems: [],
      counts: { contributingFactors: 0, wentWell: 0, wentWrong: 0, lucky: 0, whys: 0 },
    });
  });

  test('of a full document', () => {
    const text = `# INC-7: Lift **stuck**

**Date:** 2026-03-01
**Severity:** SEV2 (one house)
**Status:** Resolved
**Author:** Ana
**Incident Commander:** Bo
**Responders:** Chi, Dee
**Duration:** 1h 5m
**Impact:** Nobody went up.

## Timeline (CET)

- 14:05 – 14:10 Lift stops
- 15:10 Lift goes

## Contributing factors

- Rust
- Rain

## What went well

- Stairs

## What went wrong

- No phone
- No light

## Where we got lucky

- Empty

## 5 Whys

1. Why? Rust

## Action items

- [ ] Oil the rail (@bo) by 2026-04-01
`;
    expect(plainValues(read(text))).toEqual({
      title: 'INC-7: Lift stuck',
      incidentId: 'INC-7',
      severity: 'SEV2 (one house)',
      status: 'Resolved',
      people: { authors: ['Ana'], commander: 'Bo', responders: ['Chi', 'Dee'] },
      date: '2026-03-01',
      zone: 'CET',
      language: 'en',
      sections: {
        timeline: ['Timeline (CET)'],
        contributingFactors: ['Contributing factors'],
        wentWell: ['What went well'],
        wentWrong: ['What went wrong'],
        lucky: ['Where we got lucky'],
        fiveWhys: ['5 Whys'],
        actionItems: ['Action items'],
      },
      fields: { impact: 'Nobody went up.' },
      timeline: [
        { at: '2026-03-01T14:05', until: '2026-03-01T14:10', text: 'Lift stops' },
        { at: '2026-03-01T15:10', text: 'Lift goes' },
      ],
      stated: {
        timeToDetectMinutes: null,
        timeToResolveMinutes: null,
        timeToMitigateMinutes: null,
        durationMinutes: 65,
      },
      actionItems: [
        { text: 'Oil the rail', owners: ['@bo'], due: '2026-04-01', done: false, priority: null, ticket: null },
      ],
      counts: { contributingFactors: 2, wentWell: 1, wentWrong: 2, lucky: 1, whys: 1 },
    });
  });

  test('a heading with two topics stands under both names', () => {
    expect(plainValues(read('# Lift\n\n## Detection & Response\n')).sections).toEqual({
      detection: ['Detection & Response'],
      response: ['Detection & Response'],
    });
  });

  test('they are plain JSON', () => {
    const values = plainValues(read('# Lift\n\n## Timeline\n\n- 14:05 – 15:10 stuck\n'));
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });
});
