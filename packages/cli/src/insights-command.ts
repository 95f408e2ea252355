import fs from 'node:fs';
import path from 'node:path';
import { type InsightOptions, insights, metrics } from '@debrief/core';
import { cacheFolder } from './cache-folder.ts';
import { findFiles, type Problem } from './find-files.ts';
import { definitionProblems } from './house-definitions.ts';
import { type InsightFormat, insightOptionsOf } from './insight-options.ts';
import { insightsText } from './insights-text.ts';
import { withOpenSloFiles } from './open-slo-files.ts';
import { progressOn } from './progress.ts';
import { recordsOfDocuments } from './records-of-documents.ts';
import { findSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief insights PATH…`: what many post-mortems tell together, and what they do not. */
export async function insightsCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = insightOptionsOf(args, terminal, Date.now());
  const cwd = terminal.cwd();
  const { stderr } = terminal;
  const found = findFiles(options.paths, cwd);
  const start = path.resolve(cwd, options.paths[0] === '-' ? '.' : (options.paths[0] ?? '.'));
  const settings = await withOpenSloFiles(await findSettings(start));
  const complain = ({ name, message }: Problem): void => void stderr.write(`debrief: ${name}: ${message}\n`);
  const faults = definitionProblems(settings.settings.metrics, metrics).map((fault) => `${settings.file}: ${fault}`);
  const houseProblems = [...settings.problems, ...faults];
  for (const problem of houseProblems) stderr.write(`debrief: ${problem}\n`);
  for (const problem of found.problems) complain(problem);

  const progress = options.quiet ? null : progressOn(stderr, found.files.length);
  const cache = options.useCache ? cacheFolder(terminal.env) : null;
  const asked = { files: found.files, settings, cwd, now: options.now, cache };
  const { records, problems } = await recordsOfDocuments(asked, {
    progress: (done) => progress?.step(done),
    complain: (problem) => {
      progress?.clear();
      complain(problem);
    },
  });
  progress?.end();

  const zone = options.zone ?? settings.settings.zone;
  const answer = insights(records, insightQuestion(options, zone, settings.settings.services));
  const splitProblem = splitOutside(options.split, answer.window);
  if (splitProblem !== null) stderr.write(`debrief insights: ${splitProblem}\n`);
  const shown = await SHOWN[options.format]({ answer, options, isToFile: options.output !== null });
  const isWritten = deliver(shown, options, cwd, terminal);
  return !isWritten || found.problems.length + problems + houseProblems.length > 0 ? 2 : 0;
}

type CommandOptions = ReturnType<typeof insightOptionsOf>;

function insightQuestion(
  { now, from, to, filters, groupBy, split, seed }: CommandOptions,
  zone: string,
  services: NonNullable<InsightOptions['services']>,
): InsightOptions {
  return {
    now,
    zone,
    services,
    filters,
    seed,
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(groupBy !== null && { groupBy }),
    ...(split !== null && { split: split === 'none' ? null : split }),
  };
}

/** Why a day that was given splits nothing, or null. */
function splitOutside(split: string | null, { from, to }: ReturnType<typeof insights>['window']): string | null {
  if (split === null || split === 'none' || (split > from && split <= to)) return null;
  return `--split ${split} does not lie within the window ${from} to ${to}, so nothing was compared. Choose a day inside it, or widen it with --from and --to.`;
}

interface Shown {
  readonly answer: ReturnType<typeof insights>;
  readonly options: CommandOptions;
  readonly isToFile: boolean;
}

const SHOWN: Readonly<Record<InsightFormat, (shown: Shown) => string | Promise<string>>> = {
  json: ({ answer }) => `${JSON.stringify(answer, null, 2)}\n`,
  text: ({ answer, options: { width, color }, isToFile }) => insightsText(answer, { width, color: color && !isToFile }),
  html: async ({ answer, options: { now } }) => {
    const { insightsReport } = await import('@debrief/publish');
    return insightsReport(answer, { title: 'What the post-mortems tell', made: new Date(now).toISOString() });
  },
};

/** Writes to the file or to standard output; false where the file could not be written, which was said. */
function deliver(shown: string, { output, quiet }: CommandOptions, cwd: string, { stdout, stderr }: Terminal): boolean {
  if (output === null) {
    stdout.write(shown);
    return true;
  }
  const target = path.resolve(cwd, output);
  if (fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new WrongUse(`${output} is a folder; name a file to write into.`);
  const written = writeWhole(target, shown, { replace: true });
  if (written.state !== 'written') {
    stderr.write(
      `debrief insights: ${output}: ${written.state === 'refused' ? written.message : 'it is there already'}\n`,
    );
    return false;
  }
  if (!quiet) stderr.write(`Wrote ${output}.\n`);
  return true;
}
