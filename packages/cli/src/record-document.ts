import path from 'node:path';
import {
  anchorsOf,
  type Language,
  levelOf,
  metrics,
  type MeasureContext,
  read,
  recordOf,
  saysCancelled,
  type SeverityScale,
  type TemplateForm,
  templateByHeadings,
  writtenDay,
} from '@debrief/core';
import type { FoundFile } from './find-files.ts';
import { loadText } from './load-text.ts';
import type { Refused } from './over-documents.ts';

/** What it takes to make records; it is copied to the workers, so it holds no functions. */
export interface RecordInput {
  readonly languages: readonly Language[];
  readonly measuring: MeasureContext;
  /** The team of each service, by its name. */
  readonly teams: ReadonlyMap<string, string>;
  readonly factors: Readonly<Record<string, readonly string[]>>;
  readonly scale: SeverityScale | undefined;
  readonly templates: readonly TemplateForm[];
}

/** A record as JSON: between threads one text takes half the memory and time of an object, and a cache keeps it so. */
export interface RecordJson {
  readonly json: string;
}

/** Figures over many incidents are about durations; service levels enter by their impacts. */
const durations = metrics.filter(({ unit }) => unit === 'minutes');

/** Loads, reads and measures one document, and keeps what learning needs of it. */
export function recordDocument({ name, file }: FoundFile, input: RecordInput): RecordJson | Refused {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const { languages, measuring, teams, factors, scale, templates } = input;
  const reading = read(loaded.text, { fileName: path.basename(name), languages });
  const incident = { reading, anchors: anchorsOf(reading, measuring), context: measuring };
  const document = {
    file: name,
    incident,
    measurements: durations.flatMap((metric) => metric.measure(incident)),
    template: templateByHeadings(reading, templates),
  };
  const record = recordOf(document, {
    teams,
    factors,
    dayIn: (written) => writtenDay(written, languages),
    levelOf: (written) => levelOf(scale, written),
    isCancelled: (status) => saysCancelled(status, languages),
  });
  return { json: JSON.stringify(record) };
}
