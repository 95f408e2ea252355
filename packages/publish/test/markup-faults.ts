const tag = /<\/?([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g;

/** Every tag of a piece of HTML or SVG that this package made. */
export function tagsOf(html: string): readonly { readonly name: string; readonly whole: string }[] {
  return Array.from(html.matchAll(tag), ([whole, name = '']) => ({ name, whole }));
}

/** What could run, load, mislead or break in a page or a picture; an empty list means that nothing can. */
export function markupFaults(html: string): readonly string[] {
  return [...unsafeParts(html), ...brokenNames(html), ...unbalancedTags(html)];
}

const active = /^(?:script|iframe|object|embed|img|image|link|base|form|input|button|use|foreignObject|animate|set)$/i;

function unsafeParts(html: string): readonly string[] {
  const tags = tagsOf(html);
  const outside = html
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace('<!doctype html>', '')
    .replace(tag, '');
  return [
    ...(/[<>]/.test(outside) ? ['a bracket outside of every tag'] : []),
    ...tags.filter(({ name }) => active.test(name)).map(({ whole }) => whole),
    ...tags
      .filter(({ whole }) => /\s(?:on\w+|src|srcset|style|action|xlink:href)=/i.test(whole.replace(/"[^"]*"/g, '""')))
      .map(({ whole }) => whole),
    ...valuesOf(html, 'href').filter((address) => !/^#figure-\d+$/.test(address)),
    ...(html.match(/url\(|@import/g) ?? []),
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(html) || html.includes('\0') ? ['a mark that misleads'] : []),
    ...(html.isWellFormed() ? [] : ['half a character']),
    ...(/\bNaN\b|\bInfinity\b|\bundefined\b|\[object|Please check the console/.exec(html) ?? []),
  ];
}

function brokenNames(html: string): readonly string[] {
  const ids = valuesOf(html, 'id');
  const named = ['aria-labelledby', 'aria-describedby'].flatMap((attribute) => valuesOf(html, attribute));
  const targets = valuesOf(html, 'href').map((address) => address.slice(1));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...[...named, ...targets].filter((id) => !ids.includes(id)).map((id) => `${id} is nowhere`),
  ];
}

function unbalancedTags(html: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { name, whole } of tagsOf(html)) {
    if (whole.endsWith('/>') || name === 'meta') continue;
    if (!whole.startsWith('</')) open.push(name);
    else if (open.pop() !== name) faults.push(`${whole} closes nothing`);
  }
  return [...faults, ...open.map((name) => `${name} stays open`)];
}

function valuesOf(html: string, attribute: string): readonly string[] {
  const inTag = new RegExp(`\\s${attribute}="([^"]*)"`);
  return tagsOf(html).flatMap(({ whole }) => inTag.exec(whole)?.[1] ?? []);
}
