import fs from 'node:fs';
import path from 'node:path';
import { parseTemplate, type Template } from '../src/write/index.ts';

const folder = path.join(import.meta.dirname, '../templates');

/** The templates that come with Debrief, by name. */
export const templates: ReadonlyMap<string, Template> = new Map(
  fs.readdirSync(folder).map((file) => {
    const name = file.replace(/\.md$/, '');
    const parsed = parseTemplate(name, fs.readFileSync(path.join(folder, file), 'utf8'));
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.faults)}`);
    return [name, parsed.template];
  }),
);

export function templateNamed(name: string): Template {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`there is no template ${name}`);
  return template;
}
