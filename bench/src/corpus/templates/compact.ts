import { duration, type Incident } from '../incident.ts';
import { blocks, boxes, bullets, labels, numbers, table } from '../markdown.ts';
import { momentsOf } from '../moments.ts';
import type { Random } from '../random.ts';
import { event, explanation, happening, insight, lines, mention, paragraph, task } from '../sentences.ts';

export function compact(incident: Incident, random: Random): string {
  const { id, title, day, followUpDay, minutes, severity, service, commander, responders } = incident;
  const text = (count: number): string => paragraph(random, incident, count, happening, explanation);
  const list = (): string => numbers(lines(random.whole(2, 3), insight, random, incident));
  return blocks(
    `# Post-Mortem: ${title}`,
    labels(
      {
        'Incident ID': id,
        Date: day,
        Duration: duration(minutes),
        Severity: `SEV-${severity}`,
        Reporter: `@${commander}`,
      },
      'lines',
    ),
    '## Summary',
    text(random.whole(2, 4)),
    '## Timeline',
    table(
      ['Time (UTC)', 'Event', 'Owner'],
      momentsOf(random, incident, random.whole(5, 11)).map((time) => [time, event(random, incident), mention(random)]),
    ),
    '## Root Cause Analysis',
    `### What happened?\n${text(random.whole(3, 6))}`,
    `### Why did it happen?\n${paragraph(random, incident, random.whole(3, 5), explanation)}`,
    `### How did we detect it?\n${text(2)}`,
    `### Why didn't we catch it earlier?\n${text(2)}`,
    '## Impact Assessment',
    labels({
      'Users affected': String(random.whole(20, 90_000)),
      'Features impacted': service,
      'Data affected': random.pick(['None', 'Read-only', 'Corruption']),
    }),
    '## Detection & Response',
    '### Detection',
    labels({
      'Detection method': random.pick(['Monitoring alert', 'User report']),
      'Time to detect': duration(random.whole(1, 25)),
    }),
    '### Response',
    labels({
      'Time to acknowledge': duration(random.whole(1, 9)),
      'Time to mitigate': duration(Math.ceil(minutes / 2)),
      'Time to resolve': duration(minutes),
    }),
    '## Lessons Learned',
    `### What went well\n${list()}`,
    `### What could have gone better\n${list()}`,
    `### What went wrong\n${list()}`,
    '## Action Items',
    table(
      ['ID', 'Action', 'Owner', 'Due Date', 'Priority', 'Status'],
      lines(random.whole(3, 7), task, random, incident).map((words, index) => [
        String(index + 1),
        words,
        mention(random),
        followUpDay,
        `P${random.whole(0, 2)}`,
        random.pick(['Not started', 'In progress', 'Done']),
      ]),
    ),
    '## Prevention',
    `### How do we prevent this from happening again?\n${text(2)}`,
    `### How do we detect this faster next time?\n${text(2)}`,
    '## Attachments',
    bullets([
      `[Channel #${id.toLowerCase()}](https://chat.example.net/${id.toLowerCase()})`,
      `[Graphs](https://graphs.example.net/d/${service}?from=${day})`,
    ]),
    '---',
    '## Review',
    labels(
      {
        'Post-Mortem Review Date': followUpDay,
        Attendees: responders.map((name) => `@${name}`).join(', '),
        'Approved by': `@${commander}`,
      },
      'lines',
    ),
    boxes(['Everything urgent is done', 'The rest has a date', 'The runbook was changed'], () => random.chance(0.5)),
  );
}
