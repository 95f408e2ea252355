import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Change, read } from '../../../packages/core/src/index.ts';
import { convert, edit, parseTemplate, type Template } from '../../../packages/core/src/write/index.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { longDocument } from '../corpus/long-document.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, medianTime, timeRatio } from '../interleave.ts';
import { debriefCommand } from '../run-process.ts';

const templateFolder = path.join(import.meta.dirname, '../../../packages/core/templates');

/** Starting a draft, editing a document of one megabyte, converting a thousand documents. */
export function writing(scratch: string): string {
  return [drafting(scratch), editing(), converting(scratch)].join('\n\n');
}

function drafting(scratch: string): string {
  const run =
    (...args: readonly string[]): (() => unknown) =>
    () =>
      spawnSync(process.execPath, args, { stdio: 'ignore', cwd: scratch });
  const laps = interleave({ 'debrief new': run(debriefCommand, 'new'), 'node -e 0': run('-e', '0') }, 25);
  const ratio = timeRatio(laps['debrief new'], laps['node -e 0']);
  return table(
    ['25 starts of each', 'milliseconds'],
    [
      ...Object.entries(laps).map(([name, side]) => [name, medianTime(side).toFixed(0)]),
      ['**Debrief ÷ Node alone**', ratio.toFixed(2)],
    ],
  );
}

const CHANGES: Readonly<Record<string, Change>> = {
  'set a value': { kind: 'setField', field: 'commander', value: 'Ana Pérez' },
  'add an event': { kind: 'addEvent', event: { at: '23:59', text: 'All well again' } },
  'add an action item': { kind: 'addAction', action: { text: 'Watch the pool', owners: ['@ana'] } },
};

function editing(): string {
  const text = longDocument(1);
  const reading = read(text);
  const rows = Object.entries(CHANGES).map(([name, change]) => {
    const spliced = (from: typeof reading | string): unknown => {
      const edited = edit(from, change);
      if (!edited.ok) throw new Error(`${name}: ${edited.refusal.message}`);
      return edited.splices;
    };
    const laps = interleave({ reading: () => spliced(reading), text: () => spliced(text) }, 9);
    return [name, medianTime(laps.reading).toFixed(1), medianTime(laps.text).toFixed(0)];
  });
  return table(['one edit in a document of 1 MB', 'milliseconds, from a reading', 'milliseconds, from its text'], rows);
}

function converting(scratch: string): string {
  const { texts } = writeCorpus(1_000, path.join(scratch, 'converting'));
  const templates = fs.readdirSync(templateFolder).map(templateIn);
  const laps = interleave(
    {
      convert: () => {
        let dropped = 0;
        for (const [index, text] of texts.entries()) {
          const to = templates[index % templates.length];
          if (to !== undefined) dropped += convert(read(text), to, { templates }).losses.dropped.length;
        }
        if (dropped > 0) throw new Error(`${dropped} words were dropped`);
      },
    },
    3,
  );
  return table(
    ['1,000 documents, each to the next of five templates', 'seconds'],
    [['`convert`, from text', (medianTime(laps.convert) / 1_000).toFixed(1)]],
  );
}

function templateIn(file: string): Template {
  const parsed = parseTemplate(file.replace(/\.md$/, ''), fs.readFileSync(path.join(templateFolder, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`);
  return parsed.template;
}
