import { clock, duration, type Incident } from '../incident.ts';
import { blocks, bullets, code, labels, table } from '../markdown.ts';
import type { Random } from '../random.ts';
import {
  event,
  explanation,
  happening,
  insight,
  lines,
  mention,
  paragraph,
  remedy,
  response,
  task,
} from '../sentences.ts';
import { momentsOf } from '../moments.ts';

export function executive(incident: Incident, random: Random): string {
  const { id, title, day, followUpDay, minutes, severity, service, others, region, commander, responders, team } =
    incident;
  const text = (count: number): string => paragraph(random, incident, count, happening, explanation);
  const list = (count: number): string => bullets(lines(count, insight, random, incident));
  return blocks(
    `# Post-Mortem: ${title}`,
    '## Incident Overview',
    labels(
      {
        'Incident ID': id,
        Date: day,
        Duration: `${clock(incident, 0)} - ${clock(incident, minutes)} (${duration(minutes)})`,
        Severity: `P${severity - 1}`,
        'Incident Commander': commander,
        Responders: responders.join(', '),
      },
      'lines',
    ),
    '## Executive Summary',
    text(random.whole(3, 5)),
    '## Timeline',
    table(
      ['Time (UTC)', 'Event', 'Action Taken', 'Responder'],
      momentsOf(random, incident, random.whole(6, 13)).map((time) => [
        time,
        event(random, incident),
        response(random, incident),
        mention(random),
      ]),
    ),
    '## Impact Assessment',
    '### User Impact',
    labels({
      'Affected Users': `${random.whole(2, 60)} % of all users`,
      'Geographic Impact': region,
      'Feature Impact': `${service}, ${others.join(', ')}`,
      'Business Impact': `About ${random.whole(2, 400)} thousand EUR of orders came later or not at all`,
    }),
    '### Technical Impact',
    labels({
      'Services Affected': [service, ...others].join(', '),
      'Data Integrity': 'Nothing was lost; some rows were written twice and removed afterwards',
      'SLO Impact': `Availability ${random.whole(950, 998) / 10} % in the month`,
      'Error Budget': `${random.whole(10, 100)} % consumed`,
    }),
    '## Root Cause Analysis',
    '### What Happened',
    text(random.whole(5, 8)),
    '### Why It Happened',
    paragraph(random, incident, random.whole(4, 7), explanation),
    '### How It Was Detected',
    text(2),
    '## Resolution',
    '### Immediate Fix',
    paragraph(random, incident, 3, remedy),
    '### Verification',
    text(2),
    '### Recovery Time',
    labels({
      'Time to Detection': duration(random.whole(1, 12)),
      'Time to Mitigation': duration(Math.ceil(minutes / 2)),
      'Time to Resolution': duration(minutes),
    }),
    '## What Went Well',
    list(random.whole(3, 5)),
    '## What Could Be Improved',
    list(random.whole(3, 5)),
    '## Action Items',
    table(
      ['Action Item', 'Owner', 'Due Date', 'Priority', 'Status'],
      lines(random.whole(4, 8), task, random, incident).map((words) => [
        words,
        mention(random),
        followUpDay,
        random.pick(['High', 'Medium', 'Low']),
        random.pick(['Open', 'In Progress', 'Complete']),
      ]),
    ),
    '## Lessons Learned',
    '### Technical Lessons',
    list(3),
    '### Process Lessons',
    list(2),
    '## Metrics',
    labels({
      MTTR: duration(minutes),
      MTBF: `${random.whole(9, 190)} days`,
      'Alert Latency': duration(random.whole(1, 9)),
    }),
    '## Related Incidents',
    bullets([`[INC-2023-${random.whole(100, 999)}](https://wiki.example.net/post-mortems/${random.whole(100, 999)})`]),
    '## Supporting Data',
    '### Commands Used',
    code('bash', [
      `kubectl -n ${team} get pods -l app=${service} -o wide`,
      `kubectl -n ${team} logs deploy/${service} --since=${minutes}m | grep -c timeout`,
      `curl -fsS "https://metrics.example.net/api/v1/query?query=rate(errors_total[5m])"`,
    ]),
    '## Follow-up',
    labels({
      Date: followUpDay,
      Attendees: [commander, ...responders].join(', '),
      'Key Decisions': insight(random, incident),
    }),
    '---',
    labels(
      {
        'Document Status': random.pick(['Draft', 'Final']),
        'Next Review': followUpDay,
        'Approved By': commander,
        Distribution: `${team}, support`,
      },
      'lines',
    ),
  );
}
