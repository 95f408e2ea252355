import type { Content, DraftAction } from './content.ts';
import { withMoreColumns } from './more-columns.ts';
import { liquid } from './liquid.ts';
import type { Prompt, PromptGroup, Template } from './template.ts';

type Fillable = Pick<Template, 'body' | 'severities' | 'phases' | 'groups'>;

/**
 * Fills a template. What the content does not hold stays a placeholder of the template, so that a draft reads back with
 * nothing known but what was given.
 *
 * @returns Markdown with LF line ends and one at its end
 * @throws where the template itself is wrong; `parseTemplate` finds that beforehand
 * @example draft(compact, { title: 'Checkout down', severity: 'SEV-2' })
 */
export function draft(template: Fillable, content: Content): string {
  const { timeline = [], actions = [], zone, severityNames = template.severities } = content;
  const detailed = actions.map((action, index) => withDetails(action, index, content.unfinished === true));
  const phases = runsOf(timeline, template.phases, ({ phase }) => phase).map(({ list, ...run }) => ({
    ...run,
    events: list,
  }));
  const groups = runsOf(detailed, template.groups, ({ group }) => group);
  const scope = {
    ...content,
    carriedOver: CARRIED_OVER,
    severityOptions: `[${severityNames.join('/')}]`,
    zoneInBrackets: zone === undefined ? (timeline.length === 0 ? ' (UTC)' : '') : ` (${zone})`,
    phases: phases.length === 0 ? [{ events: [], prompts: [] }] : phases,
    promptEvents: timeline.length === 0 || content.unfinished === true,
    actions: detailed,
    actionGroups:
      groups.length === 0
        ? [{ actions: [], prompts: [] }]
        : groups.map(({ list, ...run }) => ({ ...run, actions: list })),
    detectedByAlert: content.detectedByAlert === true ? 'x' : ' ',
  };
  const body = withMoreColumns(template.body, { timeline, actions });
  const tokens = body === template.body ? parsed(template) : liquid.parse(body);
  return String(liquid.renderSync(tokens, scope)).replace(/(?<!\s)\s*$/, '\n');
}

const PARSED = new WeakMap<Fillable, ReturnType<typeof liquid.parse>>();

function parsed(template: Fillable): ReturnType<typeof liquid.parse> {
  let tokens = PARSED.get(template);
  if (tokens === undefined) {
    tokens = liquid.parse(template.body);
    PARSED.set(template, tokens);
  }
  return tokens;
}

/** Where a template wants the text that it has no other place for. It stays until the draft is finished. */
const CARRIED_OVER = '\u{E000}carried over\u{E000}\n';

/** A draft without the mark for carried text, or with that text in its place. */
export function withCarried(text: string, carried: string): string {
  const at = text.indexOf(CARRIED_OVER);
  const rest = text.replaceAll(`${CARRIED_OVER}\n`, '').replaceAll(CARRIED_OVER, '');
  if (carried === '') return rest;
  if (at < 0) return `${rest.trimEnd()}\n\n${carried.trim()}\n`;
  return `${rest.slice(0, at)}${carried.trim()}\n\n${rest.slice(at)}`;
}

interface Run<T> {
  readonly name?: string;
  readonly prompts: readonly Prompt[];
  readonly list: readonly T[];
}

/** A list by the headings that it stands under: first those that the template does not have, then the template's. */
function runsOf<T>(
  list: readonly T[],
  own: readonly PromptGroup[],
  nameOf: (entry: T) => string | undefined,
): readonly Run<T>[] {
  const others: { name?: string; prompts: readonly Prompt[]; list: T[] }[] = [];
  for (const entry of list) {
    const name = nameOf(entry);
    if (own.some((group) => group.name === name)) continue;
    const last = others.at(-1);
    if (last !== undefined && last.name === name) last.list.push(entry);
    else others.push({ ...(name !== undefined && { name }), prompts: [], list: [entry] });
  }
  return [...others, ...own.map((group) => ({ ...group, list: list.filter((entry) => nameOf(entry) === group.name) }))];
}

/** An action with its box, its number, and the details for which a list of fields has no line of its own. */
function withDetails(action: DraftAction, index: number, isNew: boolean) {
  const details = [
    { label: 'Priority', value: action.priority },
    { label: 'Ticket', value: action.ticket },
    { label: 'Verification', value: action.verification },
  ];
  return {
    ...action,
    number: isNew ? `AI-${String(index + 1).padStart(3, '0')}` : '',
    box: action.done === true ? 'x' : ' ',
    /** For tables, which have no box: a mark where nothing else says that it is done. */
    marked: action.done === true && action.status === undefined ? `✅ ${action.text}` : action.text,
    more: details.filter(({ value }) => value !== undefined),
  };
}
