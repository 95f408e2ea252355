import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, instantText, type Postmortem, read, valueOf } from '../src/index.ts';
import { asksFor, type Content, draft, type Template, withCarried } from '../src/write/index.ts';
import { contentFrom, facts } from './any-content.ts';
import { fieldsIn } from './reading.ts';
import { shapeOf } from './seed-shape.ts';
import shapes from './seed-shapes.json' with { type: 'json' };
import { templateNamed, templates } from './templates.ts';

const names = [...templates.keys()];

function drafted(template: Template, content: Content): string {
  return withCarried(draft(template, content), '');
}

describe.each(names)('an empty draft of %s', (name) => {
  const text = drafted(templateNamed(name), {});

  test('has the headings, labels and table columns of its seed, in order', () => {
    expect(shapeOf(text)).toEqual(shapes[name as keyof typeof shapes]);
  });

  // Boxes and questions of the template itself ask; they tell nothing. That times are UTC is what we promise.
  const asks = /^(?:zone|followUp\.checks\.\d+\.text|causes\.whys\.\d+\.question|impact\.levels\.\d+\.subject)$/;

  test('reads back with nothing known', () => {
    const known = fieldsIn(read(text).postmortem).filter(([path, { state }]) => state === 'known' && !asks.test(path));
    expect(known).toEqual([]);
  });

  test('has a blank line around each heading, and rows as wide as their header', () => {
    const lines = text.replace(/```[\s\S]*?```/g, '').split('\n');
    const crowded = lines.filter(
      (line, at) => /^#{1,6} /.test(line) && ((lines[at - 1] ?? '') !== '' || lines[at + 1] !== ''),
    );
    expect(crowded).toEqual([]);
    expect(read(text).messages).toEqual([]);
  });
});

/** Where a value of the content is read back from, by the name that templates use. */
const READ_BACK: Readonly<Partial<Record<keyof Content, (postmortem: Postmortem) => unknown>>> = {
  title: ({ title }) => valueOf(title),
  incidentId: ({ incidentId }) => valueOf(incidentId),
  severity: ({ severity }) => valueOf(severity)?.written,
  commander: ({ people }) => valueOf(people.commander),
  technicalLead: ({ people }) => valueOf(people.technicalLead),
  reporter: ({ people }) => valueOf(people.reporter),
  authors: ({ people }) => values(people.authors),
  responders: ({ people }) => values(people.responders),
  reviewers: ({ people }) => values(people.reviewers),
  approvers: ({ people }) => values(people.approvers),
  attendees: ({ people }) => values(people.attendees),
  published: ({ signOff }) => valueOf(signOff.published),
  nextReview: ({ signOff }) => valueOf(signOff.nextReview),
  lastUpdated: ({ signOff }) => valueOf(signOff.lastUpdated),
  summary: ({ summary }) => valueOf(summary),
  users: ({ impact }) => valueOf(impact.users),
  customers: ({ impact }) => valueOf(impact.customers),
  requestsFailed: ({ impact }) => valueOf(impact.requestsFailed),
  revenue: ({ impact }) => valueOf(impact.revenue),
  business: ({ impact }) => valueOf(impact.business),
  regions: ({ impact }) => values(impact.regions),
  features: ({ impact }) => values(impact.features),
  services: ({ impact }) => values(impact.services.map(({ name }) => name)),
  dataSources: ({ impact }) => values(impact.dataSources),
  degradation: ({ impact }) => valueOf(impact.degradation),
  dataIntegrity: ({ impact }) => valueOf(impact.dataIntegrity),
  performance: ({ impact }) => valueOf(impact.performance),
  serviceLevel: ({ impact }) => valueOf(impact.serviceLevel),
  errorBudget: ({ impact }) => valueOf(impact.errorBudget),
  contractBreaches: ({ impact }) => valueOf(impact.contractBreaches),
  internalImpact: ({ impact }) => values(impact.internal),
  whatHappened: ({ causes }) => valueOf(causes.whatHappened),
  immediateCause: ({ causes }) => valueOf(causes.immediate),
  rootCause: ({ causes }) => valueOf(causes.root),
  factors: ({ causes }) => values(causes.factors.map(({ text }) => text)),
  whys: ({ causes }) => causes.whys.map(({ question, answer }) => [valueOf(question), valueOf(answer)]),
  whyNotEarlier: ({ detection }) => valueOf(detection.whyNotEarlier),
  alertQuality: ({ detection }) => valueOf(detection.alertQuality),
  longTermFixes: ({ resolution }) => values(resolution.longTerm),
  verification: ({ resolution }) => valueOf(resolution.verification),
  wentWell: ({ lessons }) => values(lessons.wentWell.map(({ text }) => text)),
  couldImprove: ({ lessons }) => values(lessons.couldImprove.map(({ text }) => text)),
  wentWrong: ({ lessons }) => values(lessons.wentWrong.map(({ text }) => text)),
  related: ({ related }) => values(related),
  channel: ({ communication }) => valueOf(communication.channel),
  timeline: ({ timeline }) =>
    timeline.map(({ at, text, action, actor }) => [
      at.state === 'known' ? instantText(at.value) : null,
      valueOf(text),
      valueOf(action),
      valueOf(actor),
    ]),
  actions: ({ actionItems }) =>
    actionItems.map(({ text, owners, due, priority, status, verification }) => [
      valueOf(text),
      values(owners),
      valueOf(due),
      valueOf(priority),
      valueOf(status),
      valueOf(verification),
    ]),
};

function values(fields: readonly Field<string>[]): readonly (string | null)[] {
  return fields.map(valueOf).filter((value) => value !== null);
}

describe.each(names)('a draft of %s with everything given', (name) => {
  const template = templateNamed(name);

  test('reads back equal in all that the template has a place for', () => {
    const holds = fc.property(facts, (given) => {
      const { content, expected } = contentFrom(given);
      const text = drafted(template, content);
      const { postmortem } = read(text);
      const keys = Object.keys(READ_BACK).filter((key) => asksFor(template, key)) as (keyof Content)[];
      expect(keys.length).toBeGreaterThan(10);
      const found = Object.fromEntries(keys.map((key) => [key, READ_BACK[key]?.(postmortem)]));
      expect(found).toEqual(Object.fromEntries(keys.map((key) => [key, expected[key]])));
    });
    fc.assert(holds, { seed: 20260301, numRuns: 60 });
    fc.assert(holds, { numRuns: 15 });
  });
});
