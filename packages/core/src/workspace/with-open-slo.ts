import type { OpenSloService } from './open-slo-service.ts';
import type { Service } from './settings.ts';

/** Services with the objectives of a file in the OpenSLO form, and what of the file is not used. */
export interface WithOpenSlo {
  readonly services: readonly Service[];
  readonly messages: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Adds the objectives of a file in the OpenSLO form to the services of the settings: to the one with the same name or alias,
 * else to a new one. An objective that a service has already stays as it is, and that is said.
 *
 * @example withOpenSlo(settings.services, readOpenSlo(text).services).services
 */
export function withOpenSlo(services: readonly Service[], read: readonly OpenSloService[]): WithOpenSlo {
  const messages: { readonly line: number; readonly message: string }[] = [];
  const grown = [...services];
  for (const { name, aliases, objectives } of read) {
    const at = grown.findIndex((service) => isCalled(service, [name, ...aliases]));
    const service = grown[at] ?? { name, aliases, slos: [] };
    const slos = [...service.slos];
    for (const { line, objective } of objectives) {
      if (slos.some((each) => fold(each.name) === fold(objective.name)))
        messages.push({
          line,
          message: `“${objective.name}” of “${service.name}” was given before; the first one counts. Take one of them out.`,
        });
      else slos.push(objective);
    }
    if (at < 0) grown.push({ ...service, slos });
    else grown[at] = { ...service, slos };
  }
  return { services: grown, messages };
}

function isCalled({ name, aliases }: Service, names: readonly string[]): boolean {
  const own = new Set([name, ...aliases].map(fold));
  return names.some((each) => own.has(fold(each)));
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
