import { knownOf, type Postmortem, valueOf } from '../../model/index.ts';
import { foldedName, hasName } from './folded-name.ts';

/** A service that the team has named, and what else it is called. */
export interface NamedService {
  readonly name: string;
  readonly aliases: readonly string[];
}

const NO_NAMES: ReadonlySet<string> = new Set(
  'none|n a|na|all|all services|everything|unknown|multiple|several|various|no|yes|service|services|keine|alle|ninguno|todos|aucun|tous|nenhum|ingen'.split(
    '|',
  ),
);
const LONGEST = 60;
const MOST = 40;

/**
 * The services and features that a document says were affected, each once and as written there. One of the team's own
 * services, found under any of its names there, in the title or in the summary, gets the name that the team gave it.
 */
export function serviceNamesOf(
  { impact, title, summary }: Postmortem,
  own: readonly NamedService[],
): readonly string[] {
  const affected = knownOf([...impact.services.map(({ name }) => name), ...impact.features]).flatMap(({ value }) =>
    value.length > 400 ? [] : value.split(/[,;、，\n]/).map(bareName),
  );
  const names = new Map<string, string>();
  for (const name of affected) {
    const folded = foldedName(name);
    const known = own.find((service) => namesOf(service).includes(folded));
    if (known !== undefined) names.set(foldedName(known.name), known.name);
    else if (isName(folded)) names.set(folded, name);
  }
  const head = foldedName([valueOf(title) ?? '', (valueOf(summary) ?? '').slice(0, 2_000), ...affected].join(' | '));
  for (const service of own) {
    if (namesOf(service).some((name) => hasName(head, name))) names.set(foldedName(service.name), service.name);
  }
  return [...names.values()].slice(0, MOST);
}

function namesOf({ name, aliases }: NamedService): readonly string[] {
  return [name, ...aliases].map(foldedName).filter((each) => each !== '');
}

/** `checkout (degraded)`, `checkout: 40 % errors` → `checkout` */
function bareName(value: string): string {
  return (
    value
      .split(/(?:(?<!\s)\s+)?[(（:：]\s*|\s[-–—]\s/, 1)[0]
      ?.trim()
      .replace(/^[`*_]+/, '')
      .replace(/(?<![`*_.])[`*_.]+$/, '') ?? ''
  );
}

function isName(folded: string): boolean {
  const letters = folded.replaceAll(/[\d ]/g, '').length;
  return letters > 1 && folded.length <= LONGEST && folded.split(' ').length <= 5 && !NO_NAMES.has(folded);
}
