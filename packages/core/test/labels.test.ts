import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { placeOf, postmortemOf, short, shortAll } from './reading.ts';

/** What a header says, in short. */
function header(lines: string): Record<string, unknown> {
  const { date, severity, status, people, incidentId, stated } = postmortemOf(
    `# Mail delayed\n\n${lines}\n\n## Summary\n\nMail was late.\n`,
  );
  const found = {
    id: short(incidentId),
    date: short(date),
    severity: severity.state === 'known' ? severity.value.written : short(severity),
    status: short(status.incident),
    commander: short(people.commander),
    authors: shortAll(people.authors),
    duration: short(stated.duration),
  };
  return Object.fromEntries(
    Object.entries(found).filter(
      ([, value]) => value !== '(absent)' && value !== '(none)' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

describe('every form of header says the same', () => {
  const expected = { date: '2026-03-01', severity: 'SEV2', commander: 'Ana Pérez' };

  test.each<[string, string]>([
    ['bold with the colon inside', '**Date:** 2026-03-01\n**Severity:** SEV2\n**Incident Commander:** Ana Pérez'],
    ['bold with the colon outside', '**Date**: 2026-03-01\n**Severity**: SEV2\n**Incident Commander**: Ana Pérez'],
    ['bold with a spaced colon', '**Date** : 2026-03-01\n**Severity** : SEV2\n**Incident Commander** : Ana Pérez'],
    ['underscores', '__Date:__ 2026-03-01\n__Severity:__ SEV2\n__Incident Commander:__ Ana Pérez'],
    ['hard line breaks', '**Date:** 2026-03-01  \n**Severity:** SEV2  \n**Incident Commander:** Ana Pérez  '],
    ['backslash line breaks', '**Date:** 2026-03-01\\\n**Severity:** SEV2\\\n**Incident Commander:** Ana Pérez'],
    ['<br> line breaks', '**Date:** 2026-03-01<br>\n**Severity:** SEV2<br>\n**Incident Commander:** Ana Pérez'],
    ['paragraphs', '**Date:** 2026-03-01\n\n**Severity:** SEV2\n\n**Incident Commander:** Ana Pérez'],
    ['starred bullets', '* **Date:** 2026-03-01\n* **Severity:** SEV2\n* **Incident Commander:** Ana Pérez'],
    ['dashed bullets', '- **Date:** 2026-03-01\n- **Severity:** SEV2\n- **Incident Commander:** Ana Pérez'],
    ['bullets with code', '- **Date**: `2026-03-01`\n- **Severity**: `SEV2`\n- **Incident Commander**: `Ana Pérez`'],
    ['plain bullets', '- Date: 2026-03-01\n- Severity: SEV2\n- Incident Commander: Ana Pérez'],
    ['plain lines', 'Date: 2026-03-01\nSeverity: SEV2\nIncident Commander: Ana Pérez'],
    ['plain paragraphs', 'Date: 2026-03-01\n\nSeverity: SEV2\n\nIncident Commander: Ana Pérez'],
    ['slanted labels', '*Date:* 2026-03-01\n*Severity:* SEV2\n*Incident Commander:* Ana Pérez'],
    [
      'a table',
      '| Field | Value |\n|---|---|\n| Date | 2026-03-01 |\n| Severity | SEV2 |\n| Incident Commander | Ana Pérez |',
    ],
    [
      'a table with bold labels',
      '| Field | Value |\n|---|---|\n| **Date** | 2026-03-01 |\n| **Severity** | SEV2 |\n| **Incident Commander** | Ana Pérez |',
    ],
    [
      'a table with an empty header',
      '| | |\n|---|---|\n| Date | 2026-03-01 |\n| Severity | SEV2 |\n| Incident Commander | Ana Pérez |',
    ],
    [
      'a table whose first row is its header',
      '| Date | 2026-03-01 |\n|---|---|\n| Severity | SEV2 |\n| Incident Commander | Ana Pérez |',
    ],
    [
      'a wide table of one row',
      '| Date | Severity | Incident Commander |\n|---|---|---|\n| 2026-03-01 | SEV2 | Ana Pérez |',
    ],
    ['several on one line, with dots', '**Date:** 2026-03-01 · **Severity:** SEV2 · **Incident Commander:** Ana Pérez'],
    ['several on one line, with bars', '**Date:** 2026-03-01 | **Severity:** SEV2 | **Incident Commander:** Ana Pérez'],
    [
      'several on one line, with bullets',
      '**Date**: 2026-03-01 • **Severity**: SEV2 • **Incident Commander**: Ana Pérez',
    ],
    [
      'several on one line, the first without a label',
      '2026-03-01 | **Severity**: SEV2 | **Incident Commander**: Ana Pérez',
    ],
    ['a quote', '> **Date:** 2026-03-01\n> **Severity:** SEV2\n> **Incident Commander:** Ana Pérez'],
    ['emoji before the label', '📅 **Date:** 2026-03-01\n🔥 **Severity:** SEV2\n👤 **Incident Commander:** Ana Pérez'],
    ['full-width colons', '**Date**：2026-03-01\n**Severity**：SEV2\n**Incident Commander**：Ana Pérez'],
    ['headings as fields', '## Date\n\n2026-03-01\n\n## Severity\n\nSEV2\n\n## Incident Commander\n\nAna Pérez'],
    [
      'headings with the value behind a colon',
      '## Date: 2026-03-01\n\n## Severity: SEV2\n\n## Incident Commander: Ana Pérez',
    ],
    ['a value on the next line', '**Date:**\n2026-03-01\n\n**Severity:**\nSEV2\n\n**Incident Commander:**\nAna Pérez'],
    [
      'a heading for the header',
      '## Incident Information\n\n**Date**: 2026-03-01\n**Severity**: SEV2\n**Incident Commander**: Ana Pérez',
    ],
    ['followed by a rule', '**Date:** 2026-03-01\n**Severity:** SEV2\n**Incident Commander:** Ana Pérez\n\n---'],
    ['directly followed by a rule', '**Date:** 2026-03-01\n**Severity:** SEV2\n**Incident Commander:** Ana Pérez\n---'],
    ['labels in another case', '**DATE:** 2026-03-01\n**severity:** SEV2\n**incident commander:** Ana Pérez'],
  ])('%s', (_form, lines) => {
    expect(header(lines)).toMatchObject(expected);
  });

  test('front matter followed by bold lines adds up', () => {
    const { date, severity, people } = postmortemOf(
      '---\ndate: 2026-03-01\n---\n\n# Mail delayed\n\n**Severity:** SEV2\n**Incident Commander:** Ana Pérez\n',
    );
    expect([short(date), severity.state === 'known' && severity.value.written, short(people.commander)]).toEqual([
      '2026-03-01',
      'SEV2',
      'Ana Pérez',
    ]);
  });

  test('fields at the end of the file', () => {
    const { date, severity, people } = postmortemOf(
      '# Mail delayed\n\n## Summary\n\nMail was late.\n\n---\n\n**Date:** 2026-03-01\n**Severity:** SEV2\n**Incident Commander:** Ana Pérez\n',
    );
    expect([short(date), severity.state === 'known' && severity.value.written, short(people.commander)]).toEqual([
      '2026-03-01',
      'SEV2',
      'Ana Pérez',
    ]);
  });
});

describe('labels in other languages', () => {
  const filler: Readonly<Record<string, string>> = {
    es: 'El correo llegó tarde porque la cola de envío estaba llena y nadie lo vio en el panel.',
    fr: 'Le courrier est arrivé en retard parce que la file était pleine et que personne ne l’a vu.',
    de: 'Die Post kam zu spät, weil die Warteschlange voll war und das niemand in der Übersicht sah.',
    pt: 'O correio chegou atrasado porque a fila estava cheia e ninguém viu isso no painel.',
    no: 'Posten kom for sent fordi køen var full, og det var ikke noen som så det på tavlen.',
    ja: '送信待ちの列がいっぱいになり、メールの配送が遅れました。監視画面では気づけませんでした。',
    zh: '由于发送队列已满，邮件投递延迟，监控面板上没有人注意到这一情况。',
  };

  test.each<[string, string, Record<string, unknown>]>([
    [
      'es',
      '**Fecha:** 2026-03-01\n**Severidad:** Alta\n**Estado:** Resuelto\n**Autor:** Ana',
      { date: '2026-03-01', severity: 'Alta', status: 'Resuelto', authors: ['Ana'] },
    ],
    [
      'fr',
      '**Date :** 2026-03-01\n**Gravité :** élevée\n**Statut :** Résolu\n**Auteur :** Ana',
      { date: '2026-03-01', severity: 'élevée', status: 'Résolu', authors: ['Ana'] },
    ],
    [
      'de',
      '**Datum:** 01.03.2026\n**Schweregrad:** Hoch\n**Status:** Behoben\n**Autor:** Ana',
      { date: '2026-03-01', severity: 'Hoch', status: 'Behoben', authors: ['Ana'] },
    ],
    [
      'pt',
      '**Data:** 2026-03-01\n**Severidade:** Alta\n**Status:** Resolvido\n**Autor:** Ana',
      { date: '2026-03-01', severity: 'Alta', status: 'Resolvido', authors: ['Ana'] },
    ],
    [
      'no',
      '**Dato:** 01.03.2026\n**Alvorlighetsgrad:** Høy\n**Status:** Løst\n**Forfatter:** Ana',
      { date: '2026-03-01', severity: 'Høy', status: 'Løst', authors: ['Ana'] },
    ],
    [
      'ja',
      '**発生日:** 2026年3月1日\n**重大度:** 高\n**ステータス:** 解決済み\n**作成者:** 山田',
      { date: '2026-03-01', severity: '高', status: '解決済み', authors: ['山田'] },
    ],
    [
      'ja',
      '発生日：2026年3月1日\n重大度：高\nステータス：解決済み',
      { date: '2026-03-01', severity: '高', status: '解決済み' },
    ],
    [
      'zh',
      '**日期**：2026-03-01\n**严重程度**：P1\n**状态**：已关闭\n**作者**：王伟',
      { date: '2026-03-01', severity: 'P1', status: '已关闭', authors: ['王伟'] },
    ],
    ['zh', '日期：2026-03-01\n严重程度：P1\n状态：已关闭', { date: '2026-03-01', severity: 'P1', status: '已关闭' }],
  ])('%s: %j', (language, lines, expected) => {
    const { date, severity, status, people } = postmortemOf(`# 1\n\n${lines}\n\n${filler[language]}\n`);
    const found = {
      date: short(date),
      severity: severity.state === 'known' ? severity.value.written : short(severity),
      status: short(status.incident),
      authors: shortAll(people.authors),
    };
    expect(found).toMatchObject(expected);
  });
});

describe('a value', () => {
  test('may run on over the next line', () => {
    expect(
      plainValues(read('# Mail delayed\n\n**Impact:** 40 customers waited\nfor their mail.\n**Severity:** SEV2\n'))
        .fields.impact,
    ).toBe('40 customers waited for their mail.');
  });

  test('loses its marks and keeps its place', () => {
    const text = '# Mail delayed\n\n**Severity:** **SEV2** (was `SEV3`)\n';
    expect(postmortemOf(text).severity).toMatchObject({
      value: { written: 'SEV2 (was SEV3)', level: 2 },
      written: '**SEV2** (was `SEV3`)',
      places: [placeOf(text, '**SEV2** (was `SEV3`)')],
      source: 'text',
    });
  });

  test('ends where the next label begins', () => {
    const { stated } = postmortemOf('# Mail delayed\n\n**MTTD:** 5 min · **MTTR:** 45 min\n');
    expect([short(stated.timeToDetect), short(stated.timeToResolve)]).toEqual([5, 45]);
  });

  test('the first that is known counts', () => {
    expect(header('**Severity:** TBD\n**Severity:** SEV3')).toEqual({ severity: 'SEV3' });
  });

  test('an empty label is unknown because it is empty', () => {
    expect(postmortemOf('# Mail delayed\n\n**Severity:**\n**Date:** 2026-03-01\n').severity).toMatchObject({
      state: 'unknown',
      reason: 'empty',
    });
  });

  test('a label that stands nowhere is absent', () => {
    expect(postmortemOf('# Mail delayed\n').severity).toEqual({ state: 'unknown', reason: 'absent', places: [] });
  });
});

describe('what no part of the model has a place for is kept', () => {
  test('with its label, its value and its section', () => {
    const text = '# Mail delayed\n\n**Moon phase:** waxing\n\n## Summary\n\n**Coffee:** cold\n';
    const { otherLabels } = postmortemOf(text);
    expect(otherLabels.map(({ label, value }) => [label, short(value)])).toEqual([
      ['Moon phase', 'waxing'],
      ['Coffee', 'cold'],
    ]);
    expect(otherLabels[0]?.value.places).toEqual([placeOf(text, 'waxing')]);
  });

  test('a colon in a sentence makes no label', () => {
    expect(
      postmortemOf(
        '# Mail delayed\n\nWe learned one thing: queues fill.\n\nNote the URL https://x.example: it moved.\n',
      ).otherLabels,
    ).toEqual([]);
  });
});

describe('labels of the timeline and of action items are not the header’s', () => {
  test('the owner of an action is no commander, its date not the incident’s', () => {
    const { date, status } = postmortemOf(
      '# Mail delayed\n\n## Action items\n\n- [ ] Add an alert\n  - **Date:** 2026-05-01\n  - **Status:** Open\n',
    );
    expect([short(date), short(status.incident)]).toEqual(['(absent)', '(absent)']);
  });
});
