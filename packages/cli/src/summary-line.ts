import { type Field, type Reading, valueOf } from '@debrief/core/read';
import { unknownsOf } from './unknowns.ts';
import type { Look } from './render.ts';
import { cutTo, painter, pad } from './paint.ts';

/** One document on one line: date, severity, how much was read, what is unknown, where it is, what it is called. */
export function summaryLine(name: string, reading: Reading, { color, width, cut }: Look): string {
  const { postmortem, messages } = reading;
  const paint = painter(color);
  const open = postmortem.actionItems.filter(({ done }) => valueOf(done) !== true).length;
  const columns = [
    pad(valueOf(postmortem.date) ?? '?', 10),
    pad(shortSeverity(postmortem.severity), 8),
    pad(counted(postmortem.timeline.length, 'event'), 10),
    pad(
      `${counted(postmortem.actionItems.length, 'action')}${postmortem.actionItems.length === 0 ? '' : ` (${open} open)`}`,
      20,
    ),
    pad(`${unknownsOf(reading).length} unknown`, 10),
    pad(messages.length === 0 ? '' : '!', 1),
    name,
    valueOf(postmortem.title) ?? postmortem.title.written ?? '',
  ];
  const line = columns.join('  ').trimEnd();
  const shown = cut ? cutTo(line, width) : line;
  return `${paint('dim', shown.slice(0, 10))}${shown.slice(10)}\n`;
}

function shortSeverity(field: Field<{ readonly written: string }>): string {
  const written = valueOf(field)?.written ?? '?';
  const [first = written] = written.split(/(?:(?<!\s)\s+)?[(（:：,—–]\s*|\s-\s/, 1);
  return cutTo(first, 8);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
