import { fold } from '../model/fold.ts';
import { type Field, type FactorKind, knownOf, type Postmortem } from '../model/index.ts';
import { factorGroup } from './factor-groups.ts';
import type { FactorRecord } from './incident-record.ts';
import { plainLine } from './plain-line.ts';

/** A team's own names for what contributes to its incidents, each with phrases that mean it. */
export type HouseFactors = Readonly<Record<string, readonly string[]>>;

const MOST = 40;
const LONGEST = 600;
const LONGEST_TEXT = 200;
const LONGEST_NAME = 80;

/**
 * What contributed, under names by which incidents can be counted together: a name of the house's list where the text or
 * a `factors` label has one of its phrases, else a general group of words (a guess), else the words themselves. Where a
 * document lists no factors, its root cause and trigger stand for them.
 */
export function factorRecordsOf(postmortem: Postmortem, house: HouseFactors): readonly FactorRecord[] {
  const records = new Map<string, FactorRecord>();
  const add = (text: string, kind: FactorKind | null, isConfirmed: boolean): void => {
    for (const { name, from } of namesFor(text, house, isConfirmed)) {
      const key = fold(name);
      if (records.size < MOST && key !== '' && !records.has(key))
        records.set(key, { name, text: plainLine(text, LONGEST_TEXT), kind, from });
    }
  };
  for (const text of labelled(postmortem)) add(text, null, true);
  for (const { text, kind } of listedOrCauses(postmortem))
    if (text.state === 'known') add(text.value, kind ?? null, false);
  return [...records.values()];
}

type Named = Pick<FactorRecord, 'name' | 'from'>;

function namesFor(text: string, house: HouseFactors, isConfirmed: boolean): readonly Named[] {
  const words = ` ${fold(text.slice(0, LONGEST))} `;
  const own = Object.entries(house).filter(([name, phrases]) =>
    [name, ...phrases].some((phrase) => words.includes(` ${fold(phrase)} `)),
  );
  if (own.length > 0) return own.map(([name]) => ({ name, from: 'house' }));
  const group = isConfirmed ? null : factorGroup(text);
  if (group !== null) return [{ name: group, from: 'words' }];
  return [{ name: shortened(text), from: 'text' }];
}

function shortened(text: string): string {
  const line = plainLine(text, LONGEST).replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST_NAME
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', LONGEST_NAME)) || line.slice(0, LONGEST_NAME)}…`;
}

/** Names that someone put under a `factors` label, in front matter or the header. */
function labelled({ otherLabels }: Postmortem): readonly string[] {
  return otherLabels
    .filter(({ label }) => fold(label.slice(0, 40)) === 'factors')
    .flatMap(({ value }) => (value.state === 'known' ? value.value.slice(0, 2_000).split(/[,;\n]/) : []))
    .map((name) => name.replaceAll(/[[\]"']/g, '').trim())
    .filter((name) => name !== '');
}

function listedOrCauses({ causes, headerFields }: Postmortem): readonly {
  readonly text: Field<string>;
  readonly kind?: FactorKind;
}[] {
  if (knownOf(causes.factors.map(({ text }) => text)).length > 0) return causes.factors;
  const root = causes.root.state === 'known' ? causes.root : headerFields.rootCause;
  const trigger = causes.trigger.state === 'known' ? causes.trigger : headerFields.trigger;
  return [root, trigger].flatMap((text) => (text === undefined ? [] : [{ text }]));
}
