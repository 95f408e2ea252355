import { type Field, type Place, valueOf } from '../model/index.ts';
import type { MeasuredService } from './context.ts';
import { failedShare } from './failed-share.ts';
import { levelRows } from './level-rows.ts';
import type { Incident } from './metric.ts';
import { toldRequests } from './told-requests.ts';

/** From where the share that failed is known. */
type ShareSource = 'degradation' | 'errorRate' | 'requests' | 'assumed';

/** A service that a document says was affected. */
export interface AffectedService {
  /** As the document calls it. */
  readonly name: string;
  /** The service of the house that it is, where one has that name or alias. */
  readonly service: MeasuredService | null;
  /** 0 to 1. Where the document tells none all of it counts as failed, and `shareFrom` is `assumed`. */
  readonly badShare: number;
  readonly shareFrom: ShareSource;
  readonly places: readonly Place[];
}

const MOST = 50;

interface Named {
  readonly name: string;
  readonly field: Field<string>;
  readonly degradation?: Field<string>;
}

/**
 * The services that a document says were affected, each once, with the share of its requests that failed. Names from the
 * list of services; names of service-level rows count where the house knows them.
 *
 * @example affectedServices(incident) // [{ name: 'API', service, badShare: 0.4, shareFrom: 'degradation', places }]
 */
export function affectedServices(incident: Incident): readonly AffectedService[] {
  const { services } = incident.context;
  const { impact } = incident.reading.postmortem;
  const listed = impact.services.flatMap(({ name, degradation }) =>
    partsOf(valueOf(name) ?? '').map((part): Named => ({ name: part, field: name, degradation })),
  );
  const rows = impact.levels.flatMap(({ indicator, subject }): readonly Named[] => {
    const name = valueOf(subject);
    const counts = name !== null && (indicator === 'availability' || indicator === 'errorRate');
    return counts && serviceNamed(services, name) !== null ? [{ name, field: subject }] : [];
  });
  const found = new Map<string, Named & { readonly service: MeasuredService | null }>();
  for (const named of [...listed, ...rows].slice(0, 1_000)) {
    const service = serviceNamed(services, named.name);
    const key = fold(service?.name ?? named.name);
    if (!found.has(key) && found.size < MOST) found.set(key, { ...named, service });
  }
  const all = [...found.values()];
  return all.map((named) => ({
    name: named.name,
    service: named.service,
    ...shareOf(incident, named, all.length === 1),
  }));
}

/** The service that has a name or an alias; case and spaces at the ends do not matter. */
export function serviceNamed(services: readonly MeasuredService[], written: string): MeasuredService | null {
  const name = fold(written);
  return services.find((each) => [each.name, ...each.aliases].some((own) => fold(own) === name)) ?? null;
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[`*_"“”]/g, '')
    .trim()
    .toLowerCase();
}

/** `- api|- database` and `api, web` are several names; what stands in brackets behind one is none. */
function partsOf(written: string): readonly string[] {
  return written
    .slice(0, 500)
    .split(/[|,;、，]|\s(?:and|und|et|y|e|og)\s/u)
    .map((part) =>
      part
        .replace(/^[\s\-*•]{1,5}/, '')
        .replace(/\s?\([^()]{0,80}\)\s?$/, '')
        .trim(),
    )
    .filter((part) => part !== '' && part.length <= 80);
}

type Share = Pick<AffectedService, 'badShare' | 'shareFrom' | 'places'>;

function shareOf(
  incident: Incident,
  { name, field, degradation, service }: Named & { readonly service: MeasuredService | null },
  isOnly: boolean,
): Share {
  const { reading } = incident;
  const { impact } = reading.postmortem;
  const own = toldShare(degradation) ?? toldShare(field);
  if (own !== null) return { badShare: own.share, shareFrom: 'degradation', places: [...field.places, ...own.places] };
  const names = new Set([name, ...(service === null ? [] : [service.name, ...service.aliases])].map(fold));
  const row = levelRows(reading, 'errorRate').find(({ subject }) => names.has(fold(subject)));
  const rate = row?.incident.find(({ unit }) => unit === 'percent');
  if (row !== undefined && rate !== undefined && rate.value >= 0 && rate.value <= 100)
    return { badShare: rate.value / 100, shareFrom: 'errorRate', places: [...field.places, ...row.places] };
  // Counts and words about the whole incident say which share of a service failed only where there is one.
  const requests = isOnly ? toldRequests(reading) : null;
  if (requests !== null && requests.valid !== null && requests.valid > 0)
    return {
      badShare: requests.bad / requests.valid,
      shareFrom: 'requests',
      places: [...field.places, ...requests.places],
    };
  const whole = toldShare(impact.degradation);
  if (whole !== null && (isOnly || whole.share === 1))
    return { badShare: whole.share, shareFrom: 'degradation', places: [...field.places, ...whole.places] };
  const failed = isOnly ? (toldShare(impact.requestsFailed) ?? toldShare(impact.users, /request|call|traffic/i)) : null;
  if (failed !== null)
    return { badShare: failed.share, shareFrom: 'requests', places: [...field.places, ...failed.places] };
  return { badShare: 1, shareFrom: 'assumed', places: field.places };
}

function toldShare(
  field: Field<string> | undefined,
  about: RegExp = /./,
): { readonly share: number; readonly places: readonly Place[] } | null {
  const value = field === undefined ? null : valueOf(field);
  const told = value === null || !about.test(value.slice(0, 300)) ? null : failedShare(value);
  return told === null || field === undefined ? null : { share: told.share, places: field.places };
}
