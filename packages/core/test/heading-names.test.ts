import { describe, expect, test } from 'vitest';
import type { SectionName } from '../src/index.ts';
import { headingNames } from '../src/vocabulary/index.ts';
import { lexicon } from './reading.ts';

function namesOf(heading: string, language = 'en', weak = true): readonly SectionName[] {
  return headingNames(lexicon, heading, { language, weak });
}

describe('every canonical section is known by its usual English headings', () => {
  test.each<[SectionName, string]>([
    ['summary', 'Summary'],
    ['summary', 'Executive Summary'],
    ['summary', 'TL;DR'],
    ['summary', 'TLDR'],
    ['summary', 'Incident Summary'],
    ['impact', 'Impact'],
    ['impact', 'Impact Assessment'],
    ['impact', 'Customer impact'],
    ['impact', 'Who was affected?'],
    ['timeline', 'Timeline'],
    ['timeline', 'Incident Timeline'],
    ['timeline', 'Chronology'],
    ['timeline', 'Sequence of events'],
    ['rootCause', 'Root Cause'],
    ['rootCause', 'Root causes'],
    ['rootCause', 'Root Cause Analysis'],
    ['rootCause', 'RCA'],
    ['rootCause', 'Primary Root Cause'],
    ['fiveWhys', '5 Whys'],
    ['fiveWhys', 'Five Whys'],
    ['fiveWhys', 'The 5 Whys'],
    ['contributingFactors', 'Contributing Factors'],
    ['contributingFactors', 'Contributing causes'],
    ['trigger', 'Trigger'],
    ['trigger', 'What triggered the incident?'],
    ['detection', 'Detection'],
    ['detection', 'How We Detected the Issue'],
    ['detection', 'How did we detect it?'],
    ['detection', "Why didn't we catch it earlier?"],
    ['response', 'Response'],
    ['response', 'Incident response'],
    ['resolution', 'Resolution'],
    ['resolution', 'Recovery'],
    ['resolution', 'Immediate Fix'],
    ['resolution', 'Mitigation'],
    ['wentWell', 'What Went Well'],
    ['wentWell', 'What went well?'],
    ['wentWell', 'Things that went well'],
    ['wentWell', 'What Worked Well'],
    ['wentWrong', 'What Went Wrong'],
    ['wentWrong', 'What went poorly'],
    ['wentWrong', 'What Could Be Improved'],
    ['wentWrong', 'What could have gone better'],
    ['wentWrong', "What Didn't Work"],
    ['lucky', 'Where we got lucky'],
    ['lucky', 'Where We Got Lucky 🍀'],
    ['lessons', 'Lessons Learned'],
    ['lessons', 'Lessons'],
    ['lessons', 'Key takeaways'],
    ['lessons', 'Technical Lessons'],
    ['actionItems', 'Action Items'],
    ['actionItems', 'Action Item'],
    ['actionItems', 'Next steps'],
    ['actionItems', 'Corrective Actions'],
    ['actionItems', 'To-dos'],
    ['actionItems', 'Follow-up actions'],
    ['prevention', 'Prevention'],
    ['prevention', 'Preventive measures'],
    ['prevention', 'How do we prevent this from happening again?'],
    ['metrics', 'Metrics'],
    ['metrics', 'Key Metrics'],
    ['metrics', 'Response Time Metrics'],
    ['metrics', 'Metrics and Measurements'],
    ['relatedIncidents', 'Related Incidents'],
    ['relatedIncidents', 'Similar incidents'],
    ['evidence', 'Evidence'],
    ['evidence', 'Supporting Data'],
    ['evidence', 'Screenshots'],
    ['communication', 'Communication'],
    ['communication', 'External Communication'],
    ['followUp', 'Follow-up Review'],
    ['followUp', 'Post-Incident Review Meeting'],
    ['signOff', 'Sign-off'],
    ['signOff', 'Sign-off and Approval'],
    ['signOff', 'Distribution List'],
    ['appendix', 'Appendix'],
    ['appendix', 'Appendices'],
    ['background', 'Background'],
    ['background', 'Context'],
    ['glossary', 'Glossary'],
  ])('%s: %s', (name, heading) => {
    expect(namesOf(heading)).toEqual([name]);
  });
});

describe('dress does not matter', () => {
  test.each<[string, readonly SectionName[]]>([
    ['summary', ['summary']],
    ['SUMMARY', ['summary']],
    ['Summary:', ['summary']],
    ['Summary :', ['summary']],
    ['📋 Executive Summary', ['summary']],
    ['Timeline ⏰', ['timeline']],
    ['1. Summary', ['summary']],
    ['2) Impact', ['impact']],
    ['3.2 Root cause', ['rootCause']],
    ['## Impact', ['impact']],
    ['Impact —', ['impact']],
    ['5-Whys', ['fiveWhys']],
    ['Root-Cause', ['rootCause']],
    ['Post mortem: Timeline', ['timeline']],
    ['Our timeline', ['timeline']],
    ['Timeline (UTC)', ['timeline']],
    ['Timeline (All times in UTC)', ['timeline']],
    ['Timeline [UTC]', ['timeline']],
    ['Timeline - all times UTC', ['timeline']],
    ['Timeline (2026-03-01, CET)', ['timeline']],
    ['Action items (prioritised)', ['actionItems']],
    ['Prevent Recurrence (High Priority)', ['prevention']],
    ['How We Fixed It (Short-term)', ['resolution']],
  ])('%j', (heading, names) => {
    expect(namesOf(heading)).toEqual(names);
  });
});

describe('a slip of the pen is forgiven', () => {
  test.each<[string, SectionName]>([
    ['Timelien', 'timeline'],
    ['Timelne', 'timeline'],
    ['Apendix', 'appendix'],
    ['Resoultion', 'resolution'],
    ['Lessons Leanred', 'lessons'],
    ['Action Itmes', 'actionItems'],
    ['Contributing Facters', 'contributingFactors'],
    ['Prevenntion', 'prevention'],
  ])('%s', (heading, name) => {
    expect(namesOf(heading)).toEqual([name]);
  });
});

describe('two topics are two names', () => {
  test.each<[string, readonly SectionName[]]>([
    ['Detection & Response', ['detection', 'response']],
    ['Root cause and resolution', ['rootCause', 'resolution']],
    ['Summary / Impact', ['summary', 'impact']],
    ['Impact, Detection', ['impact', 'detection']],
    ['Lessons learned and action items', ['lessons', 'actionItems']],
    ['🎯 Lessons Learned & Preventive Measures', ['lessons', 'prevention']],
    ['Root cause (5 whys)', ['rootCause', 'fiveWhys']],
    ['Root Cause Analysis - Five Whys', ['rootCause', 'fiveWhys']],
    ['Trigger + root cause', ['trigger', 'rootCause']],
  ])('%s', (heading, names) => {
    expect(namesOf(heading)).toEqual(names);
  });

  test('one topic named twice is one name', () => {
    expect(namesOf('Fix / Resolution')).toEqual(['resolution']);
  });
});

describe('a heading about something else stays other', () => {
  test.each([
    'The day the scheduler forgot February',
    'Payments API',
    'References',
    'Attendees',
    'Participants',
    'Notes',
    'Miscellaneous',
    'FAQ',
    '2026-03-01',
    '14:05 — Paged',
    'Step 3',
    'Impactful changes in our roadmap for the coming year and beyond',
    'Eventual consistency in the ledger',
    'Fixtures',
    'What is a ledger?',
    '',
    '???',
    '🔥',
  ])('%j', (heading) => {
    expect(namesOf(heading)).toEqual([]);
  });

  test('a very long line is no name, whatever words it holds', () => {
    expect(namesOf(`Root cause ${'of the long story '.repeat(20)}`)).toEqual([]);
  });
});

describe('a weak phrase names a section only where weak phrases count', () => {
  test.each<[string, SectionName]>([
    ['Overview', 'summary'],
    ['What happened', 'summary'],
    ['What happened?', 'summary'],
    ['Why it happened', 'rootCause'],
  ])('%s', (heading, name) => {
    expect(namesOf(heading, 'en', true)).toEqual([name]);
    expect(namesOf(heading, 'en', false)).toEqual([]);
  });

  test('a strong phrase names its section anywhere', () => {
    expect(namesOf('Contributing factors', 'en', false)).toEqual(['contributingFactors']);
  });
});

describe('headings in eight languages', () => {
  test.each<[string, string, readonly SectionName[]]>([
    ['es', 'Resumen ejecutivo', ['summary']],
    ['es', 'Línea de tiempo', ['timeline']],
    ['es', 'Cronología', ['timeline']],
    ['es', 'Causa raíz', ['rootCause']],
    ['es', 'Causa raiz', ['rootCause']],
    ['es', 'Impacto', ['impact']],
    ['es', 'Lecciones aprendidas', ['lessons']],
    ['es', 'Qué salió bien', ['wentWell']],
    ['es', '¿Qué salió mal?', ['wentWrong']],
    ['fr', 'Résumé', ['summary']],
    ['fr', 'Chronologie', ['timeline']],
    ['fr', 'Cause racine', ['rootCause']],
    ['fr', 'Ce qui a bien fonctionné', ['wentWell']],
    ['fr', 'Leçons apprises', ['lessons']],
    ['fr', 'Plan d’action', ['actionItems']],
    ['de', 'Zusammenfassung', ['summary']],
    ['de', 'Auswirkungen', ['impact']],
    ['de', 'Zeitverlauf', ['timeline']],
    ['de', 'Grundursache', ['rootCause']],
    ['de', 'Was gut lief', ['wentWell']],
    ['de', 'Maßnahmen', ['actionItems']],
    ['de', 'Ursache und Auswirkung', ['rootCause', 'impact']],
    ['pt', 'Resumo', ['summary']],
    ['pt', 'Linha do tempo', ['timeline']],
    ['pt', 'Causa raiz', ['rootCause']],
    ['pt', 'Lições aprendidas', ['lessons']],
    ['pt', 'Ações corretivas', ['actionItems']],
    ['no', 'Sammendrag', ['summary']],
    ['no', 'Tidslinje', ['timeline']],
    ['no', 'Hva gikk bra', ['wentWell']],
    ['no', 'Hva gikk dårlig?', ['wentWrong']],
    ['no', 'Rotårsak', ['rootCause']],
    ['no', 'Tiltak', ['actionItems']],
    ['ja', '概要', ['summary']],
    ['ja', '影響', ['impact']],
    ['ja', 'タイムライン', ['timeline']],
    ['ja', '根本原因', ['rootCause']],
    ['ja', '【根本原因】', ['rootCause']],
    ['ja', '■ 影響範囲', ['impact']],
    ['ja', '再発防止策', ['prevention']],
    ['ja', '良かったこと', ['wentWell']],
    ['zh', '摘要', ['summary']],
    ['zh', '时间线', ['timeline']],
    ['zh', '根本原因', ['rootCause']],
    ['zh', '影响范围', ['impact']],
    ['zh', '一、事件概述', ['summary']],
    ['zh', '经验教训', ['lessons']],
  ])('%s: %s', (language, heading, names) => {
    expect(namesOf(heading, language)).toEqual(names);
  });

  test('an English heading is known in a document of another language', () => {
    expect(namesOf('Root cause', 'de')).toEqual(['rootCause']);
    expect(namesOf('Timeline', 'ja')).toEqual(['timeline']);
  });
});
