import type { Field, FieldName, Postmortem, SectionName } from '../model/index.ts';
import type { LabelName } from '../vocabulary/index.ts';

/** Where a field stands in the model, what its label is called, and in which sections it is at home. */
export interface FieldSpec {
  readonly path: string;
  readonly label: LabelName;
  readonly form: 'line' | 'prose' | 'list' | 'minutes';
  /** Sections whose labels it joins; the header where there are none. */
  readonly homes: readonly SectionName[];
  /** The section whose text it is. */
  readonly section?: SectionName;
  /** Other parts of the model that read the same label. */
  readonly also?: readonly string[];
}

const line = (
  path: string,
  label: LabelName,
  homes: readonly SectionName[] = [],
  also: readonly string[] = [],
): FieldSpec => ({
  path,
  label,
  form: 'line',
  homes,
  also,
});

const list = (
  path: string,
  label: LabelName,
  homes: readonly SectionName[] = [],
  also: readonly string[] = [],
): FieldSpec => ({
  path,
  label,
  form: 'list',
  homes,
  also,
});

const prose = (
  path: string,
  label: LabelName,
  section: SectionName | null,
  homes: readonly SectionName[] = [],
): FieldSpec => ({
  path,
  label,
  form: 'prose',
  homes,
  ...(section !== null && { section }),
});

const METRICS = ['metrics', 'response', 'detection'] as const;

const minutes = (name: Extract<FieldName, LabelName>): FieldSpec => ({
  path: `stated.${name}`,
  label: name,
  form: 'minutes',
  homes: METRICS,
});

export const fieldSpecs: Readonly<Record<FieldName, FieldSpec>> = {
  title: line('title', 'title'),
  incidentId: line('incidentId', 'incidentId'),
  severity: line('severity', 'severity'),
  status: line('status', 'status'),
  documentStatus: line('status.document', 'documentStatus'),
  date: line('date', 'date'),
  zone: line('zone', 'zone'),
  commander: line('people.commander', 'commander'),
  technicalLead: line('people.technicalLead', 'technicalLead'),
  authors: list('people.authors', 'author'),
  reporter: line('people.reporter', 'reporter'),
  responders: list('people.responders', 'responders'),
  reviewers: list('people.reviewers', 'reviewers', [], ['signOff.approvals']),
  approvers: list('people.approvers', 'approvers', ['signOff', 'followUp'], ['signOff.approvals']),
  attendees: list('people.attendees', 'attendees', ['followUp', 'signOff'], ['followUp.attendees']),
  summary: prose('summary', 'summary', 'summary'),
  background: prose('background', 'background', 'background'),
  impact: prose('impact.text', 'impact', 'impact'),
  users: line('impact.users', 'users', ['impact']),
  customers: line('impact.customers', 'customers', ['impact']),
  requestsFailed: line('impact.requestsFailed', 'requestsFailed', ['impact']),
  revenue: line('impact.revenue', 'revenue', ['impact']),
  business: line('impact.business', 'business', ['impact']),
  regions: list('impact.regions', 'regions', ['impact']),
  features: list('impact.features', 'features', ['impact']),
  services: list('impact.services', 'services', ['impact']),
  dataSources: list('impact.dataSources', 'dataSources', ['impact']),
  degradation: line('impact.degradation', 'degradation', ['impact']),
  dataIntegrity: line('impact.dataIntegrity', 'dataIntegrity', ['impact']),
  performance: line('impact.performance', 'performance', ['impact']),
  serviceLevel: line('impact.serviceLevel', 'serviceLevel', ['impact']),
  errorBudget: line('impact.errorBudget', 'errorBudget', ['impact']),
  contractBreaches: line('impact.contractBreaches', 'contractBreaches', ['impact']),
  whatHappened: prose('causes.whatHappened', 'whatHappened', null, ['rootCause']),
  whyItHappened: prose('causes.whyItHappened', 'whyItHappened', null, ['rootCause']),
  immediateCause: prose('causes.immediate', 'immediateCause', null, ['rootCause']),
  rootCause: prose('causes.root', 'rootCause', 'rootCause'),
  trigger: prose('causes.trigger', 'trigger', 'trigger'),
  detection: prose('detection.how', 'detectionMethod', 'detection', ['detection']),
  whyNotEarlier: prose('detection.whyNotEarlier', 'whyNotEarlier', null, ['detection', 'rootCause']),
  alertQuality: prose('detection.alertQuality', 'alertQuality', null, ['detection']),
  resolution: prose('resolution.text', 'resolution', 'resolution'),
  verification: prose('resolution.verification', 'verification', null, ['resolution']),
  lessons: prose('lessons.text', 'lessons', 'lessons'),
  prevention: prose('prevention.text', 'prevention', 'prevention'),
  followUp: prose('followUp.text', 'followUp', 'followUp'),
  channel: line('communication.channel', 'channel', ['communication']),
  reviewDate: line('followUp.reviewDate', 'reviewDate', ['followUp', 'signOff']),
  nextReview: line('signOff.nextReview', 'nextReview', ['signOff', 'followUp']),
  published: line('signOff.published', 'published', ['signOff']),
  version: line('signOff.version', 'version', ['signOff']),
  lastUpdated: line('signOff.lastUpdated', 'lastUpdated', ['signOff']),
  duration: { ...minutes('duration'), homes: [] },
  timeToDetect: minutes('timeToDetect'),
  timeToAcknowledge: minutes('timeToAcknowledge'),
  timeToRespond: minutes('timeToRespond'),
  timeToDiagnose: minutes('timeToDiagnose'),
  timeToMitigate: minutes('timeToMitigate'),
  timeToResolve: minutes('timeToResolve'),
  timeToNotify: minutes('timeToNotify'),
  timeBetweenFailures: minutes('timeBetweenFailures'),
};

/** The fields at a path of the model: one, or those of a list. */
export function fieldsAt(postmortem: Postmortem, path: string): readonly Field<unknown>[] {
  const { status } = postmortem;
  if (path === 'status')
    return [
      status.incident.state === 'unknown' && status.document.state === 'known' ? status.document : status.incident,
    ];
  let found: unknown = postmortem;
  for (const key of path.split('.')) found = (found as Readonly<Record<string, unknown>> | undefined)?.[key];
  if (!Array.isArray(found)) return found === undefined ? [] : [found as Field<unknown>];
  return found.map(
    (item: unknown) =>
      (typeof item === 'object' && item !== null && 'name' in item ? item.name : item) as Field<unknown>,
  );
}
