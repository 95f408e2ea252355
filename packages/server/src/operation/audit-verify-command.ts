import { checkpointText, parseCheckpoint } from '../audit/checkpoint.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { breakSentence, type ChainBreak } from '../chain/chain-break.ts';
import { verifyRevisions } from '../revision/verify-revisions.ts';
import { withCommandStore } from './command-store.ts';
import { flagOf } from './flag-of.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `Usage: debrief audit verify [--expect CHECKPOINT] [--data FOLDER | --database-url URL]

Follows the chains of the audit and of every document's revisions, and names the first place where one was changed.
It prints a checkpoint. Keep that somewhere else and give it back with --expect: then an end that was cut off is found.
`;

/** `debrief audit verify`. Answers with its exit status: 0 whole, 1 broken, 2 could not look. */
export async function auditVerifyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [verb, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    terminal.stdout.write(USAGE);
    return 0;
  }
  if (verb !== 'verify') {
    terminal.stderr.write(USAGE);
    return 2;
  }
  const { value, others } = flagOf('expect', rest);
  const expect = value === null ? null : parseCheckpoint(value);
  if (value !== null && expect === null) {
    terminal.stderr.write('debrief audit verify: --expect takes a checkpoint as it was printed: 12:ab34…\n');
    return 2;
  }
  return withCommandStore('audit verify', others, terminal, async ({ read }) => {
    const audit = await verifyAudit(read, { expect });
    if (audit.state === 'broken') return sayBroken(audit.at, terminal);
    const revisions = await verifyRevisions(read);
    if (revisions.state === 'broken') return sayBroken(revisions.at, terminal);
    terminal.stdout.write(
      `${audit.entries} audit entries and ${revisions.revisions} revisions of ${revisions.documents} documents: whole.\n` +
        `Checkpoint: ${checkpointText(audit.checkpoint)}\n`,
    );
    return 0;
  });
}

function sayBroken(at: ChainBreak, terminal: Terminal): number {
  terminal.stdout.write(`${breakSentence(at)}\nThe chain before it holds. Compare with a backup from before.\n`);
  return 1;
}
