import type { AlertLink } from '@debrief/core';
import { oneLine } from './clean-text.ts';
import type { Pairs } from './lenient.ts';
import { limits } from './limits.ts';

const KIND_WORDS: readonly (readonly [word: string, kind: AlertLink['kind'], label: string])[] = [
  ['runbook', 'runbook', 'Runbook'],
  ['playbook', 'runbook', 'Playbook'],
  ['panel', 'dashboard', 'Panel'],
  ['dashboard', 'dashboard', 'Dashboard'],
  ['grafana', 'dashboard', 'Grafana'],
  ['generator', 'alert', 'Alert rule'],
  ['html_url', 'alert', 'Alert'],
];
const WEB_ADDRESS = /^https?:\/\/[^\s/?#\\]/i;
const LEFT_OUT = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;
const ENCODED = /[<>"`\\^{|}]/g;

/**
 * The links among labels or annotations: values that are web addresses, with the kind that their name tells.
 *
 * @example linksIn([['runbook_url', 'https://wiki.example/kites']]) // [{ kind: 'runbook', label: 'Runbook', url: … }]
 */
export function linksIn(named: Pairs): readonly AlertLink[] {
  return named.flatMap(([name, value]) => linkNamed(name, value) ?? []);
}

/** A link whose kind and label come from a name such as `dashboard_url`. */
export function linkNamed(name: string, value: string | undefined): AlertLink | undefined {
  const lower = name.toLowerCase();
  const known = KIND_WORDS.find(([word]) => lower.includes(word));
  return known ? linkTo(value, known[1], known[2]) : linkTo(value, 'other', wordsOf(name));
}

/** A link to a web address; undefined for anything else, such as `javascript:` or a text. */
export function linkTo(value: string | undefined, kind: AlertLink['kind'], label: string): AlertLink | undefined {
  const url = webAddress(value);
  return url === undefined ? undefined : { kind, label: oneLine(label, limits.name) || url, url };
}

function webAddress(value: string | undefined): string | undefined {
  if (value === undefined || value.length > limits.url) return undefined;
  const address = value.trim().toWellFormed();
  if (!WEB_ADDRESS.test(address) || LEFT_OUT.test(address)) return undefined;
  return address.replace(ENCODED, (mark) => encodeURIComponent(mark));
}

function wordsOf(name: string): string {
  const words = oneLine(name, limits.name)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]/)
    .filter((word) => word !== '' && !/^(?:url|link|href)$/i.test(word))
    .join(' ');
  return words === '' ? 'Link' : words.charAt(0).toUpperCase() + words.slice(1);
}
