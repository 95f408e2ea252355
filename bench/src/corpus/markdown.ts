/** A document or a section, from its blocks. */
export function blocks(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [rowOf(header), rowOf(header.map((name) => '-'.repeat(Math.max(3, name.length)))), ...rows.map(rowOf)].join(
    '\n',
  );
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function numbers(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

export function boxes(items: readonly string[], isTicked: (index: number) => boolean): string {
  return items.map((item, index) => `- [${isTicked(index) ? 'x' : ' '}] ${item}`).join('\n');
}

/** Labels in bold, one below the other as a list or as lines with a hard break. */
export function labels(fields: Readonly<Record<string, string>>, form: 'bullets' | 'lines' = 'bullets'): string {
  const written = Object.entries(fields).map(([name, value]) => `**${name}**: ${value}`);
  return form === 'bullets' ? bullets(written) : written.join('  \n');
}

export function code(language: string, lines: readonly string[]): string {
  return ['```' + language, ...lines, '```'].join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
