import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { pointedAt, shortAll } from './reading.ts';

const incident = (level: string, title: string, day: string): string =>
  `${level} ${title}\n\n**Date:** ${day}\n\n${level}# Summary\n\n${title}, in short.\n\n${level}# Timeline\n\n- 14:05 ${title}\n\n${level}# Action items\n\n- Repair what broke: ${title}\n\n`;

describe('several incidents in one file', () => {
  const text = `# Incidents of March\n\n${incident('##', 'Lift stuck', '2026-03-01')}${incident('##', 'Door jammed', '2026-03-05')}${incident('##', 'Lights out', '2026-03-09')}`;
  const reading = read(text);

  test('are read as the first', () => {
    const values = plainValues(reading);
    expect(values.date).toBe('2026-03-01');
    expect(values.timeline).toEqual([{ at: '2026-03-01T14:05', text: 'Lift stuck' }]);
    expect(values.actionItems.map((item) => item.text)).toEqual(['Repair what broke: Lift stuck']);
  });

  test('with the others named and pointed at', () => {
    expect(shortAll(reading.postmortem.furtherIncidents)).toEqual(['Door jammed', 'Lights out']);
    expect(pointedAt(reading, 'several-incidents')).toEqual(['Door jammed']);
  });

  test('and still the sections tile the whole text', () => {
    expect(reading.sections.at(-1)?.to).toBe(text.length);
  });

  test('also where each has a heading of level 1', () => {
    const { postmortem } = read(incident('#', 'Lift stuck', '2026-03-01') + incident('#', 'Door jammed', '2026-03-05'));
    expect(shortAll(postmortem.furtherIncidents)).toEqual(['Door jammed']);
    expect(postmortem.title).toMatchObject({ value: 'Lift stuck' });
  });
});

describe('one incident is one', () => {
  test.each<[string, string]>([
    ['a usual document', incident('#', 'Lift stuck', '2026-03-01')],
    [
      'two summaries',
      '# Lift stuck\n\n## Summary\n\nShort.\n\n## Technical summary\n\nLong.\n\n## Timeline\n\n- 14:05 It stood\n',
    ],
    [
      'a timeline in phases',
      '# Lift stuck\n\n## Timeline\n\n### Detection\n\n- 14:05 It stood\n\n### Recovery\n\n- 15:05 It went\n',
    ],
    [
      'all headings of level 1',
      '# Lift stuck\n\n# Summary\n\nShort.\n\n# Timeline\n\n- 14:05 It stood\n\n# Impact\n\nBad.\n',
    ],
    [
      'a related incident with a summary of its own words',
      '# Lift stuck\n\n## Summary\n\nShort.\n\n## Related incidents\n\n### Summary of INC-7\n\nAlso short.\n',
    ],
    [
      'a communication timeline in an appendix',
      '# Lift stuck\n\n## Timeline\n\n- 14:05 It stood\n\n## Appendix\n\n### Communication timeline\n\n- 14:20 Told\n',
    ],
  ])('%s', (_form, text) => {
    const { postmortem, messages } = read(text);
    expect(postmortem.furtherIncidents).toEqual([]);
    expect(messages.map(({ code }) => code)).not.toContain('several-incidents');
  });
});

test('a worked example that a template left below is no part of the incident', () => {
  const text = incident('#', 'Lift stuck', '2026-03-01') + incident('##', 'Example: Door jammed', '2024-01-15');
  const values = plainValues(read(text));
  expect(values.date).toBe('2026-03-01');
  expect(values.timeline.map((event) => event.text)).toEqual(['Lift stuck']);
  expect(values.actionItems.map((item) => item.text)).toEqual(['Repair what broke: Lift stuck']);
});
