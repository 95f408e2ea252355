import { exactText, markup, type Markup } from '@debrief/publish';
import type { ShownAnswer, ShownComment } from '../../comment/list-comments.ts';
import { timeOf } from './parts.ts';

/** The talk beside a document, and a field to join in. */
export function commentsBlock(
  comments: readonly ShownComment[],
  { action, mayWrite }: { readonly action: string; readonly mayWrite: boolean },
): Markup {
  return markup`<h2 id="comments">Comments</h2>
${comments.length === 0 ? markup`<p class="soft">None yet.</p>` : comments.map((comment) => threadOf(comment, action, mayWrite))}
${
  mayWrite
    ? markup`<form method="post" action="${action}"><label for="comment">Say something</label><textarea id="comment" name="text" rows="3" required maxlength="20000"></textarea><p class="send"><button type="submit">Comment</button></p></form>`
    : null
}`;
}

function threadOf(comment: ShownComment, action: string, mayWrite: boolean): Markup {
  const { id, quoted, resolved, answers, isDeleted } = comment;
  return markup`<article class="comment" id="comment-${id}">${quoted === null ? null : markup`<blockquote>${quoted.slice(0, 300)}</blockquote>`}
${isDeleted ? markup`<p class="soft">This comment was taken back.</p>` : saidBy(comment)}
${answers.map(saidBy)}
${resolved === null ? null : markup`<p><span class="pill good">settled</span> <span class="meta">${timeOf(resolved.at)}</span></p>`}
${
  mayWrite
    ? markup`<details><summary>${resolved === null ? 'Answer or settle' : 'Answer'}</summary><form method="post" action="${action}/${id}/answers"><label for="answer-${id}">Answer</label><textarea id="answer-${id}" name="text" rows="2" required maxlength="20000"></textarea><p class="send"><button type="submit">Answer</button></p></form>${resolved === null ? markup`<form method="post" action="${action}/${id}/resolve"><button type="submit">Settled</button></form>` : null}</details>`
    : null
}</article>`;
}

function saidBy({ author, at, text }: ShownAnswer): Markup {
  return markup`<p class="meta"><strong><bdi>${author.name}</bdi></strong> ${timeOf(at)}</p><p class="said">${exactText(text)}</p>`;
}
