import { describe, expect, test } from 'vitest';
import { historyFaults, manyWriters, startOf } from '../drills/many-writers.ts';
import { storeKinds } from './with-store.ts';
import { draftOf, openLife } from './with-life.ts';

const WRITERS = 12;

describe.each(storeKinds)('many writers at once on %s', (kind) => {
  test.each([1, WRITERS])('of %i documents: the history holds exactly the acknowledged edits', async (count) => {
    await using site = await openLife(kind);
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, at) => site.person(`Writer ${at}`)));
    const documents = await Promise.all(people.slice(0, count).map((person) => draftOf(person, startOf(WRITERS))));
    const written = await manyWriters({ writers: people.map(({ ask }) => ask), documents, edits: 6 });
    expect([...written.acknowledged.values()].flat()).toHaveLength(WRITERS * 6);
    expect(await historyFaults(site.store, written)).toEqual([]);
  });
});
