import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, RuleLevel, Splice } from '@debrief/core';
import type { CheckFormat, FindingLevel } from './check-format.ts';
import type { CheckedDocument, LocatedFinding } from './located-finding.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<FindingLevel, string>;
const LONGEST_SNIPPET = 1_000;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, for code scanning. Columns count UTF-16 units. */
export const checkSarif: CheckFormat = {
  begin: async () => {
    const { rules } = await import('@debrief/core');
    const driver = { name: 'debrief', rules: rules.map(descriptorOf) };
    return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`;
  },
  finding: (found, document) => `\n${JSON.stringify(resultOf(found, document))}`,
  document: (_name, findings) => findings.map(({ output }) => output).join(','),
  between: ',',
  end: ({ unread }) => `\n],"invocations":[{"executionSuccessful":${unread === 0}}]}]}\n`,
};

/** A rule as SARIF describes one; its level is that of a document under review. */
function descriptorOf({ id, about, reason, question, source, levels }: Rule) {
  const origin = source === undefined ? '' : ` Source: ${source}`;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: said(about) },
    fullDescription: { text: said(reason) },
    help: { text: said(`${question} ${reason}${origin}`), markdown: said(`**${question}**\n\n${reason}${origin}`) },
    defaultConfiguration: configurationOf(levels.review),
  };
}

function configurationOf(level: RuleLevel) {
  return level === 'off' ? { enabled: false } : { level: LEVELS[level] };
}

/** Words as a message of SARIF: no brace of theirs begins a placeholder and no bracket a link (§3.11.5, §3.11.6). */
function said(text: string): string {
  return text.toWellFormed().replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** `blameless/should-have` as `BlamelessShouldHave`, which is how SARIF wants names. */
function nameOf(id: string): string {
  return id.replaceAll(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function resultOf(found: LocatedFinding, { name, text, positions }: CheckedDocument) {
  const { rule, level, message, question, place, fingerprint, occurrence, fix } = found;
  const artifactLocation = { uri: uriOf(name) };
  const regionOf = ({ from, to }: Pick<Splice, 'from' | 'to'>) => {
    const [start, end] = [positions.of(from), positions.of(to)];
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  };
  const isShort = place.to - place.from <= LONGEST_SNIPPET;
  const snippet = isShort ? { snippet: { text: text.slice(place.from, place.to).toWellFormed() } } : {};
  const region = { ...regionOf(place), ...snippet };
  return {
    ruleId: rule,
    level: LEVELS[level],
    message: { text: said(`${message} ${question}`) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'debrief/v1': `${fingerprint}:${occurrence}` },
    ...(fix !== undefined &&
      fix.length > 0 && {
        fixes: [
          {
            description: { text: 'What debrief check --fix does.' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: fix.map((splice) => ({
                  deletedRegion: regionOf(splice),
                  insertedContent: { text: splice.insert.toWellFormed() },
                })),
              },
            ],
          },
        ],
      }),
  };
}

/** A path as a URI, relative where the path is. */
function uriOf(name: string): string {
  if (path.isAbsolute(name)) return pathToFileURL(name).href;
  return name.toWellFormed().split(/[/\\]/).map(encodeURIComponent).join('/');
}
