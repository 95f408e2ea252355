import type { CheckFormat } from './check-format.ts';

/** For programs: one array, an entry for each document, each finding with offsets and with lines and columns. */
export const checkJson: CheckFormat = {
  begin: () => '[\n',
  finding: ({ rule, level, message, question, reason, source, place, start, end, fingerprint, fix }) =>
    JSON.stringify({ rule, level, message, question, reason, source, place, start, end, fingerprint, fix }),
  document: (name, findings) =>
    `{"file":${JSON.stringify(name)},"findings":[${findings.map(({ output }) => output).join(',')}]}`,
  between: ',\n',
  end: () => '\n]\n',
};
