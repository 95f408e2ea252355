import { type Field, instantText, knownOf, type Postmortem, type Reading, valueOf } from '../model/index.ts';

/**
 * What a document says, by the keys of labels and sections, in a form that can be compared between two templates: the
 * values themselves, without places, order of sections or the words of headings.
 */
export function comparable({ postmortem }: Pick<Reading, 'postmortem'>): Readonly<Record<string, string>> {
  const { people, impact, causes, lessons, status, stated, signOff, followUp, detection, resolution } = postmortem;
  const all = {
    incidentId: valueOf(postmortem.incidentId),
    severity: severityOf(postmortem),
    status: [valueOf(status.incident), valueOf(status.document)].filter((word) => word !== null).join(' / '),
    date: valueOf(postmortem.date),
    commander: valueOf(people.commander),
    technicalLead: valueOf(people.technicalLead),
    reporter: valueOf(people.reporter),
    author: texts(people.authors),
    responders: texts(people.responders),
    attendees: texts(people.attendees),
    summary: valueOf(postmortem.summary),
    users: valueOf(impact.users),
    customers: valueOf(impact.customers),
    requestsFailed: valueOf(impact.requestsFailed),
    revenue: valueOf(impact.revenue),
    business: valueOf(impact.business),
    regions: texts(impact.regions),
    features: texts(impact.features),
    services: texts(impact.services.map(({ name }) => name)),
    dataSources: texts(impact.dataSources),
    degradation: valueOf(impact.degradation),
    dataIntegrity: valueOf(impact.dataIntegrity),
    performance: valueOf(impact.performance),
    serviceLevel: valueOf(impact.serviceLevel),
    errorBudget: valueOf(impact.errorBudget),
    contractBreaches: valueOf(impact.contractBreaches),
    timeline: postmortem.timeline.map(({ at, until, text, action, actor }) => [
      at.state === 'known' ? instantText(at.value) : null,
      until?.state === 'known' ? instantText(until.value) : null,
      valueOf(text),
      valueOf(action),
      valueOf(actor),
    ]),
    actionItems: postmortem.actionItems
      .filter(({ list }) => list === 'actionItems')
      .map(({ id, text, owners, due, priority, status: state, done, ticket, verification }) => [
        valueOf(id),
        valueOf(text),
        texts(owners),
        valueOf(due),
        valueOf(priority),
        valueOf(state),
        valueOf(done) === true,
        valueOf(ticket),
        valueOf(verification),
      ]),
    whys: causes.whys
      .map(({ question, answer }) => [valueOf(question), valueOf(answer)])
      .filter(([, answer]) => answer !== null),
    contributingFactors: sorted(causes.factors),
    wentWell: sorted(lessons.wentWell),
    wentWrong: sorted([...lessons.wentWrong, ...lessons.couldImprove]),
    lucky: sorted(lessons.lucky),
    ...Object.fromEntries(Object.entries(stated).map(([name, field]) => [name, valueOf(field)])),
    published: valueOf(signOff.published),
    nextReview: valueOf(signOff.nextReview),
    version: valueOf(signOff.version),
    reviewDate: valueOf(followUp.reviewDate),
    whyNotEarlier: valueOf(detection.whyNotEarlier),
    alertQuality: valueOf(detection.alertQuality),
    immediateFix: texts(resolution.immediate),
    longTermFix: texts(resolution.longTerm),
  };
  return Object.fromEntries(
    Object.entries(all)
      .map(([key, value]) => [key, JSON.stringify(value)] as const)
      .filter(([, value]) => value !== 'null' && value !== '[]'),
  );
}

function texts(fields: readonly Field<string>[]): readonly string[] {
  return knownOf(fields).map(({ value }) => value);
}

function sorted(items: readonly { readonly text: Field<string> }[]): readonly string[] {
  return texts(items.map(({ text }) => text)).toSorted();
}

/** Two scales may word one level differently; the level is what counts. */
function severityOf({ severity }: Postmortem): string | number | null {
  const value = valueOf(severity);
  return value === null ? null : (value.level ?? value.written);
}
