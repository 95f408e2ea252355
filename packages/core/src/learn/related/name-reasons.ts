import { foldedName, hasName } from './folded-name.ts';
import type { RelatedProfile } from './profile.ts';
import type { Rarity } from './rarity.ts';
import { type RelatedReason, tenths } from './reason.ts';
import { points } from './weights.ts';

/** Finds the alerts and services that another document shares with the one asked about. */
export type NameComparer = (other: RelatedProfile) => readonly RelatedReason[];

/** So many services or alerts count; a list of all that a company runs is no likeness. */
const MOST = 2;

/** Shorter names are met in titles by chance. */
const SHORTEST_IN_TITLE = 4;

export function nameComparer(asked: RelatedProfile, all: readonly RelatedProfile[], rarity: Rarity): NameComparer {
  const alerts = folded(asked.alerts);
  const services = folded(asked.services);
  const withAlert = countNames(all, alerts, ({ alerts: names }) => names);
  const withService = countNames(all, services, ({ services: names }) => names);
  const askedTitle = foldedName(asked.title ?? '');
  return (other) => {
    const theirs = folded(other.services);
    const shared = [...services].flatMap(([name, written]) =>
      theirs.has(name) ? [service('both name', written, points.service, withService.get(name) ?? 1, all.length)] : [],
    );
    return [
      ...heaviest(
        [...folded(other.alerts)].flatMap(([name]) => {
          const written = alerts.get(name);
          return written === undefined ? [] : [alert(written, withAlert.get(name) ?? 1)];
        }),
      ),
      ...heaviest(shared.length > 0 ? shared : inTitle(other, theirs)),
    ];
  };

  function alert(name: string, count: number): RelatedReason {
    const weight = tenths(points.alert * rarity(count));
    return {
      kind: 'alert',
      weight,
      text: `same alert: ${name}`,
      how: `${points.alert} × rarity ${shown(rarity(count))}, since ${count} of ${all.length} documents have it`,
    };
  }

  function service(verb: string, name: string, most: number, count: number, of: number): RelatedReason {
    return {
      kind: 'service',
      weight: tenths(most * rarity(count)),
      text: `same service: ${name}${verb === 'both name' ? '' : ` (${verb})`}`,
      how: `${most} × rarity ${shown(rarity(count))}, since ${count} of ${of} documents name it`,
    };
  }

  /** A service that one says was affected, in the title of the other. */
  function inTitle(other: RelatedProfile, theirs: ReadonlyMap<string, string>): readonly RelatedReason[] {
    const title = foldedName(other.title ?? '');
    const own = [...services].filter(([name]) => name.length >= SHORTEST_IN_TITLE && hasName(title, name));
    const its = [...theirs].filter(([name]) => name.length >= SHORTEST_IN_TITLE && hasName(askedTitle, name));
    return [
      ...own.map(([name, written]) =>
        service('in its title', written, points.serviceInTitle, (withService.get(name) ?? 0) + 1, all.length),
      ),
      ...its.map(([, written]) => service('in this title', written, points.serviceInTitle, 2, all.length)),
    ];
  }
}

function heaviest(reasons: readonly RelatedReason[]): readonly RelatedReason[] {
  return reasons
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST);
}

function folded(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [foldedName(name), name]));
}

function countNames(
  all: readonly RelatedProfile[],
  names: ReadonlyMap<string, string>,
  of: (profile: RelatedProfile) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const profile of all) {
    for (const name of folded(of(profile)).keys()) if (names.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function shown(rarity: number): string {
  return rarity.toFixed(2);
}
