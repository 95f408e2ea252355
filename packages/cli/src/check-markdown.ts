import { type CheckFormat, type CheckLook, findingLevels, type FindingLevel } from './check-format.ts';
import { totalsLine } from './check-totals.ts';
import type { LocatedFinding } from './located-finding.ts';

const SIGNS = { error: '🔴 error', warning: '🟡 warning', info: '🔵 info' } as const satisfies Record<
  FindingLevel,
  string
>;

/** A comment for a review: for each document a table of questions. */
export const checkMarkdown: CheckFormat = {
  begin: () => '## Questions to the post-mortem\n\n',
  finding: (found, _document, look) => `| ${cellsOf(found, look).join(' | ')} |\n`,
  document: (name, findings) => {
    if (findings.length === 0) return '';
    const levels = findingLevels.flatMap((level) => {
      const count = findings.filter((each) => each.level === level).length;
      return count === 0 ? [] : [`${count} ${level}${count === 1 || level === 'info' ? '' : 's'}`];
    });
    return `### ${escape(name)}\n\n${levels.join(', ')}\n\n| line | level | what is there | question | rule |\n| ---: | --- | --- | --- | --- |\n${findings.map(({ output }) => output).join('')}`;
  },
  between: '\n',
  end: (totals) => `${totals.withFindings === 0 ? '' : '\n'}${totalsLine(totals)}`,
};

function cellsOf({ start, level, message, question, rule, reason, source }: LocatedFinding, { explain }: CheckLook) {
  const why = explain ? `<br>${escape(reason)}${source === undefined ? '' : `<br>Source: ${escape(source)}`}` : '';
  return [String(start.line), SIGNS[level], escape(message), `${escape(question)}${why}`, `\`${rule}\``];
}

/** Words as they are: no mark of theirs makes Markdown or HTML, and nobody is called by an `@name`. */
function escape(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>()#|~!$&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`))
    .replaceAll('@', '@<!-- -->')
    .replaceAll(/(https?):\/\//gi, '$1:<!-- -->//');
}
