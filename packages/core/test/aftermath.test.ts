import { describe, expect, test } from 'vitest';
import { plainValues, read, type Postmortem } from '../src/index.ts';
import { placeOf, postmortemOf, short, shortAll } from './reading.ts';

function after(body: string): Postmortem {
  return postmortemOf(`# Ferry booking down\n\n${body}\n`);
}

describe('detection', () => {
  test('methods keep their boxes', () => {
    const { methods, points } = after(
      '## Detection\n\n**How was the incident detected?**\n\n- [ ] Automated alerting\n- [x] User reports\n- [ ] Other: [specify]\n',
    ).detection;
    expect(methods.map(({ text, ticked }) => [short(text), ticked])).toEqual([
      ['Automated alerting', false],
      ['User reports', true],
      ['Other: [specify]', false],
    ]);
    expect(points).toEqual([]);
  });

  test.each([
    '## Detection\n\nA passenger called us.',
    '## How We Detected the Issue\n\nA passenger called us.',
    '**Detection:** A passenger called us.',
    '## Detection\n\n- **Detection method:** A passenger called us.',
    '## Root Cause Analysis\n\n### How did we detect it?\n\nA passenger called us.',
    '**Detected by:** A passenger called us.',
  ])('how: %j', (body) => {
    expect(short(after(body).detection.how)).toBe('A passenger called us.');
  });

  test.each([
    "## Detection\n\n**Why wasn't it detected earlier?**\n\n- No alert on bookings\n",
    "## Root Cause Analysis\n\n### Why didn't we catch it earlier?\n\nNo alert on bookings\n",
  ])('why not earlier: %j', (body) => {
    expect(short(after(body).detection.whyNotEarlier)).toMatch(/^(?:- )?No alert on bookings$/);
  });

  test('alert quality', () => {
    expect(
      short(
        after('## Detection & Response\n\n### Detection\n\n- **Alert quality:** Clear and early\n').detection
          .alertQuality,
      ),
    ).toBe('Clear and early');
  });

  test('a template tells nothing', () => {
    const { whyNotEarlier, alertQuality } = after(
      "## Detection\n\n- **Detection method:** [Monitoring alert/User report/Other]\n- **Alert quality:** [Was alert clear and actionable?]\n\n### Why didn't we catch it earlier?\n[Gap in testing/monitoring]\n",
    ).detection;
    expect(alertQuality.state).toBe('unknown');
    expect(whyNotEarlier.state).toBe('unknown');
  });
});

describe('resolution', () => {
  test('immediate and long-term fixes', () => {
    const { immediate, longTerm } = after(
      '## Resolution\n\n1. **Immediate Actions**:\n   - Raised the pool to 50\n   - Killed slow queries\n\n2. **Long-term Fixes**:\n   - Added an index\n',
    ).resolution;
    expect([shortAll(immediate), shortAll(longTerm)]).toEqual([
      ['Raised the pool to 50', 'Killed slow queries'],
      ['Added an index'],
    ]);
  });

  test.each([
    '## Resolution\n\n### Immediate Fix\n\nWe restarted it.',
    '## Resolution\n\n### How We Fixed It (Short-term)\n\nWe restarted it.',
    '## Resolution\n\n**Immediate fix:** We restarted it.',
  ])('immediate: %j', (body) => {
    expect(shortAll(after(body).resolution.immediate)).toEqual(['We restarted it.']);
  });

  test('verification', () => {
    expect(
      short(
        after('## Resolution\n\nRestarted.\n\n### Verification\n\nBookings came in again.').resolution.verification,
      ),
    ).toBe('Bookings came in again.');
  });

  test.each([
    '## Resolution\n\nWe restarted it.',
    '**Resolution:** We restarted it.',
    '| Resolution | We restarted it. |\n|---|---|\n| Severity | SEV2 |',
  ])('text: %j', (body) => {
    expect(short(after(body).resolution.text)).toBe('We restarted it.');
  });
});

describe('lessons', () => {
  test.each<[string, 'wentWell' | 'wentWrong' | 'couldImprove' | 'lucky' | 'learned' | 'doDifferently']>([
    ['## What Went Well', 'wentWell'],
    ['## What Worked Well', 'wentWell'],
    ['## Lessons Learned\n\n### What went well', 'wentWell'],
    ['## What Went Wrong', 'wentWrong'],
    ["## What Didn't Work", 'wentWrong'],
    ['## Lessons Learned\n\n### What went wrong', 'wentWrong'],
    ['## What Could Be Improved', 'couldImprove'],
    ['## What could have gone better', 'couldImprove'],
    ['## Areas for improvement', 'couldImprove'],
    ['## Where we got lucky', 'lucky'],
    ['## Lessons Learned', 'learned'],
    ['## Lessons Learned\n\n### What We Learned', 'learned'],
    ["## Lessons Learned\n\n### What We'll Do Differently", 'doDifferently'],
  ])('%j holds %s', (headings, name) => {
    const { lessons } = after(`${headings}\n\n- The crew took bookings by phone\n- Nobody slept`);
    expect(lessons[name].map(({ text }) => short(text))).toEqual(['The crew took bookings by phone', 'Nobody slept']);
    const all = [
      lessons.wentWell,
      lessons.wentWrong,
      lessons.couldImprove,
      lessons.lucky,
      lessons.learned,
      lessons.doDifferently,
    ];
    expect(all.flat()).toHaveLength(2);
  });

  test('an item that begins with a label is of that kind', () => {
    const { wentWell } = after(
      '## What Went Well\n\n- **Detection**: The alert came early\n- **Response:** Calm\n- Everyone helped',
    ).lessons;
    expect(wentWell.map(({ kind, text }) => [kind, short(text)])).toEqual([
      ['Detection', 'The alert came early'],
      ['Response', 'Calm'],
      [undefined, 'Everyone helped'],
    ]);
  });

  test('a sub-heading of lessons is the kind of its items', () => {
    const { learned } = after(
      '## Lessons Learned\n\n### Technical Lessons\n\n- Pools fill\n\n### Process Lessons\n\n- Phones help',
    ).lessons;
    expect(learned.map(({ kind, text }) => [kind, short(text)])).toEqual([
      ['Technical Lessons', 'Pools fill'],
      ['Process Lessons', 'Phones help'],
    ]);
  });

  test('lists under bold labels', () => {
    const { wentWell, wentWrong } = after(
      '## Retrospective\n\n**What went well:**\n\n- Phones\n\n**What went wrong:**\n\n- Pool\n- Alert',
    ).lessons;
    expect([wentWell.length, wentWrong.length]).toEqual([1, 2]);
  });

  test.each<[string, Partial<Record<'wentWell' | 'wentWrong' | 'lucky', number>>]>([
    ['## What went well\n\n- a\n- b\n  - c', { wentWell: 2 }],
    ['## What went well\n\nEverything.', { wentWell: 0 }],
    ['## What went well\n\n- [Positive aspect 1]\n- [Positive aspect 2]', { wentWell: 0 }],
    ['## What went well\n\n| What |\n|---|\n| a |\n| b |', { wentWell: 2 }],
    ['## What went wrong\n\n- a\n\n## What could be improved\n\n- b', { wentWrong: 2 }],
    ['## Where we got lucky\n\n1. a', { lucky: 1 }],
    ['## What went well\n\n- a\n\n## What went well\n\n- b', { wentWell: 2 }],
  ])('counts: %j', (body, counts) => {
    expect(plainValues(read(`# Ferry booking down\n\n${body}\n`)).counts).toMatchObject(counts);
  });
});

describe('prevention by kind', () => {
  test('under labels', () => {
    const { technical, process, monitoring } = after(
      '## Prevention\n\n1. **Technical Improvements**:\n   - Bigger pool\n\n2. **Process Improvements**:\n   - Load tests\n\n3. **Monitoring Improvements**:\n   - Alert on bookings\n',
    ).prevention;
    expect([shortAll(technical), shortAll(process), shortAll(monitoring)]).toEqual([
      ['Bigger pool'],
      ['Load tests'],
      ['Alert on bookings'],
    ]);
  });

  test('as text', () => {
    expect(short(after('## Prevention\n\nWe will test.').prevention.text)).toBe('We will test.');
  });

  test('a template prevents nothing', () => {
    expect(
      shortAll(after('## Prevention\n\n1. **Technical Improvements**:\n   - [Improvement 1]\n').prevention.technical),
    ).toEqual(['(placeholder)']);
  });
});

describe('related incidents', () => {
  test.each<[string, readonly string[]]>([
    ['## Related Incidents\n\n- INC-7 - same pool\n- INC-9', ['INC-7 - same pool', 'INC-9']],
    ['## Related incidents\n\n- [INC-7](inc-7.md)', ['INC-7']],
    ['**Related incidents:** INC-7', ['INC-7']],
    ['## Related Incidents\n\n- [Link to similar past incidents]', []],
    ['## Related Incidents\n\n- [INC-YYYY-MMDD-XXXX] - Similar issue on [date]', []],
  ])('%j', (body, related) => {
    expect(shortAll(after(body).related)).toEqual(related);
  });
});

describe('evidence', () => {
  test('code blocks keep every character', () => {
    const text =
      '# Ferry booking down\n\n## Evidence\n\n```sh\nmake **health**\ncurl -s "[Name]"\n```\n\n```json\n{ "calls_failed": 12 }\n```\n\n```\n12:00 ERROR pool\n```\n';
    expect(postmortemOf(text).evidence.map(({ kind, text: field }) => [kind, short(field)])).toEqual([
      ['command', 'make **health**\ncurl -s "[Name]"'],
      ['data', '{ "calls_failed": 12 }'],
      ['log', '12:00 ERROR pool'],
    ]);
    expect(postmortemOf(text).evidence[1]?.text.places).toEqual([placeOf(text, '{ "calls_failed": 12 }')]);
  });

  test('commands under their heading', () => {
    expect(after('## Supporting Data\n\n### Commands Used\n\n```\nmake health\n```').evidence).toMatchObject([
      { kind: 'command', label: 'Commands Used' },
    ]);
  });

  test('links and pictures', () => {
    expect(
      after('## Screenshots\n\n![pool](pool.png)\n\n## Logs\n\n[log](https://x.example/log)').evidence.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['picture', 'link']);
  });

  test('links in a list', () => {
    expect(
      after('## Evidence\n\n- [Log of the pool](https://x.example/log)\n- ![graph](g.png)').evidence.map(
        ({ kind, text }) => [kind, short(text)],
      ),
    ).toEqual([
      ['link', 'Log of the pool'],
      ['picture', 'graph'],
    ]);
  });

  test('labels with what they hold', () => {
    const { evidence } = after(
      '## Supporting Information\n\n- **Log Analysis**: [pool log](https://x.example/log)\n- **Alert Dashboard**: [Grafana link]',
    );
    expect(evidence.some(({ kind, text }) => kind === 'link' && text.state === 'known')).toBe(true);
    expect(evidence.filter(({ text }) => text.state === 'known')).toHaveLength(1);
  });

  test('code elsewhere in the document is evidence too', () => {
    expect(after('## Root cause\n\nThe pool:\n\n```\nERROR pool\n```').evidence).toMatchObject([{ kind: 'log' }]);
  });
});

describe('communication', () => {
  test('labels', () => {
    const { internal, external, channel } = after(
      '## Communication\n\n### Internal Communication\n\n- **Incident Channel:** #ferry\n- **Stakeholders Notified:** Harbour office\n\n### External Communication\n\n- **Status Page Updated:** Yes, at 14:20\n- **Customer Email Sent:** No\n',
    ).communication;
    expect(short(channel)).toBe('#ferry');
    expect(internal.map(({ kind, text }) => [kind, short(text)])).toEqual([
      ['Stakeholders Notified', 'Harbour office'],
    ]);
    expect(external.map(({ kind, text }) => [kind, short(text)])).toEqual([
      ['Status Page Updated', 'Yes, at 14:20'],
      ['Customer Email Sent', 'No'],
    ]);
  });

  test('lists', () => {
    const { internal, external } = after(
      '## Communication\n\n### Internal\n\n- Harbour told\n\n### Customers\n\n- Mail sent',
    ).communication;
    expect([internal.map(({ text }) => short(text)), external.map(({ text }) => short(text))]).toEqual([
      ['Harbour told'],
      ['Mail sent'],
    ]);
  });

  test('a template tells nothing', () => {
    const { internal, external, channel } = after(
      '## Communication\n\n- **Incident Channel:** [#incident-2024-03-20]\n- **Stakeholders Notified:** [List]\n- **Status Page Updated:** [Yes/No, link]\n',
    ).communication;
    expect([
      channel.state,
      ...internal.map(({ text }) => text.state),
      ...external.map(({ text }) => text.state),
    ]).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('follow-up', () => {
  const text = `## Follow-up Review

**Review Date:** 2026-04-01
**Review Attendees:** Ana, Bo

**Questions to Answer:**
- Have all action items been completed?
- Any additional insights?

**Key Decisions:**
- Keep the phones

- [ ] Similar incidents prevented: 2
- [x] All P0 items completed
`;

  test('review date, attendees, questions, decisions, checks', () => {
    const { reviewDate, attendees, questions, decisions, checks } = after(text).followUp;
    expect(short(reviewDate)).toBe('2026-04-01');
    expect(shortAll(attendees)).toEqual(['Ana', 'Bo']);
    expect(questions.map((question) => short(question.text))).toEqual([
      'Have all action items been completed?',
      'Any additional insights?',
    ]);
    expect(shortAll(decisions)).toContain('Keep the phones');
    expect(checks.map((check) => [short(check.text), check.ticked])).toEqual([
      ['Similar incidents prevented: 2', false],
      ['All P0 items completed', true],
    ]);
  });

  test('checks below a label', () => {
    const { checks } = after(
      '## Review\n\n**Attendees:** Ana\n\n**Action Item Follow-up:**\n- [ ] All P0 items completed\n- [x] Runbook updates published',
    ).followUp;
    expect(checks.map((check) => [short(check.text), check.ticked])).toEqual([
      ['All P0 items completed', false],
      ['Runbook updates published', true],
    ]);
  });

  test('follow-up metrics after 30 days', () => {
    const { checks } = after(
      '## Metrics\n\n### Follow-up Metrics (30 days post-incident)\n\n- [ ] Similar incidents prevented: 3\n- [x] Detection time improved by: 20%',
    ).followUp;
    expect(checks.map((check) => [short(check.text), check.ticked])).toEqual([
      ['Similar incidents prevented: 3', false],
      ['Detection time improved by: 20%', true],
    ]);
  });

  test('the checks of a follow-up are no action items', () => {
    expect(after(text).actionItems).toEqual([]);
  });
});

describe('sign-off', () => {
  test.each<[string, readonly string[]]>([
    ['- **Final Approval**: @ana (Date: 2026-03-04)', ['Final Approval', '@ana', '2026-03-04']],
    ['- **Technical Review**: @bo (2026-03-04)', ['Technical Review', '@bo', '2026-03-04']],
    ['- **Management Review**: @chi', ['Management Review', '@chi', '(absent)']],
    ['**Approved by:** Ana Pérez', ['Approved by', 'Ana Pérez', '(absent)']],
    ['**Approved By**: [Manager/Tech Lead]', ['Approved By', '(placeholder)', '(absent)']],
    ['- **Final Approval**: @ana (Date: YYYY-MM-DD)', ['Final Approval', '@ana', '(placeholder)']],
  ])('%s', (line, expected) => {
    const { approvals } = after(`## Sign-off\n\n${line}`).signOff;
    expect(approvals.map(({ role, name, date }) => [role, short(name), short(date)])).toEqual([expected]);
  });

  test('a table of approvals', () => {
    const { approvals } = after(
      '## Approval\n\n| Role | Name | Date |\n|---|---|---|\n| Manager | Ana | 2026-03-04 |\n| Tech Lead | Bo | |',
    ).signOff;
    expect(approvals.map(({ role, name, date }) => [role, short(name), short(date)])).toEqual([
      ['Manager', 'Ana', '2026-03-04'],
      ['Tech Lead', 'Bo', '(empty)'],
    ]);
  });

  test('version, dates of review and publication', () => {
    const { nextReview, version, lastUpdated, published } = after(
      '---\n\n**Document Status**: Final\n**Next Review Date**: 2026-09-01 (6 months from incident)\n**Version**: 1.0\n**Last Updated**: 2026-03-10 by @ana\n**Published:** 2026-03-11',
    ).signOff;
    expect([nextReview, version, lastUpdated, published].map(short)).toEqual([
      '2026-09-01 (6 months from incident)',
      '1.0',
      '2026-03-10 by @ana',
      '2026-03-11',
    ]);
  });

  test('the boxes of a distribution list', () => {
    const { distribution } = after(
      '## Sign-off\n\n### Distribution List\n\n- [x] Engineering Team\n- [ ] Operations Team',
    ).people;
    expect(distribution.map(({ text, ticked }) => [short(text), ticked])).toEqual([
      ['Engineering Team', true],
      ['Operations Team', false],
    ]);
  });

  test('a distribution line', () => {
    expect(
      after('**Distribution:** Engineering team, Leadership').people.distribution.map(({ text }) => short(text)),
    ).toEqual(['Engineering team', 'Leadership']);
  });
});

test('the background is kept', () => {
  expect(short(after('## Background\n\nThe ferry sells tickets by phone and web.').background)).toBe(
    'The ferry sells tickets by phone and web.',
  );
});

test('every comment has its place', () => {
  const text = '<!-- Generator: a tool -->\n\n# Ferry booking down\n\n## Impact\n\n<!-- say whom -->\n\nFew.\n';
  expect(postmortemOf(text).comments.map(({ from, to }) => text.slice(from, to))).toEqual([
    '<!-- Generator: a tool -->',
    '<!-- say whom -->',
  ]);
});
