/** Every tag of a piece of HTML or SVG, with its quoted values taken out. */
export function tagsOf(
  html: string,
): readonly { readonly name: string; readonly bare: string; readonly whole: string }[] {
  return Array.from(
    html.matchAll(/<\/?([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g),
    ([whole, name = '']) => ({
      name,
      bare: whole.replace(/"[^"]*"/g, '""'),
      whole,
    }),
  );
}

/** What stands where no tag is: nothing of it may look like one. */
export function outsideOfTags(html: string): string {
  const withoutStyle = html.replace(/<style>[^<]*<\/style>/g, '');
  return withoutStyle
    .replace(/<!doctype html>/, '')
    .replace(/<\/?[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g, '');
}

/** The values of one attribute, in order. */
export function valuesOf(html: string, attribute: string): readonly string[] {
  return Array.from(html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g')), ([, value = '']) => value);
}
