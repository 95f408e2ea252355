import path from 'node:path';
import { anchorsOf, contradictions, isAnchor, type Language, measure, read } from '@debrief/core';
import type { FoundFile } from './find-files.ts';
import { loadText } from './load-text.ts';
import { measureCard } from './measure-card.ts';
import { measureLine } from './measure-line.ts';
import type { Measured } from './measured.ts';
import type { Look, Rendered } from './render.ts';

/** Loads, reads, measures and renders one document. */
export function renderMeasured({ name, file }: FoundFile, look: Look, languages: readonly Language[]): Rendered {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const reading = read(loaded.text, { fileName: path.basename(name), languages });
  const { explain = false, ...context } = look.measuring ?? { now: 0, zone: null, definitions: {}, services: [] };
  const measurements = measure(reading, context);
  const measured: Measured = {
    name,
    reading,
    anchors: anchorsOf(reading, context),
    measurements,
    contradictions: contradictions(reading, measurements, context),
    explain,
  };
  return { output: FORMS[look.form](measured, look), hasMessages: measured.contradictions.length > 0 };
}

const FORMS = {
  card: measureCard,
  line: measureLine,
  json: ({ name, anchors, measurements, contradictions: found }: Measured) =>
    JSON.stringify({
      file: name,
      anchors: Object.values(anchors).filter(isAnchor),
      measurements,
      contradictions: found,
    }),
} as const;
