import type { FoundFile, Problem } from './find-files.ts';
import { type Job, overDocuments } from './over-documents.ts';
import type { Rendered, RenderInput } from './render.ts';

export interface Totals {
  readonly read: number;
  readonly withMessages: number;
  readonly problems: number;
}

export interface Sink {
  readonly write: (output: string) => Promise<void>;
  readonly progress: (done: number) => void;
  readonly complain: (problem: Problem) => void;
}

/** Renders documents on all cores where that pays, and hands them on in their order. */
export async function renderAll(
  files: readonly FoundFile[],
  job: Job<RenderInput, Rendered>,
  sink: Sink,
): Promise<Totals> {
  const totals = { read: 0, withMessages: 0 };
  const problems = await overDocuments(files, job, {
    ...sink,
    receive: async ({ output, hasMessages }) => {
      totals.read += 1;
      if (hasMessages) totals.withMessages += 1;
      await sink.write(output);
    },
  });
  return { ...totals, problems };
}
