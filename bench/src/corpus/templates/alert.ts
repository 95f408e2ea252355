import { clock, duration, type Incident } from '../incident.ts';
import { blocks, boxes, bullets, code, labels, table } from '../markdown.ts';
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
  response,
  task,
} from '../sentences.ts';

const phases = ['Detection and Response', 'Investigation and Escalation', 'Resolution and Recovery'] as const;
const horizons = [
  'Immediate Actions (Complete within 1 week)',
  'Medium-term Actions (Complete within 1 month)',
  'Long-term Actions (Complete within 1 quarter)',
] as const;
const lessons = {
  'Technical Lessons': ['Architecture', 'Monitoring', 'Deployment'],
  'Process Lessons': ['Incident Response', 'Communication', 'Escalation'],
} as const;

export function alert(incident: Incident, random: Random): string {
  const { id, title, day, followUpDay, minutes, severity, service, others, region, commander, responders, team } =
    incident;
  const about = (...names: readonly string[]): string =>
    labels(Object.fromEntries(names.map((name) => [name, insight(random, incident)])));
  const moments = momentsOf(random, incident, phases.length * random.whole(3, 5));
  const rows = moments.length / phases.length;
  return blocks(
    `<!--\nDraft opened by an alert on ${day} ${clock(incident, 0)} UTC\nSource: ${service}\n-->`,
    `# Post-Mortem Report: ${title}`,
    labels(
      {
        'Incident ID': `\`${id}\``,
        Date: day,
        Duration: duration(minutes),
        Severity: `SEV${severity}`,
        Status: random.pick(['RESOLVED', 'UNDER INVESTIGATION']),
      },
      'lines',
    ),
    '## 📋 Executive Summary',
    paragraph(random, incident, 2, happening),
    bullets([
      `What: ${happening(random, incident)}`,
      `When: ${day} ${clock(incident, 0)} to ${clock(incident, minutes)} (${duration(minutes)})`,
      `Root Cause: ${explanation(random, incident)}`,
    ]),
    '## 🎯 Impact Assessment',
    '### Service Level Impact',
    labels({
      Availability: `${random.whole(900, 998) / 10}% uptime (SLO: 99.9%)`,
      'Error Rate': `${random.whole(1, 40)}% (SLO: <0.1%)`,
      Latency: `p95 = ${random.whole(600, 9_000)}ms (SLO: <500ms)`,
    }),
    '### Business Impact',
    labels({
      'Users Affected': `${random.whole(100, 90_000)} users`,
      'Revenue Impact': `$${random.whole(1, 300)},000`,
      'SLA Breaches': random.pick(['None', 'Two contracts']),
    }),
    '### Geographic/Component Scope',
    labels({ Regions: region, Services: [service, ...others].join(', ') }),
    '## ⏰ Timeline',
    '**All times in UTC.**',
    ...phases.flatMap((phase, index) => [
      `### ${phase}`,
      table(
        ['Time', 'Event', 'Actor', 'Action/Observation'],
        moments
          .slice(index * rows, (index + 1) * rows)
          .map((time) => [time, event(random, incident), mention(random), response(random, incident)]),
      ),
    ]),
    '## 🔍 Root Cause Analysis',
    '### Primary Root Cause',
    Array.from(
      { length: 5 },
      (_, index) => `${index + 1}. **${question(random, incident)}**\n   - Answer: ${explanation(random, incident)}`,
    ).join('\n\n'),
    '### Contributing Factors',
    labels({
      Technical: explanation(random, incident),
      Process: explanation(random, incident),
      External: happening(random, incident),
    }),
    '### What Went Well',
    about('Detection', 'Response'),
    '### What Could Be Improved',
    about('Prevention', 'Recovery'),
    '## 🛠️ Corrective Actions',
    ...horizons.flatMap((horizon) => [
      `### ${horizon}`,
      table(
        ['Action Item', 'Owner', 'Due Date', 'Status', 'Verification'],
        lines(random.whole(1, 3), task, random, incident).map((words) => [
          words,
          mention(random),
          followUpDay,
          random.pick(['⏳ Open', '✅ Done']),
          `[dashboard](https://graphs.example.net/d/${random.whole(100, 999)})`,
        ]),
      ),
    ]),
    '## 📚 Lessons Learned',
    ...Object.entries(lessons).flatMap(([name, topics]) => [`### ${name}`, about(...topics)]),
    '## 📊 Metrics and Measurements',
    labels({
      'Time to Detect': `${random.whole(1, 12)} minutes`,
      'Time to Acknowledge': `${random.whole(1, 9)} minutes`,
      'Time to Mitigate': duration(Math.ceil(minutes / 2)),
      'Time to Resolve': duration(minutes),
    }),
    code('', [
      `Downtime: ${minutes} minutes`,
      'Monthly budget: 43 minutes (99.9%)',
      `Budget spent: ${Math.round((minutes / 43) * 100)}%`,
    ]),
    '## 🔗 Supporting Information',
    labels({
      'Incident Slack Channel': `#${id.toLowerCase()}`,
      'Alert Dashboard': `<https://graphs.example.net/d/${service}>`,
      'Code Changes': `[#${random.whole(100, 9_999)}](https://git.example.net/changes)`,
    }),
    '## ✅ Sign-off and Approval',
    labels({
      Author: `@${commander} (Date: ${followUpDay})`,
      'Technical Review': `@${responders[0] ?? commander} (Date: ${followUpDay})`,
    }),
    boxes([`${team} team`, 'Operations', 'Customer support'], () => random.chance(0.5)),
    '---',
    labels(
      {
        'Document Status': random.pick(['DRAFT', 'UNDER REVIEW', 'APPROVED']),
        Version: '1.0',
        'Last Updated': `${followUpDay} by @${commander}`,
      },
      'lines',
    ),
  );
}
