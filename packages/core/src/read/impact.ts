import { absent, type AffectedService, type Field, type Impact, type ServiceLevelRow } from '../model/index.ts';
import type { ColumnName } from '../vocabulary/index.ts';
import type { Table } from './block.ts';
import { columnNames } from './column-names.ts';
import { type Context, textField, words } from './context.ts';
import { type Gathering, labelValues, namesUnder, pointsOf, sectionText, valuesOf } from './gather.ts';
import { firstField } from './header.ts';

/** What the incident did to people, services and numbers. */
export function impactOf(gathering: Gathering): Impact {
  const { context, index } = gathering;
  const field = (...names: Parameters<typeof firstField>[2][]): Field<string> => firstField(context, index, ...names);
  const header = field('impact');
  return {
    text: header.state === 'known' ? header : sectionText(gathering, 'impact'),
    users: field('users'),
    customers: field('customers'),
    requestsFailed: field('requestsFailed'),
    revenue: field('revenue'),
    business: field('business'),
    regions: namesUnder(gathering, 'regions'),
    features: namesUnder(gathering, 'features'),
    services: servicesOf(gathering),
    dataSources: namesUnder(gathering, 'dataSources'),
    degradation: field('degradation'),
    dataIntegrity: field('dataIntegrity'),
    performance: field('performance'),
    serviceLevel: field('serviceLevel'),
    errorBudget: field('errorBudget'),
    contractBreaches: field('contractBreaches'),
    internal: valuesOf(gathering, 'internalImpact'),
    levels: [...levelTables(gathering), ...levelLabels(gathering)],
    points: pointsOf(gathering, 'impact'),
  };
}

function servicesOf(gathering: Gathering): readonly AffectedService[] {
  const named = namesUnder(gathering, 'services').map((name) => ({ name, degradation: absent }));
  const { context, outline } = gathering;
  const listed = outline.sections.flatMap((section, at) => {
    if (
      !/^(?:services?|systems?|components?)\s+(?:involved|affected|impacted)|affected (?:services|systems|components)/i.test(
        section.heading,
      )
    )
      return [];
    return (outline.bodies[at] ?? []).flatMap((block) =>
      block.kind === 'list'
        ? block.items.map((item) => ({
            name: textField(context, { from: item.content, to: item.children[0]?.to ?? item.content }),
            degradation: absent,
          }))
        : [],
    );
  });
  return [...named, ...listed];
}

const INDICATORS: readonly (readonly [RegExp, ServiceLevelRow['indicator']])[] = [
  [/error/i, 'errorRate'],
  [/latency|p\d{2}|response time/i, 'latency'],
  [/fresh|stale/i, 'freshness'],
  [/availab|uptime/i, 'availability'],
];

/** Tables of how a service stood normally and in the incident. */
function levelTables(gathering: Gathering): readonly ServiceLevelRow[] {
  const { context, outline } = gathering;
  return outline.bodies.flatMap((body, at) =>
    body.flatMap((block) =>
      block.kind === 'table' && block.header.length > 2
        ? levelRows(context, block, outline.sections[at]?.heading ?? '')
        : [],
    ),
  );
}

function levelRows(context: Context, table: Table, heading: string): readonly ServiceLevelRow[] {
  const names = table.header.map((cell) => columnNames(context, cell));
  const column = (name: ColumnName): number => names.findIndex((meanings) => meanings.includes(name));
  const [normal, incident, change] = [column('normal'), column('incident'), column('change')];
  if (normal < 0 || incident < 0) return [];
  const about = `${heading} ${table.header.map((cell) => words(context, cell)).join(' ')}`;
  const indicator = INDICATORS.find(([pattern]) => pattern.test(about))?.[1];
  if (indicator === undefined) return [];
  return table.rows.map(({ cells }) => ({
    indicator,
    subject: textField(context, cells[0]),
    normal: textField(context, cells[normal]),
    incident: textField(context, cells[incident]),
    change: change < 0 ? absent : textField(context, cells[change]),
  }));
}

/** `**Availability**: 98.2% uptime (SLO: 99.9%)`: one line for each indicator. */
function levelLabels({ context, index }: Gathering): readonly ServiceLevelRow[] {
  return (['availability', 'latency', 'errorRate', 'freshness'] as const).flatMap((indicator) =>
    (index.get(indicator) ?? []).slice(0, 5).map((label) => {
      const value = labelValues(context, label)[0] ?? absent;
      const place = label.value;
      const target =
        place === null
          ? null
          : /\((?:SLO|SLA|target|normal|baseline)\s{0,9}(?:[:=]\s{0,9})?([^()]{1,30})\)/i.exec(
              context.flat.slice(place.from, place.to),
            );
      const from =
        place === null || target === null ? -1 : place.from + target.index + target[0].indexOf(target[1] ?? '');
      const normal = target === null ? absent : textField(context, { from, to: from + (target[1] ?? '').length });
      return { indicator, subject: textField(context, label.labelPlace), normal, incident: value, change: absent };
    }),
  );
}
