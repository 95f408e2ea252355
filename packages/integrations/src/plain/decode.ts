import type { z } from 'zod';
import type { Alert } from '@debrief/core';
import { oneLine } from '../clean-text.ts';
import { decoded, type Decoder, type DecodingProblem, type Note, problem } from '../decoding.ts';
import { instantOf } from '../instant.ts';
import { isRecord } from '../lenient.ts';
import { linkNamed } from '../link.ts';
import { makeAlert } from '../make-alert.ts';
import { splitServices } from '../names.ts';
import { nearest } from '../nearest.ts';
import { missingText, type PlainAlert, plainAlert, plainKeys } from './shape.ts';

// A list that is longer is not what a person or a script wrote about one alert.
const MOST_LOOKED_AT = 10_000;

/** Whether an object is meant as a plain alert: it has a title, be it misspelt. */
export function looksPlain(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  return (
    'title' in payload ||
    Object.keys(payload)
      .slice(0, 100)
      .some((key) => key.length > 4 && nearest(key, ['title']))
  );
}

/** Decodes an alert in our own words. Strict: an unknown key or a wrong type is a problem that names the place. */
export const decodePlain: Decoder = (payload, note) => {
  const strange = strangeKey(payload);
  if (strange) return { ok: false, problem: strange };
  const read = plainAlert.safeParse(payload);
  return read.success ? decoded([alertOf(read.data, note)]) : problem('invalid-value', sentenceAbout(read.error));
};

function strangeKey(payload: unknown): DecodingProblem | undefined {
  if (!isRecord(payload)) return undefined;
  const places = [
    { path: '', keys: Object.keys(payload) },
    ...(['events', 'links'] as const).flatMap((path) => {
      const list = payload[path];
      return Array.isArray(list)
        ? list
            .slice(0, MOST_LOOKED_AT)
            .filter(isRecord)
            .map((entry) => ({ path, keys: Object.keys(entry) }))
        : [];
    }),
  ];
  for (const { path, keys } of places) {
    const known = plainKeys[path] ?? [];
    const strange = keys.find((key) => !known.includes(key));
    if (strange === undefined) continue;
    const near = nearest(strange, known);
    const where = path === '' ? 'a plain alert' : `an entry of “${path}”`;
    const help = near === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean “${near}”?`;
    return { code: 'unknown-key', message: `“${oneLine(strange, 60)}” is no key of ${where}. ${help}` };
  }
  return undefined;
}

function sentenceAbout(error: z.ZodError): string {
  const { path, message } = deepest(error.issues);
  const named = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  if (path[0] === 'title' && message === missingText)
    return 'A plain alert needs a “title”, a text in quotes that says in a few words what is wrong.';
  return `“${oneLine(named.slice(1), 100)}” ${message}.`;
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Where a value may have two forms, the fault that lies deepest is that of the form which was meant. */
function deepest(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): Fault {
  const [issue] = issues;
  if (issue === undefined) return { path: above, message: 'is not as it should be' };
  const own = { path: [...above, ...issue.path], message: issue.message };
  if (issue.code !== 'invalid_union') return own;
  const forms = issue.errors.map((form) => deepest(form, own.path));
  return forms.find(({ path }) => path.length > own.path.length) ?? own;
}

function alertOf(plain: PlainAlert, note: Note): Alert {
  const startsAt = instantOf(plain.startsAt);
  const endsAt = instantOf(plain.endsAt);
  const events = (plain.events ?? []).map(({ at, text, actor }) => ({
    at: instantOf(at),
    kind: 'other' as const,
    text,
    actor,
  }));
  const told = new Set(events.map(({ at }) => at));
  return makeAlert(
    {
      product: 'plain',
      key: `${plain.title}${startsAt === undefined ? '' : ` ${startsAt}`}`,
      status: endsAt === undefined ? 'firing' : 'resolved',
      title: [plain.title],
      severity: plain.severity,
      services: [plain.services ?? []].flat().flatMap(splitServices),
      summary: plain.summary,
      description: plain.description,
      startsAt,
      endsAt,
      links: linksOf(plain, note),
      labels: Object.entries(plain.labels ?? {}).map(([name, value]) => [name, String(value)] as const),
      events: [
        told.has(startsAt) ? undefined : { at: startsAt, kind: 'started', text: `${plain.title} started` },
        ...events,
        told.has(endsAt) ? undefined : { at: endsAt, kind: 'resolved', text: `${plain.title} resolved` },
      ],
      responders: plain.responders ?? [],
    },
    note,
  );
}

function linksOf({ links = [] }: PlainAlert, note: Note) {
  const named = Array.isArray(links)
    ? links.map(({ label, url }) => [label ?? 'Link', url] as const)
    : Object.entries(links);
  return named.slice(0, MOST_LOOKED_AT).map(([name, url]) => {
    const link = linkNamed(name, url);
    if (link === undefined)
      note(`The link “${oneLine(name, 60)}” is no web address and was left out: ${oneLine(url, 60)}`);
    return link && Array.isArray(links) ? { ...link, label: oneLine(name, 200) || link.label } : link;
  });
}
