import type { Checked, Hit, Rule } from '../rule.ts';
import { headerLines } from './header-lines.ts';
import { quoted } from '../quoted.ts';

/**
 * Looks for a severity that is written twice, on the same scale and differently.
 *
 * @finds document: ---\nseverity: SEV1\n---\n\n# Mail down\n\n**Severity:** SEV2\n ⟶ SEV2
 * @finds document: # [P1] Mail down\n\n- **Severity**: P3\n
 * @passes document: ---\nseverity: SEV2\n---\n\n# Mail down\n\n**Severity:** SEV-2 (major)\n
 * @passes document: # Mail down\n\n**Severity:** SEV2\n**Severity:** P1\n\n## Timeline\n\n- 10:20 UTC - Severity: SEV1\n
 */
export const severityDiffers: Rule = {
  id: 'consistent/severity-differs',
  about: 'A severity that is written twice, on the same scale and differently.',
  reason: 'Who has to approve, what is asked for and every figure by severity depend on it.',
  question: 'Which one holds? If it was changed on the way, the timeline is the place to say so.',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: differingSeverities,
};

const LABEL =
  /^(?:incident )?(?:severity|severity level|sev|gravit[ée]|severidad|severidade|gravidade|schweregrad|alvorlighetsgrad|重大度|严重程度|嚴重程度)$/i;
const NEEDLE = /sever|\bsev\b|gravi|schweregrad|alvorlighet|重大度|程度/gi;
const CODES = /(?<![\p{L}\p{N}])(p|s|sev(?:erity)?)[ -]?([0-5])(?![\p{L}\p{N}])/giu;

interface Code {
  readonly scale: string;
  readonly digit: string;
}

function differingSeverities({ reading }: Checked): readonly Hit[] {
  if (reading.postmortem.furtherIncidents.length > 0) return [];
  const title = reading.postmortem.title;
  const [titlePlace] = title.places;
  const lines = headerLines(reading, NEEDLE, LABEL);
  const told =
    title.state === 'known' && titlePlace !== undefined && lines.length > 0
      ? [{ value: title.value, place: titlePlace }, ...lines]
      : lines;
  const first = new Map<string, string>();
  return told.flatMap(({ value, place }): readonly Hit[] => {
    const code = onlyCode(value);
    if (code === null) return [];
    const earlier = first.get(code.scale);
    if (earlier === undefined) first.set(code.scale, code.digit);
    if (earlier === undefined || earlier === code.digit) return [];
    return [
      {
        place,
        message: `The severity is written as ${quoted(value)} here, and on the same scale as ${earlier} above.`,
      },
    ];
  });
}

/** The severity that a value names; null where it names none, or several, as in `SEV2, later SEV1`. */
function onlyCode(value: string): Code | null {
  const [found, more] = [...value.slice(0, 200).matchAll(CODES)];
  if (found === undefined || more !== undefined) return null;
  const scale = (found[1] ?? '').toLowerCase() === 'p' ? 'p' : 'sev';
  return { scale, digit: found[2] ?? '' };
}
