import { type Field, type Known, type Place, valueOf } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import type { MeasuredService } from './context.ts';
import { levelRows } from './level-rows.ts';
import { listedNames } from './listed-names.ts';
import type { Incident } from './metric.ts';
import { foldedName, namesOf, serviceNamed } from './service-named.ts';
import { serviceShare, type ServiceShare } from './service-share.ts';

/** A service that a document says was affected. */
export interface ServiceAffected extends ServiceShare {
  /** As the document calls it. */
  readonly name: string;
  /** The service of the house that it is, where one has that name or alias. */
  readonly service: MeasuredService | null;
  /** In a list of services, in a row of service levels, or only in the title or the summary, which is a guess. */
  readonly from: 'list' | 'row' | 'title';
}

const MOST = 50;

interface Named {
  readonly name: string;
  readonly from: ServiceAffected['from'];
  readonly places: readonly Place[];
  /** What the document says of this service. */
  readonly own: readonly Field<string>[];
}

/**
 * The services that a document says were affected, each once, with the share of its requests that failed. Names from the
 * list of services, then names of service-level rows that the house knows; where there are none, services of the house that
 * the title or the summary names.
 *
 * @example affectedServices(incident) // [{ name: 'API', service, badShare: 0.4, shareFrom: 'degradation', from: 'list', places }]
 */
export const affectedServices: (incident: Incident) => readonly ServiceAffected[] = onceFor(servicesOf);

function servicesOf(incident: Incident): readonly ServiceAffected[] {
  const { services } = incident.context;
  const told = [...listed(incident), ...ofRows(incident)];
  const found = new Map<string, Named & { readonly service: MeasuredService | null }>();
  for (const named of told.length > 0 ? told : inTitle(incident)) {
    const service = serviceNamed(services, named.name);
    const key = foldedName(service?.name ?? named.name);
    if (!found.has(key) && found.size < MOST) found.set(key, { ...named, service });
  }
  const all = [...found.values()];
  const rows = levelRows(incident.reading, 'errorRate');
  return all.map(({ name, service, from, places, own }) => {
    const names = [foldedName(name), ...(service === null ? [] : namesOf(service))];
    const share = serviceShare({ reading: incident.reading, rows, names, own, isOnly: all.length === 1 });
    return { ...share, name, service, from, places: [...places, ...share.places] };
  });
}

function listed({ reading }: Incident): readonly Named[] {
  return reading.postmortem.impact.services.slice(0, 200).flatMap(({ name: field, degradation }) =>
    listedNames(valueOf(field) ?? '').map(({ name, note }): Named => {
      const noted: readonly Known<string>[] =
        note === '' ? [] : [{ state: 'known', value: note, written: note, places: [], source: 'text' }];
      return { name, from: 'list', places: field.places, own: [degradation, ...noted] };
    }),
  );
}

function ofRows({ reading, context }: Incident): readonly Named[] {
  return (['availability', 'errorRate'] as const).flatMap((indicator) =>
    levelRows(reading, indicator).flatMap(({ subject, places }): readonly Named[] =>
      serviceNamed(context.services, subject) === null ? [] : [{ name: subject, from: 'row', places, own: [] }],
    ),
  );
}

function inTitle({ reading, context }: Incident): readonly Named[] {
  return [reading.postmortem.title, reading.postmortem.summary].flatMap((field) => {
    const text = (valueOf(field) ?? '').slice(0, 2_000).normalize('NFKC').toLowerCase();
    const named = context.services.filter((service) => namesOf(service).some((name) => holds(text, name)));
    return named.map(({ name }): Named => ({ name, from: 'title', places: field.places, own: [] }));
  });
}

/** Whether a name of three letters or more stands in a text as words of its own: `checkout` is not in `checkout-api`. */
function holds(text: string, name: string): boolean {
  if (name.length < 3) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}
