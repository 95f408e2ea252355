import type { InstantName, StatedMetricName } from '../model/index.ts';
import { compareStated, type Defined } from './compare-stated.ts';
import { houseDefinition } from './house-definition.ts';
import type { Measurement } from './measurement.ts';
import type { Definition, Incident, Metric } from './metric.ts';
import { incidentEnds, rowAnchors } from './rows-apart.ts';
import { type Span, spanOf } from './span.ts';

/** A definition that is a stretch between two instants. `id` stands behind the metric's name. */
interface SpanDefinition extends Omit<Definition, 'formula'>, Span {}

export interface DurationMetric extends Pick<
  Metric,
  'name' | 'title' | 'alsoCalled' | 'about' | 'disagreement' | 'sources'
> {
  readonly stated?: StatedMetricName;
  readonly definitions: readonly SpanDefinition[];
  /** Notes that depend on the incident, by definition. */
  readonly instead?: (incident: Incident, id: string) => Partial<Measurement> | null;
}

/** A metric in minutes whose definitions each run from one instant to another. */
export function durationMetric({ stated, definitions, instead, ...metric }: DurationMetric): Metric {
  const spans = definitions.map((definition) => ({ ...definition, id: `${metric.name}/${definition.id}` }));
  const own = spans.map(({ id, title, usedBy, from, to }) => ({ id, title, usedBy, formula: `${to} − ${from}` }));
  return {
    ...metric,
    unit: 'minutes',
    definitions: own,
    measure: (incident) => {
      const { reading, anchors, context } = incident;
      const house = houseDefinition(metric.name, own, context.definitions);
      const all = spans.map((span, at): Defined => {
        const definition = own[at] ?? { id: span.id, title: span.title, usedBy: span.usedBy, formula: '' };
        const measurement: Measurement = {
          metric: metric.name,
          definition: span.id,
          isHouse: span.id === house,
          unit: 'minutes',
          ...spanOf(span, reading, anchors, context.now),
          ...instead?.(incident, span.id),
        };
        return [definition, measurement];
      });
      const told = stated === undefined ? undefined : reading.postmortem.stated[stated];
      const houseSpan = spans.find(({ id }) => id === house);
      if (told?.state !== 'known' || houseSpan === undefined) return all.map(([, measurement]) => measurement);
      const compared = compareStated({
        title: metric.title,
        stated: told,
        all,
        house,
        from: houseSpan.from,
        ends: endsOf(spans),
        reading,
        rows: rowAnchors(reading, context),
      });
      return all.map(([, measurement]) => (measurement.isHouse ? { ...measurement, stated: compared } : measurement));
    },
  };
}

/** Where spans end; a review stands beside the ends of an incident, since people take it for one. */
function endsOf(spans: readonly Span[]): ReadonlySet<InstantName> {
  const ends = new Set(spans.map(({ to }) => to));
  return ends.has('resolved') ? new Set([...ends, ...incidentEnds]) : ends;
}
