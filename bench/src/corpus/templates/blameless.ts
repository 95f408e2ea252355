import { clock, duration, type Incident } from '../incident.ts';
import { blocks, bullets, code, labels, numbers, table } from '../markdown.ts';
import { momentsOf } from '../moments.ts';
import type { Random } from '../random.ts';
import {
  event,
  explanation,
  happening,
  insight,
  lines,
  mention,
  paragraph,
  question,
  remedy,
  task,
} from '../sentences.ts';

const horizons = [
  'Prevent Recurrence (High Priority)',
  'Improve Detection',
  'Improve Response',
  'Documentation',
] as const;

export function blameless(incident: Incident, random: Random): string {
  const { id, title, day, followUpDay, minutes, severity, service, others, commander, responders, team } = incident;
  const text = (count: number): string => paragraph(random, incident, count, happening, explanation);
  const list = (count: number): readonly string[] => lines(count, insight, random, incident);
  return blocks(
    `# Post-Mortem: ${title}`,
    '<!-- Write about systems and what they made likely. Names belong to tasks only. -->',
    labels(
      {
        'Date of Incident': `${day} ${clock(incident, 0)} UTC`,
        Duration: duration(minutes),
        Severity: ['Critical', 'High', 'Medium', 'Low'][severity - 1] ?? 'Low',
        Status: random.pick(['Draft', 'Under Review', 'Published']),
      },
      'lines',
    ),
    labels({ Author: commander, Reviewers: responders.join(', '), Published: followUpDay }, 'lines'),
    '---',
    '## Summary',
    text(random.whole(3, 4)),
    '---',
    '## Impact',
    '**Customer Impact:**',
    bullets([`${random.whole(20, 90_000)} customers affected`, `${random.whole(1, 900)} thousand requests failed`]),
    '**Service Impact:**',
    labels({
      'Service(s) Affected': [service, ...others].join(', '),
      Duration: `${clock(incident, 0)} to ${clock(incident, minutes)} = ${duration(minutes)}`,
      'Degradation Level': random.pick(['Complete outage', 'Partial outage', 'Degraded performance']),
    }),
    '---',
    '## Timeline (All times in UTC)',
    table(
      ['Time', 'Event'],
      momentsOf(random, incident, random.whole(7, 15)).map((time) => [time, event(random, incident)]),
    ),
    '---',
    '## Root Cause Analysis',
    '### What Happened',
    text(random.whole(4, 7)),
    '### Why It Happened',
    `**Immediate Cause:**\n${explanation(random, incident)}`,
    '**Contributing Factors:**',
    numbers(lines(random.whole(3, 5), explanation, random, incident)),
    `**Root Cause:**\n${paragraph(random, incident, 2, explanation)}`,
    numbers(lines(5, (...given) => `**${question(...given)}** ${happening(...given)}`, random, incident)),
    '---',
    '## Detection & Response',
    '### How We Detected the Issue',
    text(2),
    '### What Worked Well',
    bullets(list(3)),
    "### What Didn't Work",
    bullets(list(3)),
    '## Resolution',
    '### How We Fixed It (Short-term)',
    paragraph(random, incident, 3, remedy),
    '### Verification',
    text(1),
    '---',
    '## Action Items',
    ...horizons.flatMap((horizon, index) => [
      `### ${horizon}`,
      lines(index === 0 ? 3 : random.whole(1, 2), task, random, incident)
        .map((words) =>
          action(words, {
            Owner: mention(random),
            Due: followUpDay,
            Status: random.pick(['Not Started', 'In Progress', 'Complete']),
          }),
        )
        .join('\n\n'),
    ]),
    '---',
    '## Lessons Learned',
    '### What We Learned',
    numbers(list(3)),
    "### What We'll Do Differently",
    numbers(list(2)),
    '## Technical Details',
    '### Logs / Evidence',
    code('', [
      `${day}T${clock(incident, 1)}:07Z ERROR ${service} upstream closed the connection, attempt=${random.whole(1, 5)}`,
      `${day}T${clock(incident, 2)}:41Z WARN  ${service} queue above ${random.whole(60, 99)} %`,
    ]),
    '## Communication',
    labels({
      'Incident Channel': `#${id.toLowerCase()}`,
      'Stakeholders Notified': team,
      'Status Page Updated': random.pick(['Yes', 'No']),
    }),
    '## Follow-up Review',
    labels({ 'Review Date': followUpDay, 'Review Attendees': team }, 'lines'),
    bullets([
      'Which of the tasks are done, and which turned out to be unneeded?',
      'Has the same signal been seen again?',
    ]),
  );
}

function action(words: string, fields: Readonly<Record<string, string>>): string {
  return [
    `- [ ] **Action:** ${words}`,
    ...Object.entries(fields).map(([name, value]) => `  - **${name}:** ${value}`),
  ].join('\n');
}
