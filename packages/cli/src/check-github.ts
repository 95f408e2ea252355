import type { CheckFormat, FindingLevel } from './check-format.ts';
import type { LocatedFinding } from './located-finding.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<FindingLevel, string>;

/** Workflow commands that GitHub shows beside the changed lines. */
export const checkGithub: CheckFormat = {
  begin: () => '',
  finding: (found, { name }, { explain }) => {
    const { level, rule, message, question, reason, source } = found;
    const properties = { file: name.replaceAll('\\', '/'), ...placeOf(found), title: rule };
    const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    const text = [
      message,
      question,
      ...(explain ? [reason, ...(source === undefined ? [] : [`Source: ${source}`])] : []),
    ];
    return `::${COMMANDS[level]} ${listed.join(',')}::${escapeData(text.join('\n'))}\n`;
  },
  document: (_name, findings) => findings.map(({ output }) => output).join(''),
  between: '',
  end: () => '',
};

/** GitHub takes an end column only on the line of the start. */
function placeOf({ start, end }: LocatedFinding): Readonly<Record<string, string>> {
  const [line, endLine, col] = [String(start.line), String(end.line), String(start.column)];
  return { line, endLine, col, ...(start.line === end.line && { endColumn: String(end.column) }) };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
