import type { Field, Place, Reading } from '@debrief/core/read';

/** Something that the document asks for or should have, and does not say. */
export interface UnknownPart {
  readonly name: string;
  readonly why: string;
  readonly place?: Place;
}

const WHY: Readonly<Record<string, string>> = {
  absent: 'not in the text',
  empty: 'left empty',
  placeholder: 'still a placeholder',
  undecided: 'options, none chosen',
  ambiguous: 'can be read two ways',
  impossible: 'not possible as written',
  unreadable: 'not understood',
};

/** What is unknown: the facts that every post-mortem needs, and every placeholder that the model met. */
export function unknownsOf({ postmortem }: Reading): readonly UnknownPart[] {
  const { impact, causes, people, detection, resolution } = postmortem;
  const asked: readonly (readonly [string, Field<unknown>])[] = [
    ['title', postmortem.title],
    ['date', postmortem.date],
    ['severity', postmortem.severity],
    ['status', postmortem.status.incident.state === 'known' ? postmortem.status.incident : postmortem.status.document],
    ['summary', postmortem.summary],
    ['impact', impact.text],
    ['root cause', causes.root],
    ['detection', detection.how],
    ['resolution', resolution.text],
    ['author', people.authors[0] ?? { state: 'unknown', reason: 'absent', places: [] }],
    ['zone', postmortem.zone],
    ...(['commander', 'reporter', 'technicalLead'] as const).flatMap((name) =>
      people[name].state === 'unknown' && people[name].reason === 'absent' ? [] : [[name, people[name]] as const],
    ),
    ['incident id', isAbsent(postmortem.incidentId) ? KNOWN : postmortem.incidentId],
    ...(['users', 'customers', 'revenue', 'regions', 'services'] as const).flatMap((name) => {
      const field = impact[name];
      return Array.isArray(field) || isAbsent(field as Field<string>)
        ? []
        : [[`impact: ${name}`, field as Field<string>] as const];
    }),
    ...Object.entries(postmortem.stated).map(([name, field]) => [name, field] as const),
    ...postmortem.actionItems.flatMap(({ owners, due }, at) => [
      [`owner of action ${at + 1}`, owners[0] ?? KNOWN] as const,
      [`due date of action ${at + 1}`, isAbsent(due) ? KNOWN : due] as const,
    ]),
  ];
  const parts = asked.flatMap(([name, field]): readonly UnknownPart[] => {
    if (field.state !== 'unknown') return [];
    const [place] = field.places;
    return [{ name, why: WHY[field.reason] ?? field.reason, ...(place !== undefined && { place }) }];
  });
  if (postmortem.timeline.length === 0) parts.push({ name: 'timeline', why: 'no event found' });
  if (postmortem.actionItems.length === 0) parts.push({ name: 'action items', why: 'none found' });
  return parts;
}

const KNOWN: Field<string> = { state: 'notApplicable', written: '', places: [] };

function isAbsent(field: Field<unknown>): boolean {
  return field.state === 'unknown' && field.reason === 'absent';
}
