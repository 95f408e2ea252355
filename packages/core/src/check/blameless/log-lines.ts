const LEVEL =
  '(?:(?:ERROR|ERR|WARN|WARNING|INFO|NOTICE|DEBUG|FATAL|TRACE|CRITICAL|SEVERE|PANIC|EMERG)(?! ?(?:shown|displayed|raised|appear\\w*|fire[ds]?|rises?|rose|spike[ds]?|logged|seen|was|were|is|are|in|on|from|and|at|alerts?|alarms?|pages?|incidents?|tickets?|notifications?|emails?|levels?|messages?|logs?|lines?|entries|rates?|counts?|severity|status|thresholds?)\\b)\\b|\\[ ?(?:error|err|warn|warning|info|notice|debug|fatal|trace|crit|critical|panic|emerg) ?\\]|(?:level|severity)=\\w)';
const PROCESS = '(?:(?:[\\w-][\\w.-]{0,40} )?(?:[\\w.()/-]{1,60}\\[\\d{2,8}|systemd\\[1)\\]? ?:|\\d{1,8}#\\d{1,8}:)';
const TIME =
  '(?:` |\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ,]{1,2}|[A-Z][a-z]{2} {1,2}\\d{1,2} )?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d| ?[A-Z]{3,4}(?= ?[^A-Za-z ]| \\[?(?:[A-Z]{3}|[\\w.-]{1,60} ?\\[|level)))?\\]?[ \\t]{0,3}[|:–—-]{0,2}[ \\t]{1,3})';
const LOG_LINE = new RegExp(
  `^[ \\t]{0,8}(?:${TIME}?${PROCESS}|${TIME}${LEVEL}|${LEVEL}[:\\s]{1,3}${PROCESS})[^\\n\\r]*`,
  'gm',
);
const MAY = /\[|[A-Z]{3}|=|\d#/;

/** A text with spaces for its lines of a log, such as `05:52 ERROR broker[331]: …`: a program wrote them, and they are evidence. */
export function withoutLogLines(text: string): string {
  return MAY.test(text) ? text.replace(LOG_LINE, (line) => ' '.repeat(line.length)) : text;
}
