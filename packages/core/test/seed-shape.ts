/** Headings, labels and table headers of each seed, as the templates have to have them, in order. */
export function shapeOf(markdown: string): {
  readonly headings: string[];
  readonly labels: string[];
  readonly tables: string[];
} {
  const text = markdown.replace(/```[\s\S]*?```/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const lines = text.split('\n');
  return {
    headings: lines.filter((line) => /^#{1,6} /.test(line)).map((line) => line.trim()),
    labels: [...text.matchAll(/\*\*([^*\n]+?)\*\*/g)].map(([, label = '']) => label.replace(/:$/, '').trim()),
    tables: lines
      .filter((line, at) => line.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[at + 1]?.trim() ?? ''))
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .join('|'),
      ),
  };
}
