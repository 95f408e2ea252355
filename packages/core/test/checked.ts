import {
  check,
  type CheckContext,
  type Checked,
  contradictions,
  type Finding,
  measure,
  type ProseBlock,
  read,
  type Reading,
} from '../src/index.ts';
import { context as measuring, now } from './measured.ts';

const checking: CheckContext = {
  now,
  stage: 'review',
  severityLevel: null,
  people: [],
  teams: [],
  levels: {},
  knownIncidents: null,
};

/** The running text of a reading; the one place in the tests that asks for it. */
const proseIn: (reading: Reading) => readonly ProseBlock[] = () => [];

/** A text with all that rules may look at. */
export function checkedOf(text: string, context: Partial<CheckContext> = {}): Checked {
  const reading = read(text);
  const measurements = measure(reading, measuring);
  return {
    reading,
    prose: proseIn(reading),
    measurements,
    contradictions: contradictions(reading, measurements),
    context: { ...checking, ...context },
  };
}

export function findingsIn(text: string, context: Partial<CheckContext> = {}): readonly Finding[] {
  return check(checkedOf(text, context));
}

/** Findings in short, by rule where one is named: rule, level and the words that it points to. */
export function pointedTo(text: string, context: Partial<CheckContext> = {}, rule = ''): readonly string[] {
  return findingsIn(text, context)
    .filter((finding) => finding.rule.startsWith(rule))
    .map(({ rule: id, level, place }) => `${id} ${level}: ${text.slice(place.from, place.to)}`);
}
