import path from 'node:path';
import {
  checkedOf,
  type CheckHouse,
  type Finding,
  incidentIdHints,
  type Language,
  read,
  type StageName,
} from '@debrief/core';
import type { CheckLook, PrintedFinding } from './check-format.ts';
import { checkFormats } from './check-formats.ts';
import type { FoundFile } from './find-files.ts';
import { fixFile } from './fix-file.ts';
import { loadText } from './load-text.ts';
import { checkedDocument, locate } from './located-finding.ts';
import type { KnownIncidents } from './known-incidents.ts';
import type { Refused } from './over-documents.ts';
import { lookInto, type WorkspaceAnswers } from './workspace-look.ts';

/** What checking needs besides the document. It is copied to workers, so it holds no functions. */
export interface CheckInput {
  readonly languages: readonly Language[];
  readonly house: CheckHouse;
  /** Null takes the stage that each document tells. */
  readonly stage: StageName | null;
  readonly look: CheckLook;
  /** Whether certain fixes are written into the files. */
  readonly fix: boolean;
  /** The incidents that are known; null where nobody can tell. */
  readonly workspace: KnownIncidents | null;
}

/** One document, checked and ready to print. */
export interface DocumentCheck {
  readonly stage: StageName;
  readonly findings: readonly PrintedFinding[];
  /** Rules whose findings were fixed, one entry for each. */
  readonly fixed: readonly string[];
  /** On what it depends besides the document and the settings. */
  readonly workspace: WorkspaceAnswers;
}

/** A check as JSON: between threads one text takes less memory than many objects, and a cache keeps it so. */
export interface CheckJson {
  readonly json: string;
}

/** Loads, reads and checks one document, fixes it where that is asked for, and prints each finding. */
export function checkDocument(file: FoundFile, input: CheckInput): CheckJson | Refused {
  const checked = checkFile(file, input);
  return 'problem' in checked ? checked : { json: JSON.stringify(checked) };
}

function checkFile(found: FoundFile, input: CheckInput): DocumentCheck | Refused {
  const { name, file } = found;
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const checkText = (text: string) => {
    const reading = read(text, { fileName: path.basename(name), languages: input.languages });
    const look = lookInto(input.workspace, found, () => hintsFor(input.languages)(text, path.basename(name)).own);
    const checked = checkedOf(name, reading, input.house, { stage: input.stage, ...look.context });
    return { ...checked, workspace: look.answers() };
  };
  if (!input.fix) return printed(name, loaded.text, checkText(loaded.text), input.look);
  const done = fixFile(file, (text) => checkText(text).findings);
  if (done.problem !== undefined) return { problem: done.problem };
  return { ...printed(name, done.text, checkText(done.text), input.look), fixed: done.fixed };
}

function printed(
  name: string,
  text: string,
  {
    stage,
    findings,
    workspace,
  }: {
    readonly stage: StageName;
    readonly findings: readonly Finding[];
    readonly workspace: WorkspaceAnswers;
  },
  look: CheckLook,
): DocumentCheck {
  const document = checkedDocument(name, text);
  const { finding: print } = checkFormats[look.format];
  return {
    stage,
    findings: locate(document, findings).map((finding) => ({
      rule: finding.rule,
      level: finding.level,
      fingerprint: finding.fingerprint,
      output: print(finding, document, look),
    })),
    fixed: [],
    workspace,
  };
}

let made: { readonly languages: readonly Language[]; readonly hints: ReturnType<typeof incidentIdHints> } | null = null;

/** Made once for all documents of a run. */
function hintsFor(languages: readonly Language[]): ReturnType<typeof incidentIdHints> {
  if (made?.languages !== languages) made = { languages, hints: incidentIdHints(languages) };
  return made.hints;
}
