import fs from 'node:fs';
import path from 'node:path';
import { parsedArguments } from './parsed-arguments.ts';
import { type RelatedProfile, relatedTo } from '@debrief/core';
import { findFiles, type FoundFile, type Problem } from './find-files.ts';
import { overDocuments } from './over-documents.ts';
import { type ProfileInput, profileDocument } from './profile-document.ts';
import { progressOn } from './progress.ts';
import { relatedText } from './related-text.ts';
import { findSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `debrief related FILE PATH…`: what was alike before, why, and which of its action items bear on this one. */
export async function relatedCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = optionsOf(args, terminal);
  const cwd = terminal.cwd();
  const complain = ({ name, message }: Problem): void => void terminal.stderr.write(`debrief: ${name}: ${message}\n`);
  const settings = await findSettings(path.resolve(cwd, options.paths[0] ?? '.'));
  for (const problem of settings.problems) terminal.stderr.write(`debrief: ${problem}\n`);

  const services = settings.settings.services.map(({ name, aliases }) => ({ name, aliases }));
  const input = { services, languages: settings.languages };
  const asked = await profileOfOne(options.file, cwd, { ...input, about: null }, complain);
  if (asked === null) return 2;
  const found = findFiles(options.paths, cwd);
  for (const problem of found.problems) complain(problem);
  const files = withoutItself(found.files, path.resolve(cwd, options.file));

  const progress = options.quiet ? null : progressOn(terminal.stderr, files.length);
  const others: RelatedProfile[] = [];
  const shared = sharingWords();
  const job = {
    worker: import.meta.resolve('./related-worker.ts'),
    input: { ...input, about: asked },
    answer: profileDocument,
  };
  const problems = await overDocuments<ProfileInput, RelatedProfile>(files, job, {
    receive: (profile) => void others.push(shared(profile)),
    progress: (done) => progress?.step(done),
    complain: (problem) => {
      progress?.clear();
      complain(problem);
    },
  });
  progress?.end();

  const answer = relatedTo(asked, others, { later: options.later, limit: options.limit });
  const { title, incidentId, date, file } = asked;
  const shown =
    options.format === 'json'
      ? `${JSON.stringify({ file, title, incidentId, date, ...answer }, null, 2)}\n`
      : relatedText(file, title, answer, { ...options, width: widthOf(terminal.stdout) });
  terminal.stdout.write(shown);
  return found.problems.length + problems + settings.problems.length > 0 ? 2 : 0;
}

/** What comes from a worker brings its own copy of every word; one for all documents takes a third less memory. */
function sharingWords(): (profile: RelatedProfile) => RelatedProfile {
  const words = new Map<string, string>();
  const one = (word: string): string => {
    const before = words.get(word);
    if (before === undefined) words.set(word, word);
    return before ?? word;
  };
  return (profile) => ({
    ...profile,
    parts: profile.parts.map((part) => ({ ...part, words: part.words.map(one) })),
  });
}

async function profileOfOne(
  name: string,
  cwd: string,
  input: ProfileInput,
  complain: (problem: Problem) => void,
): Promise<RelatedProfile | null> {
  const file = { name, file: name === '-' ? '-' : path.resolve(cwd, name) };
  const profile = profileDocument(file, input);
  if (!('problem' in profile)) return profile;
  complain({ name, message: profile.problem });
  return null;
}

/** The file asked about may lie in a folder that is searched, perhaps behind a link. */
function withoutItself(files: readonly FoundFile[], asked: string): readonly FoundFile[] {
  const real = realPath(asked);
  return files.filter(
    ({ file }) => file !== asked && (path.basename(file) !== path.basename(asked) || realPath(file) !== real),
  );
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}

/** Prose is easiest to read on lines that are not too long. */
const WIDEST = 120;

function widthOf({ isTTY, columns }: Terminal['stdout']): number {
  return isTTY ? Math.min(columns, WIDEST) : 100;
}

interface Options {
  readonly file: string;
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly limit: number;
  readonly explain: boolean;
  readonly later: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

function optionsOf(args: readonly string[], { stdout, env }: Terminal): Options {
  const { values, positionals } = parsed(args);
  const [file, ...paths] = positionals;
  const { format = 'text', limit = '5', explain = false, later = false, quiet = false } = values;
  if (file === undefined || paths.length === 0)
    throw new WrongUse('name the post-mortem to find the like of, or - for standard input, and where to look for it.');
  if (paths.includes('-')) throw new WrongUse('- stands for the first file only; name folders or files to look in.');
  if (format !== 'text' && format !== 'json') throw new WrongUse(`--format takes text or json, not “${format}”.`);
  if (!/^[1-9]\d{0,4}$/.test(limit)) throw new WrongUse(`--limit takes a number from 1, not “${limit}”.`);
  const color = values['no-color'] !== true && stdout.isTTY && (env['NO_COLOR'] ?? '') === '';
  return { file, paths, format, limit: Number(limit), explain, later, quiet, color };
}

function parsed(args: readonly string[]) {
  const options = {
    format: { type: 'string' },
    limit: { type: 'string' },
    explain: { type: 'boolean' },
    later: { type: 'boolean' },
    quiet: { type: 'boolean' },
    'no-color': { type: 'boolean' },
  } as const;
  return parsedArguments(args, options);
}
