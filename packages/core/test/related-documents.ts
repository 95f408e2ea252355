import { profileOf, type ProfileOptions, read, type RelatedProfile } from '../src/index.ts';

/** The profile of a text, under a name. */
export function profile(text: string, file = 'a.md', options: Omit<ProfileOptions, 'file'> = {}): RelatedProfile {
  return profileOf(read(text, { fileName: file }), { ...options, file });
}

export interface Told {
  readonly title: string;
  readonly id?: string;
  readonly date?: string;
  readonly summary: string;
  readonly cause?: string;
  readonly services?: string;
  readonly factors?: readonly string[];
  readonly detection?: string;
  readonly actions?: readonly string[];
  readonly related?: string;
  readonly status?: string;
}

/** A small post-mortem that says what is given and nothing else. */
export function told({ title, id, date = '2026-03-01', summary, cause, ...more }: Told): string {
  const { services, factors, detection, actions, related, status } = more;
  const lines = [
    `# ${title}`,
    '',
    ...(id === undefined ? [] : [`**Incident ID:** ${id}  `]),
    ...(date === '' ? [] : [`**Date:** ${date}  `]),
    ...(status === undefined ? [] : [`**Status:** ${status}  `]),
    ...(services === undefined ? [] : [`**Services affected:** ${services}  `]),
    ...section('Summary', summary),
    ...section('Root cause', cause),
    ...section('Contributing factors', factors?.map((factor) => `- ${factor}`).join('\n')),
    ...section('Detection', detection),
    ...section('Action items', actions?.join('\n')),
    ...section('Related incidents', related),
  ];
  return `${lines.join('\n')}\n`;
}

function section(heading: string, body: string | undefined): readonly string[] {
  return body === undefined ? [] : ['', `## ${heading}`, '', body];
}

/** Numbers from 0 up to `below`, the same for the same seed (the minimal generator of Park and Miller, 1988). */
export function seeded(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const SYLLABLES = 'ba do fi gu ke lo mi nu pa re so ta vi wo za che dra fle gri plo sta tru'.split(' ');
const USUAL =
  'service team deploy request error latency customer user database server traffic change release monitoring alert traffic incident response queue cache config node cluster network restart rollback version region load limit'.split(
    ' ',
  );

/** The words of a theme, which no other theme has. */
export function theme(number: number): readonly string[] {
  const random = seeded(number * 977 + 13);
  return Array.from({ length: 8 }, (_, at) => {
    const syllables = Array.from({ length: 3 }, () => SYLLABLES[random(SYLLABLES.length)] ?? '');
    return `${syllables.join('')}${String.fromCodePoint(97 + (number % 26), 97 + at)}`;
  });
}

/** Sentences of usual words, each with one word of a theme in turn. */
export function story(words: readonly string[], seed: number, sentences = 6): string {
  const random = seeded(seed);
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const start = random(words.length);
  return Array.from(
    { length: sentences },
    (_, at) =>
      `The ${pick(USUAL)} of the ${words[(start + at) % words.length] ?? ''} had a ${pick(USUAL)} after the ${pick(USUAL)} ${pick(USUAL)}.`,
  ).join(' ');
}
