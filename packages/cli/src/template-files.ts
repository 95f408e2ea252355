import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestOf, parseTemplate, type Template } from '@debrief/core/draft';
import { loadText } from './load-text.ts';
import { type House, markdownIn } from './house-file.ts';

/** The templates that come with Debrief. */
const builtInTemplates = ['executive', 'blameless', 'service-levels', 'alert', 'compact'] as const;

/** A template, or what is wrong with it, with file, line and column. */
export type FoundTemplate =
  | { readonly template: Template; readonly text: string; readonly problem?: undefined }
  | { readonly problem: string };

/**
 * A template by its name or its file: a team's own in the folder that the settings name, else one of the built-in ones.
 *
 * @param name `compact`, the name of a file in the team's folder without its ending, or a path to a Markdown file
 */
export function findTemplate(name: string, found: House, cwd: string): FoundTemplate {
  if (/[/\\]|\.md$/i.test(name))
    return loadTemplate(path.resolve(cwd, name), path.basename(name).replace(/\.md$/i, ''));
  const own = ownTemplates(found).find((file) => nameOf(file) === name);
  if (own !== undefined) return loadTemplate(own, name);
  if ((builtInTemplates as readonly string[]).includes(name)) return loadTemplate(builtInFile(name), name);
  const names = templateNames(found);
  return {
    problem: `there is no template “${name}”. Did you mean “${nearestOf(name, names)}”? There are: ${names.join(', ')}.`,
  };
}

/** The names of all templates, the team's own first. */
export function templateNames(found: House): readonly string[] {
  return [...new Set([...ownTemplates(found).map(nameOf), ...builtInTemplates])];
}

/** All templates that can be used; those with a fault are left out. */
export function allTemplates(found: House, cwd: string): readonly Template[] {
  return templateNames(found).flatMap((name) => {
    const template = findTemplate(name, found, cwd);
    return template.problem === undefined ? [template.template] : [];
  });
}

/** The texts of a team's own templates, which tell whether anything about them changed. */
export function ownTemplateTexts(found: House): readonly string[] {
  return ownTemplates(found).map((file) => {
    const loaded = loadText(file);
    return `${file}\n${loaded.problem ?? loaded.text}`;
  });
}

function loadTemplate(file: string, name: string): FoundTemplate {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: `${file}: ${loaded.problem}` };
  const parsed = parseTemplate(name, loaded.text);
  if (parsed.ok) return { template: parsed.template, text: loaded.text };
  return {
    problem: parsed.faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
  };
}

function builtInFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@debrief/core/templates/${name}.md`));
}

function ownTemplates({ folder, settings }: House): readonly string[] {
  if (folder === null) return [];
  return markdownIn(path.join(folder, settings.templates));
}

function nameOf(file: string): string {
  return path.basename(file).replace(/\.md$/i, '');
}
