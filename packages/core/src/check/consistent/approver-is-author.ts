import { fold } from '../../model/fold.ts';
import { knownOf } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';

/**
 * Looks for an approval by somebody who wrote the post-mortem.
 *
 * @finds document: # Mail down\n\n**Author**: Ana Berg\n\n## Sign-off\n\n| Role | Name | Date |\n| --- | --- | --- |\n| Service owner | Ana Berg | 2026-03-09 |\n ⟶ Ana Berg
 * @finds document: # Mail down\n\n**Authors**: @ana, @bo\n**Approved by**: @bo\n
 * @passes document: # Mail down\n\n**Author**: Ana Berg\n\n## Sign-off\n\n| Role | Name | Date |\n| --- | --- | --- |\n| Service owner | Bo Lind | 2026-03-09 |\n
 * @passes document: # Mail down\n\n**Author**: Ana Berg\n\n## Sign-off\n\n| Role | Name | Date |\n| --- | --- | --- |\n| Author | Ana Berg | 2026-03-09 |\n| Service owner | Bo Lind | 2026-03-09 |\n
 */
export const approverIsAuthor: Rule = {
  id: 'consistent/approver-is-author',
  about: 'An approval by somebody who wrote the post-mortem.',
  reason: 'A second pair of eyes sees what was plain to those who were there, and left out for that.',
  question: 'Who else, outside of the incident, could read it before it is published?',
  source: 'Google, Site Reliability Engineering, chapter 15: Postmortem Culture',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: ownApprovals,
};

/** Roles in a sign-off that are no approval. */
const NO_APPROVAL =
  /author|writer|prepared|written|report|review|attend|facilitat|autor|verfass|ersteller|pr[uü]f|r[eé]dact|auteur|relect|revis|redact|forfatter|skrevet|作成|作者|起草|レビュー|审阅|審閲/i;

function ownApprovals({ reading: { postmortem }, context }: Checked): readonly Hit[] {
  const authors = new Set(knownOf(postmortem.people.authors).map(({ value }) => fold(value)));
  const teams = new Set(context.teams.map((team) => fold(team)));
  if (authors.size === 0) return [];
  const approvals = postmortem.signOff.approvals.flatMap(({ role, name }) =>
    name.state === 'known' && !NO_APPROVAL.test(role) ? [name] : [],
  );
  const isOwn = (name: string): boolean => authors.has(fold(name)) && !teams.has(fold(name)) && !/\bteam\b/i.test(name);
  const others = approvals.filter(({ value }) => !isOwn(value)).length;
  return approvals
    .filter(({ value }) => isOwn(value))
    .slice(0, 1)
    .flatMap(({ places: [place] }): readonly Hit[] =>
      place === undefined
        ? []
        : [
            others > 0
              ? { place, message: 'One of those who approved also wrote it.', atMost: 'info' }
              : { place, message: 'The only approval is by an author.' },
          ],
    );
}
