import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';

function fields(text: string): Record<string, string | undefined> {
  return plainValues(read(text)).fields;
}

describe('sections that stand as fields of the header', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'bold labels',
      '# Lift stuck\n\n**Summary:** It stood.\n**Impact:** Nobody went up.\n**Root cause:** Rust.\n**Trigger:** Rain.\n**Resolution:** Oil.\n**Detection:** A call.\n\n## Timeline\n\n- 14:05 It stood\n',
      {
        summary: 'It stood.',
        impact: 'Nobody went up.',
        rootCause: 'Rust.',
        trigger: 'Rain.',
        resolution: 'Oil.',
        detection: 'A call.',
      },
    ],
    [
      'a table',
      '# Lift stuck\n\n| Impact | Nobody went up. |\n|---|---|\n| Root cause | Rust. |\n\n## Timeline\n',
      { impact: 'Nobody went up.', rootCause: 'Rust.' },
    ],
    [
      'bullets',
      '# Lift stuck\n\n- **Impact**: Nobody went up.\n- **Root Cause**: Rust.\n\n## Timeline\n',
      { impact: 'Nobody went up.', rootCause: 'Rust.' },
    ],
    [
      'plain lines',
      '# Lift stuck\n\nImpact: Nobody went up.\nRoot cause: Rust.\n\n## Timeline\n',
      { impact: 'Nobody went up.', rootCause: 'Rust.' },
    ],
    [
      'front matter',
      '---\nimpact: Nobody went up.\nroot_cause: Rust.\n---\n\n# Lift stuck\n',
      { impact: 'Nobody went up.', rootCause: 'Rust.' },
    ],
    [
      'below a heading for the header',
      '# Lift stuck\n\n## Incident details\n\n**Impact:** Nobody went up.\n\n## Timeline\n',
      { impact: 'Nobody went up.' },
    ],
    [
      'a value over two lines',
      '# Lift stuck\n\n**Impact:** Nobody\nwent up.\n\n## Timeline\n',
      { impact: 'Nobody went up.' },
    ],
    [
      'a value below its label',
      '# Lift stuck\n\n**Impact:**\n\nNobody went up.\n\n**Severity:** SEV2\n\n## Timeline\n',
      { impact: 'Nobody went up.' },
    ],
    [
      'at the end',
      '# Lift stuck\n\n## Timeline\n\n- 14:05 It stood\n\n---\n\n**Root cause:** Rust.\n',
      { rootCause: 'Rust.' },
    ],
    [
      'in Spanish',
      '# Ascensor parado\n\n**Impacto:** Nadie subió.\n**Causa raíz:** Óxido en la puerta del ascensor.\n\n## Cronología\n',
      { impact: 'Nadie subió.', rootCause: 'Óxido en la puerta del ascensor.' },
    ],
  ])('%s', (_form, text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['a heading is no field', '# Lift stuck\n\n## Impact\n\nNobody went up.\n'],
    ['a placeholder is none', '# Lift stuck\n\n**Impact:** [Who was affected]\n\n## Timeline\n'],
    ['a label inside a section is none', '# Lift stuck\n\n## Timeline\n\n- 14:05 **Impact:** nobody went up\n'],
    ['a label in a lesson is none', '# Lift stuck\n\n## What went well\n\n- **Detection:** A call came.\n'],
  ])('%s', (_form, text) => {
    expect(fields(text)).toEqual({});
  });
});
