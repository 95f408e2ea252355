import type { Pairs } from './lenient.ts';

// In the order of preference: the first that an alert has decides.
const SEVERITY_NAMES = ['severity', 'sev', 'priority', 'level', 'criticality'];
const SERVICE_NAMES = [
  'service',
  'services',
  'servicename',
  'application',
  'applicationname',
  'app',
  'appname',
  'appkubernetesioname',
  'k8sapp',
  'component',
  'functionname',
  'deployment',
  'workload',
  'job',
];

/**
 * The severity that labels tell, as it is written there.
 *
 * @example severityOf([['team', 'kites'], ['Priority', 'P1']]) // 'P1'
 */
export function severityOf(labels: Pairs): string | undefined {
  return firstNamed(labels, SEVERITY_NAMES);
}

/**
 * The services that labels tell. `job` says so only where nothing better does, and a value may be a list.
 *
 * @example servicesOf([['job', 'node'], ['service', 'checkout, cart']]) // ['checkout', 'cart']
 */
export function servicesOf(labels: Pairs): readonly string[] {
  return splitServices(firstNamed(labels, SERVICE_NAMES) ?? '');
}

export function splitServices(list: string): readonly string[] {
  return list
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean);
}

/** The value of the first name in the list that has one, however the name is written: `ServiceName`, `service_name`. */
export function firstNamed(labels: Pairs, names: readonly string[]): string | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of labels) {
    const plain = name
      .slice(0, 100)
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
    if (value.trim() !== '' && !values.has(plain)) values.set(plain, value);
  }
  return names.map((name) => values.get(name)).find((value) => value !== undefined);
}
