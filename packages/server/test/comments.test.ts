import { describe, expect, test } from 'vitest';
import { storeKinds } from './with-store.ts';
import { draftOf, fine, openLife, publishedBy, REPORT, rewrite, tick } from './with-life.ts';

describe.each(storeKinds)('comments on %s', (kind) => {
  test('move with the text, and keep their words where those are gone', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim');
    const id = await draftOf(kim);
    const words = 'a migration held';
    const from = REPORT.indexOf(words);
    const place = { from, to: from + words.length };
    const comments = `/postmortems/${id}/comments`;
    await fine(kim.ask('POST', comments, { text: 'Which one?', anchor: { revision: 1, place } }));
    await fine(kim.ask('POST', comments, { text: 'A good read.' }));

    await fine(rewrite(kim, id, { base: 1, text: REPORT.replace('nothing, since', 'nothing at all, since') }));
    const moved = (await fine(kim.ask('GET', comments))).comments;
    expect(moved).toMatchObject([
      { text: 'Which one?', quoted: words, place: { from: from + 7, to: from + 7 + words.length } },
      { text: 'A good read.', quoted: null, place: null },
    ]);

    // Somebody who still looks at the first revision finds the words where they are now.
    await fine(kim.ask('POST', comments, { text: 'And when?', anchor: { revision: 1, place } }));
    expect((await fine(kim.ask('GET', comments))).comments[2].place).toEqual(moved[0].place);

    const { text } = await fine(kim.ask('GET', `/postmortems/${id}`));
    await fine(rewrite(kim, id, { base: 2, text: text.replace(` that ${words}`, '') }));
    expect((await fine(kim.ask('GET', comments))).comments[0]).toMatchObject({ quoted: words, place: null });
  });

  test('are answered, resolved, opened again, and taken back by their author alone', async () => {
    await using site = await openLife(kind);
    const [kim, ana, vera] = [await site.person('Kim'), await site.person('Ana'), await site.person('Vera', 'viewer')];
    const id = await draftOf(kim);
    const comments = `/postmortems/${id}/comments`;
    const { comment } = await fine(kim.ask('POST', comments, { text: 'Which migration?' }));
    const { comment: answer } = await fine(
      ana.ask('POST', `${comments}/${comment}/answers`, { text: 'The nightly one.' }),
    );
    await fine(kim.ask('POST', `${comments}/${answer}/answers`, { text: 'Thanks.' }));
    const [thread] = (await fine(vera.ask('GET', comments))).comments;
    expect(thread).toMatchObject({
      author: { name: 'Kim' },
      resolved: null,
      answers: [
        { text: 'The nightly one.', author: { name: 'Ana' } },
        { text: 'Thanks.', author: { name: 'Kim' } },
      ],
    });
    expect(await vera.ask('POST', comments, { text: 'Me too' })).toMatchObject({ status: 403 });
    expect(await ana.ask('POST', `${comments}/${answer}/resolve`)).toMatchObject({ status: 400 });
    const resolved = await fine(ana.ask('POST', `${comments}/${comment}/resolve`));
    expect(resolved.comments[0].resolved).toMatchObject({ by: ana.id });
    await fine(ana.ask('POST', `${comments}/${comment}/resolve`));
    const open = await fine(ana.ask('POST', `${comments}/${comment}/reopen`));
    expect(open.comments[0].resolved).toBeNull();

    expect(await ana.ask('DELETE', `${comments}/${comment}`)).toMatchObject({ status: 403 });
    const left = await fine(kim.ask('DELETE', `${comments}/${comment}`));
    expect(left.comments).toMatchObject([{ text: '', isDeleted: true, answers: [{ text: 'The nightly one.' }, {}] }]);
    expect(await kim.ask('DELETE', `${comments}/${comment}`)).toMatchObject({ status: 404 });
    const rows = await site.store.read
      .selectFrom('comments')
      .select(['text', 'quoted'])
      .where('id', '=', comment)
      .execute();
    expect(rows).toEqual([{ text: '', quoted: null }]);
  });

  test('on a correction stay on it, and go to what readers see when it is published', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await publishedBy(kim, ana);
    const corrected = REPORT.replace('1,200 customers', 'Some 1,450 customers');
    await fine(rewrite(kim, id, { base: 1, text: corrected }));
    const place = { from: corrected.indexOf('1,450'), to: corrected.indexOf('1,450') + 5 };
    const comments = `/postmortems/${id}/comments`;
    await fine(ana.ask('POST', comments, { text: 'Counted how?', anchor: { revision: 2, place } }));
    await fine(tick(ana, id, 1, 'AI-1'));
    expect((await fine(ana.ask('GET', comments))).comments).toMatchObject([{ line: 'correction', place }]);
    await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 }));
    const { text } = await fine(kim.ask('POST', `/postmortems/${id}/correction/publish`, {}));
    const [comment] = (await fine(ana.ask('GET', comments))).comments;
    expect(comment.line).toBe('main');
    expect(text.slice(comment.place.from, comment.place.to)).toBe('1,450');
  });

  test('refuse what cannot be kept, and ask about credentials', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim');
    const id = await draftOf(kim);
    const comments = `/postmortems/${id}/comments`;
    const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
    const outside = { revision: 1, place: { from: 0, to: 1_000_000 } };
    expect(await kim.ask('POST', comments, { text: 'Here', anchor: outside })).toMatchObject({ status: 400 });
    expect(await kim.ask('POST', comments, { text: '   ' })).toMatchObject({ status: 400 });
    expect(await kim.ask('POST', comments, { text: 'a\0b' })).toMatchObject({ status: 400 });
    expect(await kim.ask('POST', comments, { text: 'x'.repeat(20_001) })).toMatchObject({ status: 400 });
    const asked = await kim.ask('POST', comments, { text: `It was ${secret}` });
    expect(asked).toMatchObject({ status: 409, body: { code: 'secret-found', secrets: [{ kind: 'github-token' }] } });
    expect(JSON.stringify(asked.body)).not.toContain(secret);
    expect(await kim.ask('POST', comments, { text: `It was ${secret}`, acceptSecrets: true })).toMatchObject({
      status: 201,
    });
    expect(await kim.ask('POST', '/postmortems/not-there/comments', { text: 'Here' })).toMatchObject({ status: 404 });
  });
});
