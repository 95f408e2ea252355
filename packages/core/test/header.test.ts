import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { placeOf, postmortemOf, short, shortAll } from './reading.ts';

function headed(lines: string, title = 'Mail delayed'): ReturnType<typeof postmortemOf> {
  return postmortemOf(`# ${title}\n\n${lines}\n`);
}

describe('the title', () => {
  test.each<[string, string | null]>([
    ['# Mail delayed\n', 'Mail delayed'],
    ['# **Mail** delayed for `eu`\n', 'Mail delayed for eu'],
    ['# Post-Mortem: Mail delayed\n', 'Post-Mortem: Mail delayed'],
    ['# PM-2026-003: Mail delayed\n', 'PM-2026-003: Mail delayed'],
    ['Mail delayed\n============\n', 'Mail delayed'],
    ['Some words first.\n\n# Mail delayed\n', 'Mail delayed'],
    ['## Mail delayed\n\n### Summary\n\nLate.\n', 'Mail delayed'],
    ['---\ntitle: Mail delayed\n---\n\n## Summary\n\nLate.\n', 'Mail delayed'],
    ['---\ntitle: From front matter\n---\n\n# Summary\n\nLate.\n\n# Timeline\n', 'From front matter'],
    ['**Title:** Mail delayed\n\n## Summary\n\nLate.\n', 'Mail delayed'],
    ['# Summary\n\nLate.\n\n# Timeline\n', null],
    ['## Summary\n\nLate.\n', null],
    ['Just words.\n', null],
    ['', null],
    ['# [Mail delayed](https://x.example/12)\n', 'Mail delayed'],
    ['# Incident report – Mail delayed on 2026-03-01\n', 'Incident report – Mail delayed on 2026-03-01'],
    ['# 障害報告：メール遅延\n', '障害報告：メール遅延'],
  ])('%j: %j', (text, title) => {
    expect(plainValues(read(text)).title).toBe(title);
  });

  test.each([
    '# [Incident Title]\n',
    '# Post-Mortem: [Incident Title]\n',
    '# Post-Mortem Template\n',
    '# Postmortem Template\n',
    '# {{ title }}\n',
    '# Incident: <title>\n',
    '# Post-Mortem: {{title}} ({{date}})\n',
  ])('a template’s title is not known: %j', (text) => {
    expect(postmortemOf(text).title.state).toBe('unknown');
  });

  test('a link in the title hides no title', () => {
    expect(short(postmortemOf('# Mail delayed [#12](https://x.example/12)\n').title)).toBe('Mail delayed #12');
  });
});

describe('the id', () => {
  test.each<[string, string]>([
    ['**Incident ID:** INC-42', 'INC-42'],
    ['**Incident ID**: `INC-2024-0115-1430`', 'INC-2024-0115-1430'],
    ['**ID:** 2026-017', '2026-017'],
    ['**Incident Number:** 4711', '4711'],
    ['| Incident ID | OPS-9 |\n|---|---|\n| Severity | SEV2 |', 'OPS-9'],
    ['**Incident ID**: `INCIDENT-20250930-0024-highapierrorrate`', 'INCIDENT-20250930-0024-highapierrorrate'],
  ])('labelled: %j', (lines, id) => {
    expect(headed(lines).incidentId).toMatchObject({ state: 'known', value: id, source: 'text' });
  });

  test.each([
    ['PM-2026-003: Mail delayed', 'PM-2026-003'],
    ['INC-42: Mail delayed', 'INC-42'],
    ['INC-42 - Mail delayed', 'INC-42'],
    ['INC-42 – Mail delayed', 'INC-42'],
    ['[INC-42] Mail delayed', 'INC-42'],
    ['INC-003', 'INC-003'],
    ['INCIDENT-12: Mail delayed', 'INCIDENT-12'],
    ['Post-Mortem: INC-42 Mail delayed', 'INC-42'],
    ['Postmortem INC-42: Mail delayed', 'INC-42'],
    ['Incident Report: INC-42', 'INC-42'],
  ])('at the start of the title %j it is derived', (title, id) => {
    const text = `# ${title}\n`;
    expect(postmortemOf(text).incidentId).toMatchObject({
      state: 'known',
      value: id,
      written: id,
      source: 'derived',
      places: [placeOf(text, id)],
    });
  });

  test.each([
    'Mail delayed',
    'HTTP-500 for everyone'.replace('HTTP-500', 'HTTP 500'),
    'Q3 outage',
    'The 2026 mail outage',
    'UTF-8 broken in mails',
    'COVID-19 portal down',
    'AES-256 keys lost',
  ])('a title without one: %j', (title) => {
    expect(postmortemOf(`# ${title}\n`).incidentId.state).toBe('unknown');
  });

  test('an id in the file’s name is marked so and is none of the plain values', () => {
    const reading = read('# Mail delayed\n', { fileName: 'INC-2026-017-mail.md' });
    expect(reading.postmortem.incidentId).toMatchObject({ state: 'known', value: 'INC-2026-017', source: 'fileName' });
    expect(plainValues(reading).incidentId).toBeNull();
  });

  test('a labelled id wins over title and file name', () => {
    const { incidentId } = read('# INC-1: Mail delayed\n\n**Incident ID:** INC-2\n', {
      fileName: 'INC-3.md',
    }).postmortem;
    expect(short(incidentId)).toBe('INC-2');
  });
});

describe('the severity keeps its words and gains a level', () => {
  test.each<[string, number | undefined]>([
    ['P0', 1],
    ['P1', 2],
    ['P2', 3],
    ['P3', 4],
    ['P4', 5],
    ['SEV1', 1],
    ['SEV2', 2],
    ['SEV3', 3],
    ['SEV4', 4],
    ['SEV5', 5],
    ['SEV0', 1],
    ['SEV-1', 1],
    ['SEV 2', 2],
    ['Sev2', 2],
    ['sev-3', 3],
    ['S1', 1],
    ['S3', 3],
    ['S2 (partial outage)', 2],
    ['Severity 2', 2],
    ['Critical', 1],
    ['High', 2],
    ['Medium', 3],
    ['Low', 4],
    ['Major', 2],
    ['Minor', 4],
    ['Sev-1 (Critical)', 1],
    ['P1 - Critical', 2],
    ['P0 (full outage of checkout)', 1],
    ['🔴 Critical', 1],
    ['SEV2 -> escalated to SEV1', 2],
    ['High – 40 customers', 2],
    ['Alta', 2],
    ['alta (clientes afectados)', 2],
    ['Crítica', 1],
    ['Hoch', 2],
    ['Élevée', 2],
    ['Kritisk', 1],
    ['高', 2],
    ['purple', undefined],
    ['2', undefined],
  ])('%j is of level %j', (written, level) => {
    const { severity } = headed(`**Severity:** ${written}`);
    expect(severity).toMatchObject({ state: 'known', value: { written } });
    expect(severity.state === 'known' ? severity.value.level : null).toBe(level);
  });
});

describe('the status is of the incident or of the document', () => {
  test.each([
    '**Status:** Resolved',
    '**Status:** Resolved (all regions)',
    '**Status:** Investigating',
    '**Status:** Mitigated',
    '**Status:** UNDER INVESTIGATION',
    '**Status:** Closed',
    '**Status:** ✅ Resolved',
    '**Status:** Løst',
    '**Status:** Resolved, watching the finalizer',
    '**Status:** Resolved (vendor review pending)',
  ])('%s is of the incident', (line) => {
    const { incident, document } = headed(line).status;
    expect(short(incident)).toBe(line.replace('**Status:** ', ''));
    expect(document.state).toBe('unknown');
  });

  test.each([
    '**Status:** Draft',
    '**Status:** Under Review',
    '**Status:** In Review',
    '**Status:** Published',
    '**Status:** Final',
    '**Status:** Approved',
    '**Document Status**: Draft',
    '**Postmortem status:** Draft',
  ])('%s is of the document', (line) => {
    const { incident, document } = headed(line).status;
    expect(short(document)).toBe(line.replace(/^\*\*[^*]+\*\*:? /, ''));
    expect(incident.state).toBe('unknown');
  });

  test('a status in brackets is a status', () => {
    expect(headed('**Status:** [Løst]').status.incident).toMatchObject({ state: 'known', written: '[Løst]' });
  });

  test('both may be told', () => {
    const { incident, document } = headed('**Status:** Resolved\n\n---\n\n**Document Status**: Final').status;
    expect([short(incident), short(document)]).toEqual(['Resolved', 'Final']);
  });

  test.each([
    ['**Status:** Draft', 'Draft'],
    ['**Status:** Resolved', 'Resolved'],
    ['**Status:** Resolved\n**Document Status:** Final', 'Resolved'],
  ])('the plain status is the header’s, whichever it is: %j', (lines, status) => {
    expect(plainValues(read(`# Mail delayed\n\n${lines}\n`)).status).toBe(status);
  });
});

describe('people', () => {
  test.each<[string, readonly string[]]>([
    ['Ana Pérez', ['Ana Pérez']],
    ['@ana', ['@ana']],
    ['@ana, @bo', ['@ana', '@bo']],
    ['@ana @bo', ['@ana', '@bo']],
    ['Ana, Bo and Chi', ['Ana', 'Bo', 'Chi']],
    ['Ana, Bo, and Chi', ['Ana', 'Bo', 'Chi']],
    ['Ana & Bo', ['Ana', 'Bo']],
    ['Ana / Bo', ['Ana', 'Bo']],
    ['Ana; Bo', ['Ana', 'Bo']],
    ['ana,bo,chi', ['ana', 'bo', 'chi']],
    ['Ana (SRE, on call), Bo (DBA)', ['Ana (SRE, on call)', 'Bo (DBA)']],
    ['[Ana](https://x.example/ana), [Bo](https://x.example/bo)', ['Ana', 'Bo']],
    ['Ana<br>Bo', ['Ana', 'Bo']],
    ['Ana y Bo', ['Ana', 'Bo']],
    ['Ana et Bo', ['Ana', 'Bo']],
    ['Ana und Bo', ['Ana', 'Bo']],
    ['Ana og Bo', ['Ana', 'Bo']],
    ['山田、鈴木', ['山田', '鈴木']],
    ['Platform Team', ['Platform Team']],
    ['Anders Andersen', ['Anders Andersen']],
    ['Ana, Ana', ['Ana']],
  ])('%j are %j', (written, names) => {
    expect(shortAll(headed(`**Authors:** ${written}`).people.authors)).toEqual(names);
  });

  test('a list below the label', () => {
    expect(shortAll(headed('**Responders:**\n\n- Ana\n- Bo (DBA)').people.responders)).toEqual(['Ana', 'Bo (DBA)']);
  });

  test('a list nested below the label', () => {
    expect(shortAll(headed('- **Responders:**\n  - Ana\n  - Bo').people.responders)).toEqual(['Ana', 'Bo']);
  });

  test('a heading with a list', () => {
    expect(shortAll(headed('## Responders\n\n- Ana\n- Bo').people.responders)).toEqual(['Ana', 'Bo']);
  });

  test('every role has its place', () => {
    const { people } = headed(
      '**Incident Commander:** Ana\n**Technical Lead:** Bo\n**Author:** Chi\n**Reporter:** Dee\n**Responders:** Eli\n**Reviewers:** Fay\n**Approved by:** Gus\n**Attendees:** Hal\n**Distribution:** Engineering, Support',
    );
    expect({
      commander: short(people.commander),
      technicalLead: short(people.technicalLead),
      authors: shortAll(people.authors),
      reporter: short(people.reporter),
      responders: shortAll(people.responders),
      reviewers: shortAll(people.reviewers),
      approvers: shortAll(people.approvers),
      attendees: shortAll(people.attendees),
    }).toEqual({
      commander: 'Ana',
      technicalLead: 'Bo',
      authors: ['Chi'],
      reporter: 'Dee',
      responders: ['Eli'],
      reviewers: ['Fay'],
      approvers: ['Gus'],
      attendees: ['Hal'],
    });
    expect(people.distribution.length).toBeGreaterThan(0);
  });

  test('each name has its own place', () => {
    const text = '# Mail delayed\n\n**Authors:** Ana, **Bo** and Chi\n';
    expect(postmortemOf(text).people.authors.map(({ places: [place] }) => text.slice(place?.from, place?.to))).toEqual([
      'Ana',
      '**Bo**',
      'Chi',
    ]);
  });

  test('a placeholder is nobody', () => {
    expect(shortAll(headed('**Authors:** [Names]').people.authors)).toEqual(['(placeholder)']);
    expect(plainValues(read('# Mail delayed\n\n**Authors:** [Names]\n')).people.authors).toEqual([]);
  });
});

describe('the date is the day the incident began', () => {
  test.each<[string, string]>([
    ['**Date:** 2026-03-01', '2026-03-01'],
    ['**Date:** 2026-03-01 14:05 UTC', '2026-03-01'],
    ['**Date:** March 1, 2026', '2026-03-01'],
    ['**Date:** Sunday, 1 March 2026', '2026-03-01'],
    ['**Date:** 01.03.2026', '2026-03-01'],
    ['**Date:** 2026-03-01 – 2026-03-03', '2026-03-01'],
    ['**Date:** March 1-3, 2026', '2026-03-01'],
    ['**Incident date:** 2026-03-01', '2026-03-01'],
    ['**Date of Incident:** 2026-03-01 14:05 CET', '2026-03-01'],
    ['**Started:** 2026-03-01 22:00\n**Ended:** 2026-03-02 03:00', '2026-03-01'],
    ['**Duration:** 2026-03-01 22:00 – 2026-03-02 03:00', '2026-03-01'],
    ['**Published:** 2026-03-20\n**Date:** 2026-03-01', '2026-03-01'],
    ['**Last updated:** 2026-03-20\n**Incident date:** 2026-03-01', '2026-03-01'],
  ])('%j: %s', (lines, day) => {
    expect(headed(lines).date).toMatchObject({ state: 'known', value: day, source: 'text' });
  });

  test.each<[string, string]>([
    ['# Mail delayed on 2026-03-01\n', '2026-03-01'],
    ['# 2026-03-01: Mail delayed\n', '2026-03-01'],
    ['# Outage 2026-03-01\n', '2026-03-01'],
    ['# Mail outage, March 1, 2026\n', '2026-03-01'],
    ['# 2026-03-01 Mail delayed\n', '2026-03-01'],
    ['# Mail delayed\n\n## Timeline\n\n- 2026-03-01 14:05 Queue full\n', '2026-03-01'],
    ['# Mail delayed\n\nOn March 1, 2026 the queue filled.\n', '2026-03-01'],
    ['# Mail delayed\n\n## Summary\n\nOn the 1st of March 2026 the queue filled.\n', '2026-03-01'],
    ['# Mail delayed\n\n## Timeline (2026-03-01)\n\n- 14:05 Queue full\n', '2026-03-01'],
  ])('from elsewhere it is derived: %j', (text, day) => {
    expect(postmortemOf(text).date).toMatchObject({ state: 'known', value: day, source: 'derived' });
  });

  test.each([
    '**Published:** 2026-03-20',
    '**Last updated:** 2026-03-20',
    '**Next review:** 2026-03-20',
    '**Review date:** 2026-03-20',
  ])('%s says nothing about it', (line) => {
    expect(headed(line).date.state).toBe('unknown');
  });

  test('an impossible date is kept as written and reported', () => {
    const text = '# Mail delayed\n\n**Date:** 31/09/2025\n';
    const { postmortem, messages } = read(text);
    expect(postmortem.date).toMatchObject({ state: 'unknown', reason: 'impossible', written: '31/09/2025' });
    expect(messages).toMatchObject([{ code: 'impossible-date', place: placeOf(text, '31/09/2025') }]);
  });

  test('a date is not that of a related incident or an action item', () => {
    expect(
      postmortemOf(
        '# Mail delayed\n\n## Related incidents\n\n- 2025-01-01 Mail lost\n\n## Action items\n\n- Add an alert by 2026-05-01\n',
      ).date.state,
    ).toBe('unknown');
  });
});

describe('the zone', () => {
  test.each<[string, string]>([
    ['## Timeline (UTC)\n\n- 14:05 Queue full\n', 'UTC'],
    ['## Timeline (all times CET)\n\n- 14:05 Queue full\n', 'CET'],
    ['## Timeline\n\nAll times in PST.\n\n- 14:05 Queue full\n', 'PST'],
    ['## Timeline\n\n*All times are UTC+2.*\n\n- 14:05 Queue full\n', 'UTC+2'],
    ['## Timeline\n\n| Time (JST) | Event |\n|---|---|\n| 14:05 | Queue full |\n', 'JST'],
    ['## Timeline\n\n- 14:05 CET Queue full\n- 14:10 CET Restarted\n', 'CET'],
    ['All times are in UTC.\n\n## Timeline\n\n- 14:05 Queue full\n', 'UTC'],
    ['**Timezone:** CET\n\n## Timeline\n\n- 14:05 Queue full\n', 'CET'],
  ])('%j: %s', (text, zone) => {
    expect(short(postmortemOf(`# Mail delayed\n\n${text}`).zone)).toBe(zone);
  });

  test('is unknown where nothing states it', () => {
    expect(postmortemOf('# Mail delayed\n\n## Timeline\n\n- 14:05 Queue full\n').zone.state).toBe('unknown');
  });
});
