import { lineView } from '@debrief/core/write';
import { exactText, markup, type Markup, readableText } from '@debrief/publish';
import type { Context } from 'hono';
import { z } from 'zod';
import { changePostmortem } from '../../postmortem/change-postmortem.ts';
import { readPostmortem, type ReadPostmortem } from '../../postmortem/read-postmortem.ts';
import { Problem } from '../../problem.ts';
import { lineDiff } from '../../revision/line-diff.ts';
import { contextFor } from '../context-for.ts';
import type { Environment } from '../environment.ts';
import { problemOf } from '../problem-answer.ts';
import { diffBlock } from './diff-block.ts';
import { findingsBlock } from './finding-rows.ts';
import { flash } from './flash.ts';
import { formOf } from './form-of.ts';
import { sendPage } from './layout.ts';
import type { Site } from './site.ts';

const formSchema = z.object({
  text: z.string().max(5_500_000),
  base: z.coerce.number().int().min(1).max(2_000_000_000),
  reason: z.string().max(400).default(''),
  acceptSecrets: z.literal('yes').optional(),
  next: z.enum(['stay', 'read']).default('stay'),
});

/** A plain field with the whole text. Lines end in LF here; the text keeps its own line ends. */
export async function editPage(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const shown = await readPostmortem(context, { id, which: 'newest' });
  return sendEditor(c, site, shown, {
    text: lineView(shown.revision.text).text,
    base: shown.revision.number,
    reason: '',
    fault: null,
  });
}

export async function editForm(c: Context<Environment>, site: Site): Promise<Response> {
  const context = contextFor(c, site.surroundings);
  const id = c.req.param('id') ?? '';
  const form = await formOf(c, formSchema);
  const path = `${site.basePath}/postmortems/${id}`;
  const text = form.text.replaceAll('\r\n', '\n');
  try {
    const kept = await changePostmortem(context, {
      id,
      base: form.base,
      edit: { kind: 'text', text },
      reason: form.reason.trim() === '' ? 'Edited' : form.reason,
      acceptSecrets: form.acceptSecrets === 'yes',
    });
    flash(c, kept.revision <= form.base ? 'unchanged' : kept.line === 'correction' ? 'saved-correction' : 'saved');
    return c.redirect(
      form.next === 'stay' ? `${path}/edit` : `${path}${kept.line === 'correction' ? '?revision=newest' : ''}`,
      303,
    );
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-found' || error.code === 'not-allowed') throw error;
    const shown = await readPostmortem(context, { id, which: 'newest' });
    const base = error.code === 'conflict' ? shown.revision.number : form.base;
    return sendEditor(c, site, shown, { text, base, reason: form.reason, fault: error });
  }
}

interface Filled {
  readonly text: string;
  readonly base: number;
  readonly reason: string;
  /** Why it was not saved. What was written is in the field all the same. */
  readonly fault: Problem | null;
}

function sendEditor(c: Context<Environment>, site: Site, shown: ReadPostmortem, filled: Filled): Response {
  const { text, base, reason, fault } = filled;
  const { revision, findings, record, postmortem } = shown;
  const path = `${site.basePath}/postmortems/${postmortem.id}`;
  const title = readableText(record.title ?? 'Untitled post-mortem', { longest: 200 });
  return sendPage(c, site, {
    title: `Edit: ${title}`,
    nav: 'postmortems',
    status: fault === null ? 200 : (problemOf(fault)?.status ?? 400),
    main: markup`<div class="sheet">
<div class="text">
<p class="meta"><a href="${path}">Back to the text</a> · revision ${revision.number}${revision.line === 'correction' ? ' of a correction' : ''}</p>
<h1><bdi>${title}</bdi></h1>
${fault === null ? null : faultBlock(fault, { theirs: lineView(revision.text).text, yours: text, number: revision.number })}
${postmortem.published !== null && revision.line === 'main' ? markup`<p class="note">This is published. Changes of action items and follow-up go right in; anything else begins a correction, and readers keep this text meanwhile.</p>` : null}
<form method="post" action="${path}/edit">
<input type="hidden" name="base" value="${base}">
<label for="text">Text, as Markdown</label>
<textarea id="text" name="text" rows="32" spellcheck="true">
${exactText(text)}</textarea>
<label for="reason">What changed, for the history</label>
<input class="wide-field" id="reason" type="text" name="reason" value="${reason}" maxlength="400" placeholder="Edited">
${fault?.code === 'secret-found' ? markup`<label class="one"><input type="checkbox" name="acceptSecrets" value="yes"> It is no secret, or everybody may know it: keep it</label>` : null}
<p class="send doing"><button class="main" type="submit" name="next" value="stay" accesskey="w">Save</button><button type="submit" name="next" value="read">Save and read</button></p>
</form>
</div>
<aside class="side" aria-label="Findings">${findingsBlock(findings, { text: revision.text, marked: new Set(), heading: 'Findings in what is saved' })}</aside>
</div>`,
  });
}

function faultBlock(
  { code, message }: Problem,
  { theirs, yours, number }: { readonly theirs: string; readonly yours: string; readonly number: number },
): Markup {
  if (code !== 'conflict')
    return markup`<p class="note bad" role="alert"><strong>Not saved.</strong> ${message} What you wrote is below.</p>`;
  return markup`<div class="note bad" role="alert"><p><strong>Not saved yet.</strong> Somebody else has changed the same words since you began: revision ${number} is theirs. What you wrote is in the field below, and nothing is lost.</p><p>Bring over from theirs what should stay, then save: your text then follows theirs.</p></div>
<h2>How they differ</h2>
<p class="soft">From theirs (−) to yours (+).</p>
${diffBlock(lineDiff(theirs, yours))}
<details><summary>Their whole text</summary><label for="theirs">Revision ${number}, as they saved it</label><textarea id="theirs" rows="16" readonly>
${exactText(theirs)}</textarea></details>
<h2>Your text</h2>`;
}
