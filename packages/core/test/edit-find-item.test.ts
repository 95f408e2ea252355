import { describe, expect, test } from 'vitest';
import { type ItemReference, read } from '../src/index.ts';
import { actionIndex, eventIndex } from '../src/write/find-item.ts';

const reading = read(`# K

## Timeline

- 14:05 – Kite fell
- 14:20 – Line mended
- 14:30 – Kite fell

## Action items

| ID | Action | Ticket |
|---|---|---|
| A-1 | Buy line | KITE-7 |
| A-2 | Check knots | KITE-8 |
| A-2 | Look up | |
`);

describe('an event', () => {
  test.each<readonly [ItemReference, number | string]>([
    [{ index: 1 }, 1],
    [{ text: 'Line mended' }, 1],
    [{ text: ' Line  mended\n' }, 1],
    [{ index: 2, text: 'Kite fell' }, 2],
    [{ index: 0, text: 'Line mended' }, 1],
    [{ index: 9, text: 'Line mended' }, 1],
    [{ text: 'Kite fell' }, 'ambiguous'],
    [{ index: 1, text: 'Kite fell' }, 'ambiguous'],
    [{ text: 'Rain' }, 'not-found'],
    [{ index: 3 }, 'not-found'],
    [{ index: -1 }, 'not-found'],
    [{ index: 0.5 }, 'not-found'],
    [{}, 'not-found'],
  ])('%j', (reference, expected) => {
    const found = eventIndex(reading, reference);
    expect(typeof found === 'number' ? found : found.code).toBe(expected);
  });
});

describe('an action item', () => {
  test.each<readonly [ItemReference, number | string]>([
    [{ id: 'A-1' }, 0],
    [{ id: 'KITE-8' }, 1],
    [{ id: 'A-1', index: 2 }, 0],
    [{ text: 'Look up' }, 2],
    [{ id: 'A-2' }, 'ambiguous'],
    [{ id: 'A-9' }, 'not-found'],
  ])('%j', (reference, expected) => {
    const found = actionIndex(reading, reference);
    expect(typeof found === 'number' ? found : found.code).toBe(expected);
  });

  test('a refusal says how many there are', () => {
    expect(actionIndex(reading, { index: 7 })).toEqual({
      code: 'not-found',
      message: 'There is no action item 8; the document has 3.',
    });
  });
});
