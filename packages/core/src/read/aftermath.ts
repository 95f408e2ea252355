import {
  absent,
  type Approval,
  type Communication,
  type Detection,
  type Evidence,
  type Field,
  knownOf,
  type FollowUp,
  type Lessons,
  type ListedItem,
  type Place,
  type Prevention,
  type Resolution,
  type SignOff,
} from '../model/index.ts';
import type { Block, Paragraph } from './block.ts';
import { type Context, textField, unknown, words } from './context.ts';
import { isLeftOpen } from './silence.ts';
import {
  type Gathering,
  headingText,
  itemsUnder,
  labelOrHeading,
  labelValues,
  namesUnder,
  pointsOf,
  sectionsNamed,
  sectionText,
  textOfSection,
  sortedItems,
  valuesOf,
} from './gather.ts';
import { firstField } from './header.ts';
import { itemsIn, listed } from './listed.ts';
import { labelsInParagraph } from './labels.ts';
import { isWithin } from './outline.ts';

/** The text of the summary; where it is a list of labels, what stands under `What`. */
export function summaryOf(gathering: Gathering): Field<string> {
  const { context, labels } = gathering;
  let asked: Field<string> = absent;
  for (const index of sectionsNamed(gathering, 'summary')) {
    const what = labels.find(({ names, section }) => section === index && names.includes('whatHappened'));
    const text = what === undefined ? textOfSection(gathering, index) : textField(context, what.value);
    if (text.state === 'known') return text;
    if (asked === absent) asked = text;
  }
  return asked;
}

/** How the incident came to be known, and how well. */
export function detectionOf(gathering: Gathering): Detection {
  const header = firstField(gathering.context, gathering.index, 'detection');
  const asked = itemsUnder(gathering, 'detectionMethod').filter(({ ticked }) => ticked !== undefined);
  const boxes = pointsOf(gathering, 'detection').filter(({ ticked }) => ticked !== undefined);
  return {
    how:
      header.state === 'known'
        ? header
        : firstKnown(labelOrHeading(gathering, 'detectionMethod'), sectionText(gathering, 'detection')),
    methods: chosenOf(asked.length > 0 ? asked : boxes),
    whyNotEarlier: labelOrHeading(gathering, 'whyNotEarlier'),
    alertQuality: labelOrHeading(gathering, 'alertQuality'),
    points: pointsOf(gathering, 'detection').filter(({ ticked }) => ticked === undefined),
  };
}

/** Boxes to choose from, of which none is ticked, say nothing yet. */
function chosenOf(boxes: readonly ListedItem[]): readonly ListedItem[] {
  if (boxes.some(({ ticked }) => ticked === true)) return boxes;
  return boxes.map(({ text, ...box }) => ({
    ...box,
    text:
      text.state === 'known'
        ? { state: 'unknown', reason: 'undecided', written: text.written, places: text.places }
        : text,
  }));
}

export function resolutionOf(gathering: Gathering): Resolution {
  const header = firstField(gathering.context, gathering.index, 'resolution');
  const underHeading = headingText(gathering, /immediate fix|short-?term|how we fixed it/i);
  const immediate = valuesOf(gathering, 'immediateFix');
  return {
    text: header.state === 'known' ? header : sectionText(gathering, 'resolution'),
    immediate: knownOf(immediate).length > 0 || underHeading === absent ? immediate : [underHeading],
    longTerm: valuesOf(gathering, 'longTermFix'),
    verification: labelOrHeading(gathering, 'verification'),
  };
}

const COULD_IMPROVE = /could|can be|improve|mejor|mejorar|améliorer|verbesser|forbedre|melhorar|改善|改进/i;

export function lessonsOf(gathering: Gathering): Lessons {
  const differently = gathering.outline.sections.flatMap((section, at) =>
    /differently|otra vez|anders machen|annerledes|différemment/i.test(section.heading) ? [at] : [],
  );
  const doDifferently = differently.flatMap((at) =>
    itemsIn(gathering.outline.bodies[at] ?? []).map((item) => listed(gathering.context, item)),
  );
  return {
    text: sectionText(gathering, 'lessons'),
    wentWell: sortedItems(gathering, 'wentWell'),
    wentWrong: sortedItems(gathering, 'wentWrong', (heading) => !COULD_IMPROVE.test(heading)),
    couldImprove: sortedItems(gathering, 'wentWrong', (heading) => COULD_IMPROVE.test(heading)),
    lucky: sortedItems(gathering, 'lucky'),
    learned: sortedItems(gathering, 'lessons', (heading) => !/differently/i.test(heading)),
    doDifferently: [...doDifferently, ...itemsUnder(gathering, 'doDifferently')],
  };
}

export function preventionOf(gathering: Gathering): Prevention {
  const { context, index, outline } = gathering;
  const under = (name: 'technical' | 'process' | 'monitoring'): readonly Field<string>[] =>
    (index.get(name) ?? [])
      .filter(({ section }) => isWithin(outline.sections, section, 'prevention'))
      .flatMap((label) => labelValues(context, label));
  return {
    text: sectionText(gathering, 'prevention'),
    technical: under('technical'),
    process: under('process'),
    monitoring: under('monitoring'),
    points: pointsOf(gathering, 'prevention'),
  };
}

export function relatedOf(gathering: Gathering): readonly Field<string>[] {
  const points = pointsOf(gathering, 'relatedIncidents').map(({ text }) => text);
  return [...points, ...valuesOf(gathering, 'relatedIncidents')].filter((field) => field.state === 'known');
}

/** Code blocks, pictures and links of the whole document, and what stands in its sections of evidence. */
export function evidenceOf(gathering: Gathering): readonly Evidence[] {
  const { context, outline } = gathering;
  const found: Evidence[] = [];
  for (const [at, body] of outline.bodies.entries()) {
    const section = outline.sections[at];
    const label = section?.heading ?? '';
    const isEvidence = isWithin(outline.sections, at, 'evidence');
    visit(body, (block) => {
      if (block.kind === 'code')
        found.push({ kind: codeKind(block.info, label), label, text: verbatim(context, block.content) });
      else if (block.kind === 'paragraph' && isEvidence) found.push(noteOf(context, block, label));
    });
  }
  return found;
}

/** A paragraph of evidence; a label at its start says what it is. */
function noteOf(context: Context, block: Paragraph, heading: string): Evidence {
  const [label] = labelsInParagraph(context, block, block.from, -1, 'line');
  const text = label === undefined ? textField(context, block) : textField(context, label.value);
  const about = label?.label ?? heading;
  return { kind: evidenceKind(context, block, about), label: about, text };
}

/** Every block, with those inside lists and quotes in their place. */
function visit(blocks: readonly Block[], meet: (block: Block) => void): void {
  for (const block of blocks) {
    if (block.kind === 'list') for (const item of block.items) visit(item.children, meet);
    else if (block.kind === 'quote') visit(block.children, meet);
    else meet(block);
  }
}

function codeKind(info: string, label: string): Evidence['kind'] {
  if (/^(?:json|ya?ml|toml|csv)/i.test(info)) return 'data';
  if (/^(?:sh|bash|shell|zsh|console|powershell|sql|promql)/i.test(info) || /command/i.test(label)) return 'command';
  return 'log';
}

function evidenceKind(context: Context, place: Place, label: string): Evidence['kind'] {
  const raw = context.flat.slice(place.from, Math.min(place.to, place.from + 2_000));
  if (/!\[/.test(raw) || /screenshot|captura/i.test(label)) return 'picture';
  if (/change|commit|pull request/i.test(label)) return 'change';
  return /\]\(|https?:\/\//.test(raw) ? 'link' : 'note';
}

/** Code is evidence to the letter: no mark is removed. Where all of it is a template's example, it says nothing. */
function verbatim(context: Context, place: Place): Field<string> {
  const written = context.text.slice(place.from, place.to);
  if (written === '') return { state: 'unknown', reason: 'empty', places: [place] };
  if (isLeftOpen(context, place)) return unknown('placeholder', written, place);
  return {
    state: 'known',
    value: written.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
    written,
    places: [place],
    source: 'text',
  };
}

export function communicationOf(gathering: Gathering): Communication {
  const { context, outline, index } = gathering;
  const under = (pattern: RegExp): readonly ListedItem[] =>
    outline.sections.flatMap((section, at) =>
      pattern.test(section.heading) && isWithin(outline.sections, at, 'communication')
        ? itemsIn(outline.bodies[at] ?? []).map((item) => listed(context, item))
        : [],
    );
  const named = (name: 'internalCommunication' | 'externalCommunication'): readonly ListedItem[] =>
    (index.get(name) ?? []).map((label) => ({ text: labelValues(context, label)[0] ?? absent, kind: label.label }));
  const internal = named('internalCommunication');
  const external = named('externalCommunication');
  return {
    internal: internal.length > 0 ? internal : under(/internal|intern/i),
    external: external.length > 0 ? external : under(/external|customer|public|extern/i),
    channel: firstField(context, index, 'channel'),
  };
}

export function followUpOf(gathering: Gathering): FollowUp {
  const { context, index, outline } = gathering;
  const asking = outline.sections.flatMap((section, at) =>
    section.names.includes('followUp') || /follow.?up|30.days/i.test(section.heading) ? [at] : [],
  );
  const boxes = asking.flatMap((at) => itemsIn(outline.bodies[at] ?? []).filter(({ ticked }) => ticked !== undefined));
  return {
    text: firstKnown(firstField(context, index, 'followUp'), sectionText(gathering, 'followUp')),
    reviewDate: firstField(context, index, 'reviewDate'),
    attendees: namesUnder(gathering, 'attendees'),
    decisions: valuesOf(gathering, 'decisions'),
    questions: itemsUnder(gathering, 'questions'),
    checks: boxes.map((item) => listed(context, item)),
  };
}

export function signOffOf(gathering: Gathering): SignOff {
  const { context, index } = gathering;
  const labelled = (['approvers', 'reviewers'] as const).flatMap((name) =>
    (index.get(name) ?? []).map((label) => approvalOf(context, label.label, label.value)),
  );
  const rows = sectionsNamed(gathering, 'signOff').flatMap((at) =>
    (gathering.outline.bodies[at] ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : [])),
  );
  const inTables = rows.map(({ cells: [role, name, date] }) => ({
    role: role === undefined ? '' : words(context, role),
    name: textField(context, name),
    date: textField(context, date),
  }));
  const approvals = [...labelled, ...inTables];
  return {
    approvals,
    published: firstField(context, index, 'published'),
    nextReview: firstField(context, index, 'nextReview'),
    version: firstField(context, index, 'version'),
    lastUpdated: firstField(context, index, 'lastUpdated'),
  };
}

/** `@ana (Date: 2026-03-02)`: who approved, and when. */
function approvalOf(context: Context, role: string, place: Place | null): Approval {
  if (place === null) return { role, name: absent, date: absent };
  const raw = context.flat.slice(place.from, place.to);
  const match =
    /(?<!\s)\s*[(（](?:date|on|datum|fecha|dato|data)?\s{0,9}(?:[:：]\s{0,9})?([^()（）]{4,30})[)）]\s*$/i.exec(raw);
  if (match === null) return { role, name: textField(context, place), date: absent };
  const from = place.from + match.index + match[0].indexOf(match[1] ?? '');
  return {
    role,
    name: textField(context, { from: place.from, to: place.from + match.index }),
    date: textField(context, { from, to: from + (match[1] ?? '').length }),
  };
}

/** Boxes and names of a distribution list. */
export function distributionOf(gathering: Gathering): readonly ListedItem[] {
  const { context, outline } = gathering;
  const boxes = outline.sections.flatMap((section, at) =>
    /distribution|verteiler|difusión|diffusion|distribuição/i.test(section.heading)
      ? itemsIn(outline.bodies[at] ?? []).map((item) => listed(context, item))
      : [],
  );
  return boxes.length > 0 ? chosenOf(boxes) : namesUnder(gathering, 'distribution').map((text) => ({ text }));
}

function firstKnown(...fields: readonly Field<string>[]): Field<string> {
  return fields.find(({ state }) => state === 'known') ?? fields[0] ?? absent;
}
