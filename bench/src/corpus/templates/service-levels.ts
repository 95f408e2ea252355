import { clock, duration, type Incident } from '../incident.ts';
import { blocks, boxes, bullets, code, labels, numbers, table } from '../markdown.ts';
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
  remedy,
  response,
  task,
} from '../sentences.ts';

const detectionMethods = ['Automated alerting', 'User reports', 'Monitoring dashboard', 'Manual testing'] as const;

export function serviceLevels(incident: Incident, random: Random): string {
  const { id, title, day, followUpDay, minutes, severity, service, others, commander, responders } = incident;
  const list = (count: number): readonly string[] => lines(count, insight, random, incident);
  const method = random.whole(0, detectionMethods.length - 1);
  return blocks(
    `# Postmortem: ${title}`,
    '## Incident Information',
    labels(
      {
        'Incident ID': `\`${id}\``,
        Date: day,
        Time: `${clock(incident, 0)} UTC`,
        Duration: duration(minutes),
        Severity: `P${severity - 1}`,
        Status: random.pick(['Resolved', 'Investigating', 'Mitigated']),
      },
      'lines',
    ),
    '## Summary',
    paragraph(random, incident, random.whole(3, 5), happening, explanation),
    '**Impact**:',
    labels({
      'Users Affected': `${random.whole(1, 70)}% of users`,
      'Service Degradation': random.pick(['Full outage', 'Partial outage', 'Degraded performance']),
      'Revenue Impact': `$${random.whole(1, 900)},000`,
      'SLO Impact': random.pick(['Availability', 'Latency', 'Error Rate']),
    }),
    '## Timeline',
    table(
      ['Time (UTC)', 'Event', 'Action Taken'],
      momentsOf(random, incident, random.whole(6, 12)).map((time) => [
        time,
        event(random, incident),
        response(random, incident),
      ]),
    ),
    '## Root Cause',
    `**Primary Cause**: ${paragraph(random, incident, random.whole(3, 5), explanation)}`,
    '**Contributing Factors**:',
    numbers(lines(random.whole(2, 5), explanation, random, incident)),
    '**Why did it happen?**',
    bullets(lines(3, happening, random, incident)),
    '## Detection',
    '**How was the incident detected?**',
    boxes(detectionMethods, (index) => index === method),
    `**Detection Time**: ${random.whole(1, 30)} minutes after incident start`,
    "**Why wasn't it detected earlier?**",
    bullets(list(1)),
    '## Impact Analysis',
    '### Availability Impact',
    table(
      ['Service', 'Normal Uptime', 'Incident Uptime', 'Impact'],
      [service, ...others].map((name) => {
        const lost = random.whole(1, 90) / 10;
        return [name, '99.9%', `${(99.9 - lost).toFixed(1)}%`, `-${lost}%`];
      }),
    ),
    '### Latency Impact',
    table(
      ['Endpoint', 'Normal p95', 'Incident p95', 'Increase'],
      ['GET', 'POST'].map((verb) => {
        const [normal, factor] = [random.whole(40, 300), random.whole(3, 30)];
        return [`${verb} /${service}/v2/items`, `${normal}ms`, `${normal * factor}ms`, `${factor}x`];
      }),
    ),
    '### Error Rate Impact',
    table(
      ['Service', 'Normal Error Rate', 'Incident Error Rate'],
      [service, ...others].map((name) => [name, `0.0${random.whole(1, 9)}%`, `${random.whole(10, 400) / 10}%`]),
    ),
    '## Resolution',
    '**What was done to resolve the incident?**',
    numbers([
      `**Immediate Actions**:\n${nested(lines(2, remedy, random, incident))}\n`,
      `**Long-term Fixes**:\n${nested(lines(2, task, random, incident))}`,
    ]),
    `**Time to Resolution**: ${duration(minutes)}`,
    '## Lessons Learned',
    '### What Went Well',
    bullets(list(3)),
    '### What Went Wrong',
    bullets(list(3)),
    '### What We Learned',
    bullets(list(3)),
    '## Action Items',
    table(
      ['ID', 'Action Item', 'Owner', 'Priority', 'Due Date', 'Status'],
      lines(random.whole(3, 6), task, random, incident).map((words, index) => [
        `AI-${String(index + 1).padStart(3, '0')}`,
        words,
        mention(random),
        `P${random.whole(0, 2)}`,
        followUpDay,
        random.pick(['Open', 'In Progress', 'Done']),
      ]),
    ),
    '### High Priority (P0)',
    boxes(lines(2, task, random, incident), () => random.chance(0.3)),
    '## Prevention',
    numbers([
      `**Technical Improvements**:\n${nested(lines(2, task, random, incident))}\n`,
      `**Monitoring Improvements**:\n${nested(lines(2, task, random, incident))}`,
    ]),
    '## Metrics & Data',
    code('json', [
      '{',
      `  "incident_start": "${day}T${clock(incident, 0)}:00Z",`,
      `  "duration_minutes": ${minutes},`,
      `  "requests_failed": ${random.whole(100, 90_000)},`,
      `  "error_rate_peak": ${random.whole(10, 700) / 10}`,
      '}',
    ]),
    '## Related Incidents',
    bullets([`INC-2023-${random.whole(10_000, 99_999)} - the same ${service} limit`]),
    '## Sign-off',
    labels(
      {
        'Incident Commander': commander,
        'Technical Lead': responders[0] ?? commander,
        'Postmortem Author': responders[1] ?? commander,
        'Review Date': followUpDay,
      },
      'lines',
    ),
  );
}

function nested(items: readonly string[]): string {
  return bullets(items).replaceAll(/^/gm, '   ');
}
