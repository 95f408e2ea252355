import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, Scalar, type YAMLMap } from 'yaml';
import { nearestOf } from '../model/nearest.ts';
import { checkLocated } from './check-settings.ts';
import { type Located, locate } from './located.ts';
import type { OpenSloService } from './open-slo-service.ts';
import { namesFrom, servicesFrom } from './open-slo-services.ts';
import { openSloNamed, openSloObjective } from './open-slo-schema.ts';
import { strangeKeys } from './open-slo-keys.ts';
import type { SettingsMessage } from './settings.ts';
import { inOrder, inOurWords, yamlOptions } from './yaml-text.ts';
import * as z from 'zod/mini';

/** What files in the OpenSLO form say, and what was odd in them. */
export interface OpenSloReading {
  readonly services: readonly OpenSloService[];
  readonly messages: readonly SettingsMessage[];
}

const LONGEST = 1_000_000;
const USED = ['SLO', 'SLI', 'Service'] as const;
const PASSED_OVER = ['DataSource', 'AlertPolicy', 'AlertCondition', 'AlertNotificationTarget', 'BudgetAdjustment'];

type Used = (typeof USED)[number];

/**
 * Reads the text of a file in the OpenSLO form, `apiVersion: openslo/v1`: the objectives of each service. Several
 * documents in one file, and a list of objects, are read alike; of SLI and Service only the names are used, other kinds are
 * passed over, and so is whatever is not OpenSLO. What cannot be used becomes a message with its line; nothing throws.
 * The form: https://github.com/OpenSLO/OpenSLO.
 *
 * @example readOpenSlo(text).services[0]?.objectives[0]?.objective // { name: 'checkout answered', target: 99.9, … }
 */
export function readOpenSlo(text: string): OpenSloReading {
  if (text.length > LONGEST)
    return {
      services: [],
      messages: [{ line: 1, message: `This file is longer than ${LONGEST} characters and was not read. Split it.` }],
    };
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { ...yamlOptions, lineCounter });
  const messages: SettingsMessage[] = [];
  const complain = (line: number, message: string): void => void messages.push({ line, message });
  const lineOf = (node: unknown): number => {
    const range = (node as Node | null)?.range;
    return range ? lineCounter.linePos(range[0]).line : 1;
  };
  const byKind: Readonly<Record<Used, Located[]>> = { SLO: [], SLI: [], Service: [] };
  for (const { errors, contents } of documents) {
    for (const error of errors) complain(lineCounter.linePos(error.pos[0]).line, inOurWords(error));
    for (const node of isSeq(contents) ? contents.items : [contents]) {
      const kind = kindOf(node, lineOf, complain);
      if (kind !== null) leaveOutQueries(node);
      const located = kind === null ? null : locate(node, lineOf, complain);
      if (kind !== null && located !== null) byKind[kind].push({ ...located, line: lineOf(node) });
    }
  }
  const named = (kind: Used): ReturnType<typeof namesFrom> =>
    namesFrom(checkLocated({ schema: z.array(openSloNamed), located: listed(byKind[kind]), complain }) ?? []);
  for (const slo of byKind.SLO) strangeKeys(slo, complain);
  const slos = listed(byKind.SLO);
  const checked = checkLocated({ schema: z.array(openSloObjective), located: slos, complain }) ?? [];
  const services = servicesFrom(checked, {
    located: slos,
    indicators: named('SLI'),
    services: named('Service'),
    complain,
  });
  if (services.length === 0 && messages.length === 0)
    complain(1, 'There is no objective in this file. It takes objects with “apiVersion: openslo/v1” and “kind: SLO”.');
  return { services, messages: inOrder(messages) };
}

/** The kind of an object that is used; null for the rest, with a word where it is no kind of OpenSLO at all. */
function kindOf(
  node: unknown,
  lineOf: (node: unknown) => number,
  complain: (line: number, message: string) => void,
): Used | null {
  if (!isMap(node)) return null;
  const [version, kind] = [scalarAt(node, 'apiVersion'), scalarAt(node, 'kind')];
  if (!(version ?? '').startsWith('openslo/')) {
    if (version === null && USED.includes(kind as Used))
      complain(lineOf(node), 'This object needs “apiVersion: openslo/v1” to be read.');
    return null;
  }
  if (version !== 'openslo/v1') {
    complain(lineOf(node), `“${(version ?? '').slice(0, 40)}” is not read here; “openslo/v1” is.`);
    return null;
  }
  const used = USED.find((each) => each === kind);
  if (used !== undefined) return used;
  if (!PASSED_OVER.includes(kind ?? '')) {
    const written =
      kind === null
        ? ''
        : `“${kind.slice(0, 40)}” is no kind of OpenSLO; did you mean “${nearestOf(kind, [...USED, ...PASSED_OVER])}”?`;
    complain(lineOf(node), written || 'This object needs a “kind”, such as SLO.');
  }
  return null;
}

/**
 * Queries and alert policies hold whatever their products like, references and tags among it. Nothing of that is used, so
 * nothing of it is worth a word.
 */
function leaveOutQueries(node: unknown): void {
  const spec = inside(node, 'spec');
  if (!isMap(spec)) return;
  spec.delete('alertPolicies');
  const objectives = spec.get('objectives', true);
  const holders = [spec, ...(isSeq(objectives) ? objectives.items : [])];
  for (const metrics of [spec, ...holders.map((holder) => inside(inside(holder, 'indicator'), 'spec'))])
    for (const key of isMap(metrics) ? ['thresholdMetric', 'ratioMetric'] : [])
      if (isMap(metrics) && metrics.has(key)) metrics.set(key, new Scalar(true));
}

function inside(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined;
}

function scalarAt(node: YAMLMap, key: string): string | null {
  const value = node.get(key, true);
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
}

function listed(all: readonly Located[]): Located {
  return { line: 1, inside: new Map(all.map((each, at) => [String(at), each])), isList: true, dropped: new Set() };
}
