import { type CheckFormat, isFailing } from './check-format.ts';

/** For build servers that show tests: a suite for each document, a case for each finding. */
export const checkJunit: CheckFormat = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="debrief check">\n',
  finding: (found, { name }, { explain, failOn }) => {
    const { level, rule, message, question, reason, source, start } = found;
    const place = `${name}:${start.line}:${start.column}`;
    const text = [
      place,
      message,
      question,
      ...(explain ? [reason, ...(source === undefined ? [] : [`Source: ${source}`])] : []),
    ].join('\n');
    const inside = isFailing(level, failOn)
      ? `<failure type="${level}" message="${attribute(message)}">${content(text)}</failure>`
      : `<system-out>${content(`${level}: ${text}`)}</system-out>`;
    return `    <testcase name="${attribute(`${rule} at line ${start.line}`)}" classname="${attribute(name)}" file="${attribute(name)}" line="${start.line}">${inside}</testcase>\n`;
  },
  document: (name, findings, { failOn }) => {
    const failures = findings.filter(({ level }) => isFailing(level, failOn)).length;
    const cases =
      findings.length === 0
        ? `    <testcase name="nothing to ask" classname="${attribute(name)}"/>\n`
        : findings.map(({ output }) => output).join('');
    return `  <testsuite name="${attribute(name)}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="0">\n${cases}  </testsuite>\n`;
  },
  between: '',
  end: () => '</testsuites>\n',
};

/** What XML 1.0 cannot hold in any form. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function content(text: string): string {
  return text.replaceAll(IMPOSSIBLE, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
