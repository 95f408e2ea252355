import path from 'node:path';
import { anchorsOf, contradictions, isAnchor, type Language, measure, read, type Reading } from '@debrief/core';
import type { FoundFile } from './find-files.ts';
import { loadText } from './load-text.ts';
import { measureCard } from './measure-card.ts';
import { measureLine } from './measure-line.ts';
import type { Measured } from './measured.ts';
import type { Refused } from './over-documents.ts';
import type { Look, Rendered, RenderInput } from './render.ts';
import { workedExample } from './worked-example.ts';

/** Loads, reads, measures and renders one document. */
export function renderMeasured({ name, file }: FoundFile, { look, languages }: RenderInput): Rendered | Refused {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const reading = read(loaded.text, { fileName: path.basename(name), languages });
  const measured = measuredOf(name, reading, look);
  const output = `${FORMS[look.form](measured, look)}${look.form === 'card' ? exampleCard(measured, look, languages) : ''}`;
  return { output, hasMessages: measured.contradictions.length > 0 };
}

function measuredOf(name: string, reading: Reading, { measuring }: Look): Measured {
  const { explain = false, ...context } = measuring ?? { now: 0, zone: null, definitions: {}, services: [] };
  const measurements = measure(reading, context);
  return {
    name,
    reading,
    anchors: anchorsOf(reading, context),
    measurements,
    contradictions: contradictions(reading, measurements, context),
    explain,
  };
}

/** A form that tells no time of its own may hold a worked example, whose numbers its authors may want to see. */
function exampleCard({ name, reading, anchors }: Measured, look: Look, languages: readonly Language[]): string {
  const example = Object.values(anchors).some(isAnchor) ? null : workedExample(reading);
  if (example === null) return '';
  const own = measuredOf(`${name}, the worked example below the form`, read(example, { languages }), look);
  return `\n${measureCard(own, look)}`;
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
