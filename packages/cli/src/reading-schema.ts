import { instantNames, sectionNames, statedMetricNames } from '@debrief/core';
import { z } from 'zod';

const place = z.object({ from: z.int().min(0), to: z.int().min(0) });

/** A value that knows where it stands: `text.slice(from, to)` of the first place is `written`. */
const fieldOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('state', [
    z.object({
      state: z.literal('known'),
      value,
      written: z.string(),
      places: z.array(place),
      source: z.enum(['text', 'derived', 'pinned', 'fileName']),
    }),
    z.object({
      state: z.literal('unknown'),
      reason: z.enum(['absent', 'empty', 'placeholder', 'undecided', 'ambiguous', 'impossible', 'unreadable']),
      written: z.string().optional(),
      places: z.array(place),
    }),
    z.object({ state: z.literal('notApplicable'), written: z.string(), places: z.array(place) }),
  ]);

const textField = fieldOf(z.string());
const texts = z.array(textField);
const listedItem = z.object({ text: textField, ticked: z.boolean().optional() });
const sortedItem = listedItem.extend({ kind: z.string().optional() });
const instant = z.object({
  day: z.iso.date().optional(),
  clock: z.string().optional(),
  zone: z.string().optional(),
  offsetMinutes: z.int().optional(),
  approximate: z.literal(true).optional(),
});
const instantField = fieldOf(instant);
const instantName = z.enum(instantNames);
const sectionName = z.enum(sectionNames);
const nullableText = z.string().nullable();
const minutes = z.number().nullable();
const count = z.int().min(0);

const section = z.object({
  kind: z.enum(['frontMatter', 'preamble', 'heading']),
  from: count,
  to: count,
  level: z.int().min(0).max(6),
  heading: z.string(),
  headingPlace: place,
  names: z.array(sectionName),
  parent: z.int().min(-1),
});

const timelineEvent = z.object({
  place,
  at: instantField,
  until: instantField.optional(),
  text: textField,
  action: textField,
  actor: textField,
  phase: z.string().optional(),
  role: z.object({ instant: instantName, words: z.string() }).optional(),
});

const actionItem = z.object({
  place,
  id: textField,
  text: textField,
  owners: texts,
  due: textField,
  priority: textField,
  status: textField,
  done: fieldOf(z.boolean()),
  verification: textField,
  ticket: textField,
  group: z.string().optional(),
  list: z.enum(['actionItems', 'prevention']),
});

const impact = z.object({
  text: textField,
  users: textField,
  customers: textField,
  requestsFailed: textField,
  revenue: textField,
  business: textField,
  regions: texts,
  features: texts,
  services: z.array(z.object({ name: textField, degradation: textField })),
  dataSources: texts,
  degradation: textField,
  dataIntegrity: textField,
  performance: textField,
  serviceLevel: textField,
  errorBudget: textField,
  contractBreaches: textField,
  internal: texts,
  levels: z.array(
    z.object({
      indicator: z.enum(['availability', 'latency', 'errorRate', 'freshness']),
      subject: textField,
      normal: textField,
      incident: textField,
      change: textField,
    }),
  ),
  points: z.array(listedItem),
});

const postmortem = z.object({
  title: textField,
  incidentId: textField,
  severity: fieldOf(z.object({ written: z.string(), level: z.int().min(1).max(5).optional() })),
  status: z.object({ incident: textField, document: textField }),
  people: z.object({
    commander: textField,
    technicalLead: textField,
    authors: texts,
    reporter: textField,
    responders: texts,
    reviewers: texts,
    approvers: texts,
    attendees: texts,
    distribution: z.array(listedItem),
  }),
  date: textField,
  zone: textField,
  language: z.string(),
  instants: z.record(instantName, instantField),
  summary: textField,
  impact,
  timeline: z.array(timelineEvent),
  causes: z.object({
    whatHappened: textField,
    whyItHappened: textField,
    immediate: textField,
    root: textField,
    trigger: textField,
    whys: z.array(z.object({ question: textField, answer: textField })),
    factors: z.array(
      z.object({ text: textField, kind: z.enum(['technical', 'process', 'human', 'external']).optional() }),
    ),
  }),
  detection: z.object({
    how: textField,
    methods: z.array(listedItem),
    whyNotEarlier: textField,
    alertQuality: textField,
    points: z.array(listedItem),
  }),
  resolution: z.object({ text: textField, immediate: texts, longTerm: texts, verification: textField }),
  lessons: z.object({
    text: textField,
    wentWell: z.array(sortedItem),
    wentWrong: z.array(sortedItem),
    couldImprove: z.array(sortedItem),
    lucky: z.array(sortedItem),
    learned: z.array(sortedItem),
    doDifferently: z.array(sortedItem),
  }),
  actionItems: z.array(actionItem),
  prevention: z.object({
    text: textField,
    technical: texts,
    process: texts,
    monitoring: texts,
    points: z.array(listedItem),
  }),
  stated: z.partialRecord(z.enum(statedMetricNames), fieldOf(z.number())),
  related: texts,
  evidence: z.array(
    z.object({
      kind: z.enum(['link', 'log', 'command', 'picture', 'change', 'data', 'note']),
      label: z.string(),
      text: textField,
    }),
  ),
  communication: z.object({ internal: z.array(sortedItem), external: z.array(sortedItem), channel: textField }),
  followUp: z.object({
    text: textField,
    reviewDate: textField,
    attendees: texts,
    decisions: texts,
    questions: z.array(listedItem),
    checks: z.array(listedItem),
  }),
  signOff: z.object({
    approvals: z.array(z.object({ role: z.string(), name: textField, date: textField })),
    published: textField,
    nextReview: textField,
    version: textField,
    lastUpdated: textField,
  }),
  background: textField,
  comments: z.array(place),
  headerFields: z.partialRecord(sectionName, textField),
  otherLabels: z.array(z.object({ label: z.string(), value: textField, section: count })),
  furtherIncidents: texts,
  sections: z.array(section),
});

const reading = z.object({
  title: nullableText,
  incidentId: nullableText,
  severity: nullableText,
  status: nullableText,
  people: z.object({ authors: z.array(z.string()), commander: nullableText, responders: z.array(z.string()) }),
  date: z.iso.date().nullable(),
  zone: nullableText,
  language: z.string(),
  sections: z.partialRecord(sectionName, z.array(z.string())),
  fields: z.partialRecord(sectionName, z.string()),
  timeline: z.array(z.object({ at: nullableText, until: nullableText.optional(), text: z.string() })),
  stated: z.object({
    timeToDetectMinutes: minutes,
    timeToResolveMinutes: minutes,
    timeToMitigateMinutes: minutes,
    durationMinutes: minutes,
  }),
  actionItems: z.array(
    z.object({
      text: z.string(),
      owners: z.array(z.string()),
      due: nullableText,
      done: z.boolean().nullable(),
      priority: nullableText,
      ticket: nullableText,
    }),
  ),
  counts: z.object({ contributingFactors: count, wentWell: count, wentWrong: count, lucky: count, whys: count }),
  postmortem,
  messages: z.array(z.object({ code: z.string(), message: z.string(), place })),
});

/** What `debrief read --format json` prints: an array with one entry for each document that could be read. */
export const readOutput = z.array(z.object({ file: z.string(), reading }));

/** The JSON Schema (draft 2020-12) of {@link readOutput}. */
export function readingSchema(): object {
  return { title: 'debrief read --format json', ...z.toJSONSchema(readOutput) };
}
