import { type Metric, metrics, type Rule, rules } from '@debrief/core';

/** Something that `debrief explain` can tell about: its name, one line for the list, and the whole. */
export interface Explanation {
  readonly name: string;
  /** Other names that lead here, in lower case. */
  readonly alsoCalled: readonly string[];
  readonly line: string;
  readonly kind: 'metric' | 'rule';
  /** Paragraphs and lines; the first of each is not indented. */
  readonly parts: readonly (readonly string[])[];
}

/** All that can be explained; a new kind of thing adds its own here. */
export function explanations(): readonly Explanation[] {
  return [...metrics.map(ofMetric), ...rules.map(ofRule)];
}

function ofMetric(metric: Metric): Explanation {
  const { name, title, alsoCalled = [], about, definitions, disagreement, sources, shownBy, unit } = metric;
  const own = definitions.flatMap(({ id, title: words, formula, usedBy }, at) => [
    `${id.slice(name.length + 1)}: ${words}${at === 0 ? ' (the default)' : ''}`,
    `    = ${formula}`,
    `    used by ${usedBy.join(', ')}`,
  ]);
  const choose = shownBy ?? 'debrief measure';
  const settings =
    shownBy === undefined && definitions.length > 1
      ? [['Choose', `In debrief.yaml, metrics: { ${name}: ${definitions[1]?.id.slice(name.length + 1) ?? ''} }`]]
      : [];
  return {
    name,
    alsoCalled: alsoCalled.map((other) => other.toLowerCase()),
    kind: 'metric',
    line: title,
    parts: [
      [`${title} (${name}), in ${UNITS[unit]}`, about],
      [definitions.length === 1 ? 'Definition' : 'Definitions', ...own],
      ['Where people disagree', disagreement],
      ...settings,
      ['Shown by', choose],
      ['Sources', ...sources],
    ],
  };
}

function ofRule({ id, about, reason, question, source, levels }: Rule): Explanation {
  const own = id.slice(id.indexOf('/') + 1);
  return {
    name: id,
    alsoCalled: [own],
    kind: 'rule',
    line: about,
    parts: [
      [id, about],
      ['Why', reason],
      ['It asks', question],
      ['Levels', `draft: ${levels.draft}`, `review: ${levels.review}`, `published: ${levels.published}`],
      ['Choose', `In debrief.yaml, rules: { ${id}: ${levels.review === 'off' ? 'warning' : 'off'} }`],
      ['Silence it in one place', `<!-- debrief-ignore ${id}: the reason -->`],
      ...(source === undefined ? [] : [['Sources', source]]),
    ],
  };
}

const UNITS: Readonly<Record<Metric['unit'], string>> = {
  minutes: 'minutes',
  days: 'days',
  milliseconds: 'milliseconds',
  count: 'numbers',
  ratio: 'times',
  percent: 'percent',
  percentagePoints: 'percentage points',
  text: 'words',
};
