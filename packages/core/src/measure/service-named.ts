import type { MeasuredService } from './context.ts';

/** The service that has a name or an alias; case, marks and spaces at the ends do not matter. */
export function serviceNamed(services: readonly MeasuredService[], written: string): MeasuredService | null {
  const name = foldedName(written);
  return services.find((service) => namesOf(service).includes(name)) ?? null;
}

/** Everything that a service is called, in the form in which names are compared. */
export function namesOf({ name, aliases }: MeasuredService): readonly string[] {
  return [name, ...aliases].map(foldedName).filter((each) => each !== '');
}

export function foldedName(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[`*_"“”]/g, '')
    .trim()
    .toLowerCase();
}
