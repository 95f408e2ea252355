import path from 'node:path';
import { acceptInvitation } from '../accounts/accept-invitation.ts';
import { defaultAccess } from '../accounts/access-settings.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { firstLink } from '../accounts/first-link.ts';
import { invite } from '../accounts/invite.ts';
import { newSecret } from '../accounts/new-secret.ts';
import type { Actor, Context } from '../context.ts';
import { folderSource } from '../exchange/folder-source.ts';
import { importFiles } from '../exchange/import-files.ts';
import { approve } from '../life/approve.ts';
import { dismissPostmortem } from '../life/dismiss.ts';
import { mergeInto } from '../life/merge-into.ts';
import { publishPostmortem } from '../life/publish.ts';
import { requestReview } from '../life/request-review.ts';

const FOLDER = path.join(import.meta.dirname, '../../demo');

/** The people of the demo: who runs the place, who writes, who reads it over, and who only reads. */
const PEOPLE = [
  { name: 'Mara Lind', email: 'mara@example.com', role: 'admin' },
  { name: 'Joon Park', email: 'joon@example.com', role: 'editor' },
  { name: 'Tess Okafor', email: 'tess@example.com', role: 'editor' },
  { name: 'Ivo Brandt', email: 'ivo@example.com', role: 'viewer' },
] as const;

type Stage = 'review' | 'approved' | 'published';

/** How far each document has come; what is not named stays a draft. */
const STAGES: Readonly<Record<string, Stage>> = {
  '2026-05-04-booking-oversold.md': 'published',
  '2026-05-18-timetable-summer.md': 'published',
  '2026-06-02-payments-cards.md': 'published',
  '2026-06-15-boarding-scanners.md': 'published',
  '2026-07-03-platform-certificates.md': 'published',
  '2026-07-12-notifications-late.md': 'approved',
  '2026-06-24-booking-slow.md': 'review',
};
const FALSE_ALARM = '2026-08-11-false-alarm.md';
const DOUBLE = '2026-08-11-booking-probe.md';

export interface LoadedDemo {
  readonly people: readonly { readonly email: string; readonly role: string }[];
  /** Of all of them; kept nowhere. */
  readonly password: string;
}

/** Fills an empty workspace with invented people and post-mortems, by the same verbs as people do; null where it is not empty. */
export async function loadDemo(surroundings: Omit<Context, 'actor'>): Promise<LoadedDemo | null> {
  if (!(await isEmpty(surroundings))) return null;
  const password = newSecret();
  const [admin, writer, reviewer] = await peopleOf(surroundings, password);
  if (admin === undefined || writer === undefined || reviewer === undefined) return null;
  const as = (actor: Actor): Context => ({ ...surroundings, actor });
  await takeSettingsFirst(as(admin));
  const { files } = await importFiles(as(writer), await folderSource(FOLDER));
  const ids = new Map(files.flatMap(({ path: file, id }) => (id === null ? [] : [[file, id] as const])));
  for (const [file, stage] of Object.entries(STAGES))
    await bring(stage, ids.get(file) ?? '', { writer: as(writer), reviewer: as(reviewer) });
  const falseAlarm = ids.get(FALSE_ALARM) ?? '';
  await mergeInto(as(writer), { id: ids.get(DOUBLE) ?? '', into: falseAlarm });
  await dismissPostmortem(as(writer), { id: falseAlarm, reason: 'The probe failed; booking did not.' });
  return { people: PEOPLE, password };
}

async function isEmpty({ store: { read } }: Omit<Context, 'actor'>): Promise<boolean> {
  const [person, postmortem] = await Promise.all([
    read.selectFrom('people').select('id').limit(1).executeTakeFirst(),
    read.selectFrom('postmortems').select('id').limit(1).executeTakeFirst(),
  ]);
  return person === undefined && postmortem === undefined;
}

async function peopleOf(
  surroundings: Omit<Context, 'actor'>,
  password: string,
): Promise<readonly Extract<Actor, { kind: 'person' }>[]> {
  const accounts = openAccounts(surroundings, { ...defaultAccess, secret: newSecret() });
  const visitor = { address: 'demo', userAgent: null, cookie: null };
  const machine: Context = { ...surroundings, actor: { kind: 'machine', id: 'demo' } };
  for (const { name, email, role } of PEOPLE) {
    const link = (await firstLink(machine)) ?? (await invite(machine, { email, role }));
    await acceptInvitation(accounts, { secret: link.secret, name, email, password }, visitor);
  }
  const rows = await surroundings.store.read.selectFrom('people').select(['id', 'name', 'role', 'email']).execute();
  return PEOPLE.flatMap(({ email }) => {
    const row = rows.find((each) => each.email === email);
    return row === undefined ? [] : [{ kind: 'person', id: row.id, name: row.name, role: row.role, scopes: null }];
  });
}

/** Only an admin brings settings in. */
async function takeSettingsFirst(context: Context): Promise<void> {
  const { files } = await folderSource(FOLDER);
  await importFiles(context, { files: files.filter(({ path: file }) => file === 'debrief.yaml'), refused: [] });
}

async function bring(
  stage: Stage,
  id: string,
  { writer, reviewer }: { readonly writer: Context; readonly reviewer: Context },
): Promise<void> {
  await requestReview(writer, { id, people: [reviewer.actor.id] });
  if (stage === 'review') return;
  await approve(reviewer, { id, revision: 1 });
  if (stage === 'published') await publishPostmortem(writer, { id });
}
