/** Other ways to write a {@link simple} text, which should change no value that is read from it. */
export const sameTexts = {
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'mixed line ends': mixed,
  'a byte order mark': (text) => `\uFEFF${text}`,
  'no final newline': (text) => text.replace(/\n+$/, ''),
  'tabs between words': tabbed,
  'all of them': (text) => `\uFEFF${mixed(tabbed(text).replace(/\n+$/, ''))}`,
} satisfies Readonly<Record<string, (text: string) => string>>;

/** A text with line feeds alone and no byte order mark, from which the others are made. */
export function simple(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF+/, '');
}

/** Each line ends in its own way; a lone CR never stands before an LF, where the two would be one line end. */
function mixed(text: string): string {
  let count = 0;
  return text.replaceAll(/\n(\n)?/g, (_end, next?: string) => {
    count += 1;
    const end = ['\r\n', '\n', '\r'][count % 3] ?? '\n';
    return next === undefined ? end : end + end;
  });
}

/** Spaces between words become one tab, outside of code and of the marks that a line begins with. */
function tabbed(text: string): string {
  let fence: string | null = null;
  let isCertain = true;
  const lines = text.split('\n').map((line) => {
    const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (fence !== null) {
      if (line === fence) fence = null;
    } else if (isCertain && mark !== undefined) fence = mark;
    else {
      isCertain &&= !/``|~~~|\\`|</.test(line) && line.split('`').length % 2 === 1;
      if (isCertain && !line.includes('`') && !isIndented(line)) return tabbedLine(line);
    }
    return line;
  });
  return lines.join('\n');
}

const MARKS = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*(?:\[[ xX]\][ \t]+)?/;

function tabbedLine(line: string): string {
  const marks = MARKS.exec(line)?.[0] ?? '';
  return marks + line.slice(marks.length).replaceAll(/(?<=\S) +(?=\S)/g, '\t');
}

/** Whether a line might be indented code, at the margin or in a list. */
function isIndented(line: string): boolean {
  return /^(?:[^\p{L}\p{N}]|\d{1,9}[.)])*?(?: {4}|\t)/u.test(line);
}
