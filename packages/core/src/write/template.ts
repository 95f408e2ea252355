import { LineCounter, parseDocument } from 'yaml';
import { draft } from './draft.ts';
import { liquid } from './liquid.ts';
import type { TemplateFault } from './template-fault.ts';

/** What a template asks for in one row or item: the words of its placeholders, by name. */
export type Prompt = Readonly<Record<string, string>>;

/** A phase of the timeline or a group of actions that a template has, with what it asks for there. */
export interface PromptGroup {
  readonly name: string;
  readonly prompts: readonly Prompt[];
}

/** A template: Markdown with places for values, filled by liquidjs, and what its front matter says of it. */
export interface Template {
  /** `executive`, `compact`, or the file name of a team's own. */
  readonly name: string;
  /** One sentence that tells for whom it is. */
  readonly description: string;
  /** The Markdown with its tags, without the front matter. */
  readonly body: string;
  /** Severity words of its scale, worst first. */
  readonly severities: readonly string[];
  readonly phases: readonly PromptGroup[];
  readonly groups: readonly PromptGroup[];
  /** Headings that no vocabulary knows, by the section that they name: `{ rootCause: [What bit us] }`. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the text of a template. Its front matter may say `description`, `severities` and `sections`; the rest is
 * Markdown with Liquid tags. A fault names line and column, from 1, in the text as given.
 *
 * @example parseTemplate('mine', '---\ndescription: Ours\n---\n# {{ title | line: "[Title]" }}\n')
 */
export function parseTemplate(
  name: string,
  text: string,
):
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] } {
  const flat = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const head = /^---[ \t]*\n([\s\S]*?)^---[ \t]*\n/m.exec(flat);
  const matter = head !== null && head.index === 0 ? head : null;
  const front = frontMatterOf(matter?.[1] ?? '');
  if (front.faults.length > 0) return { ok: false, faults: front.faults };
  const body = flat.slice(matter?.[0].length ?? 0);
  const bodyLine = (matter?.[0].split('\n').length ?? 1) - 1;
  const template = { name, body, ...front.values };
  try {
    liquid.parse(body);
    draft(template, {});
  } catch (error) {
    return { ok: false, faults: [faultOf(error, bodyLine)] };
  }
  return { ok: true, template };
}

interface FrontMatter {
  readonly values: Pick<Template, 'description' | 'severities' | 'sections' | 'phases' | 'groups'>;
  readonly faults: readonly TemplateFault[];
}

/** The front matter begins on the second line of the file. */
function frontMatterOf(yaml: string): FrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
  });
  const faults = document.errors.map(({ message, pos }) => {
    const { line, col } = lineCounter.linePos(pos[0]);
    return { line: line + 1, column: col, message: `The front matter cannot be read: ${message}` };
  });
  const given: unknown = faults.length > 0 ? {} : (document.toJS({ maxAliasCount: 0 }) ?? {});
  const { description, severities, sections, phases, groups } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>;
  return {
    values: {
      description: typeof description === 'string' ? description : '',
      severities: words(severities),
      phases: promptGroups(phases),
      groups: promptGroups(groups),
      sections: Object.fromEntries(
        Object.entries(typeof sections === 'object' && sections !== null ? sections : {}).map(([key, value]) => [
          key,
          words(value),
        ]),
      ),
    },
    faults,
  };
}

function promptGroups(value: unknown): readonly PromptGroup[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.flatMap((group) => {
    const { name, prompts } = (typeof group === 'object' && group !== null ? group : { name: group }) as Record<
      string,
      unknown
    >;
    if (typeof name !== 'string') return [];
    const asked: readonly unknown[] = Array.isArray(prompts) ? prompts : [];
    return [{ name, prompts: asked.map(promptOf) }];
  });
}

function promptOf(value: unknown): Prompt {
  if (typeof value !== 'object' || value === null) return { text: String(value) };
  return Object.fromEntries(Object.entries(value).map(([key, asked]) => [key, String(asked)]));
}

function words(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
}

/** The engine's errors carry their place in the token that they are about. */
function faultOf(error: unknown, linesBefore: number): TemplateFault {
  const { message, token } = error as {
    readonly message: string;
    readonly token?: { getPosition?: () => readonly [number, number] };
  };
  const [line, column] = token?.getPosition?.() ?? [1, 1];
  const said = message.split(/, line:\d+/, 1)[0] ?? message;
  return { line: line + linesBefore, column, message: `The template cannot be used: ${said}.` };
}
