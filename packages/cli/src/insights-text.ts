import { daysInWords, type Insights, minutesInWords, numberInWords, percentInWords } from '@debrief/core';
import { cutTo, painter, wrap } from './paint.ts';
import { bar, dots, logAxis, rows, weekGrid, whisker } from './text-figures.ts';

export interface TextLook {
  readonly width: number;
  readonly color: boolean;
}

type Figures = Omit<Insights, 'groups'>;

/** How a part is written: its title, its lines, the sentence below them. */
interface Writer {
  readonly width: number;
  readonly paint: ReturnType<typeof painter>;
  readonly title: (text: string) => void;
  readonly line: (text: string) => void;
  readonly says: (figure: {
    readonly statement: string;
    readonly cannotTell: string | null;
    readonly notes: readonly string[];
  }) => void;
}

/** Insights for a terminal: each figure drawn with characters, what it says, and what cannot be told. */
export function insightsText(insights: Insights, { width, color }: TextLook): string {
  const lines: string[] = [];
  const writer = writerOn(lines, width, painter(color));
  head(insights, writer);
  if (insights.documents.counted - insights.documents.leftOut - insights.documents.undated > 0)
    for (const part of PARTS) part(insights, writer);
  groups(insights, writer);
  return `${lines.join('\n')}\n`;
}

/** A number stays on the line of its unit. */
const UNIT = /(\d) (%|min|h|d|days?|times)(?![\p{L}\d])/gu;

function wrapped(text: string, columns: number): readonly string[] {
  return wrap(text.replaceAll(UNIT, '$1\u00A0$2'), columns).map((line) => line.replaceAll('\u00A0', ' '));
}

function writerOn(lines: string[], width: number, paint: Writer['paint']): Writer {
  const prose = (text: string, style: Parameters<Writer['paint']>[0] | null, indent: string): void => {
    for (const line of wrapped(text, width - indent.length))
      lines.push(`${indent}${style === null ? line : paint(style, line)}`);
  };
  return {
    width,
    paint,
    title: (text) => void lines.push('', paint('bold', cutTo(text, width))),
    line: (text) => void lines.push(text === '' ? '' : `  ${text}`),
    says: ({ statement, cannotTell, notes }) => {
      prose(statement, null, '  ');
      if (cannotTell !== null && !statement.includes(cannotTell)) prose(`Cannot tell: ${cannotTell}`, 'yellow', '  ');
      for (const note of notes) prose(note, 'dim', '    ');
    },
  };
}

function head({ window, filters, documents }: Figures, { line, paint, width }: Writer): void {
  const { read, counted, dismissed, merged, empty, undated, leftOut } = documents;
  const count = counted - undated - leftOut;
  line(paint('bold', `What ${count} ${count === 1 ? 'post-mortem tells' : 'post-mortems tell'}`));
  line(
    `${window.from} to ${window.to}, ${daysInWords(window.days)}${filters.length > 0 ? `; ${filters.join(', ')}` : ''}`,
  );
  const parts = [
    `${read} read`,
    ...(dismissed > 0 ? [`${dismissed} dismissed`] : []),
    ...(merged > 0 ? [`${merged} merged into others`] : []),
    ...(empty > 0 ? [`${empty} not filled in`] : []),
    ...(undated > 0 ? [`${undated} without a date`] : []),
    ...(leftOut > 0 ? [`${leftOut} outside the window or the filters`] : []),
  ];
  for (const each of wrapped(parts.join(' · '), width - 2)) line(paint('dim', each));
  if (count === 0) for (const each of wrapped(adviceFor(documents), width - 2)) line(each);
}

/** What to do where there is nothing to tell. */
function adviceFor({ read, undated, leftOut }: Figures['documents']): string {
  if (read === 0) return 'No document was read. Name a file, or a folder with post-mortems in Markdown.';
  if (leftOut > 0) return 'Nothing can be told about them. Try a wider window (--from), or fewer filters.';
  if (undated > 0)
    return 'Nothing can be told without a date. Write one into each document, such as “Date: 2026-05-01”.';
  return 'None of the documents counts: they are dismissed, merged into others, or not filled in.';
}

const PARTS: readonly ((figures: Figures, writer: Writer) => void)[] = [
  frequency,
  durations,
  changes,
  survival,
  actions,
  factors,
  repeats,
  budgets,
  timeOfWeek,
  quality,
];

const MOST_MONTHS = 24;

function frequency({ frequency: figure }: Figures, writer: Writer): void {
  writer.title('How often');
  const months = figure.months.slice(-MOST_MONTHS);
  const most = months.reduce((found, { count }) => Math.max(found, count), 1);
  const columns = Math.max(8, Math.min(40, writer.width - 34));
  const cells = months.map(({ month, days, count, low, high }) => [
    month,
    String(count),
    `${bar(count / most, columns).padEnd(columns)}  ${numberInWords(low)}–${numberInWords(high)}${days < 28 ? ` (${days} d)` : ''}`,
  ]);
  for (const row of rows(cells, [false, true])) writer.line(row);
  if (figure.months.length > months.length)
    writer.line(writer.paint('dim', `the last ${MOST_MONTHS} of ${figure.months.length} months`));
  writer.says(figure);
}

function durations({ durations: figures }: Figures, writer: Writer): void {
  const all = figures.flatMap(({ points }) => points.map(({ minutes }) => minutes).filter((minutes) => minutes > 0));
  const axis = logAxis(all, writer.width - 4);
  for (const [index, figure] of figures.entries()) {
    writer.title(`${figure.title}${index === 0 ? ', each dot one incident, log scale' : ''}`);
    const shown = figure.points.filter(({ minutes, open }) => minutes > 0 || open);
    if (shown.length > 0) {
      writer.line(dots(axis, shown));
      if (!('reason' in figure.median)) writer.line(writer.paint('cyan', whisker(axis, figure.median)));
      writer.line(writer.paint('dim', axis.ticks()));
    }
    const told = figure.quantiles.flatMap(({ q, value }) =>
      typeof value === 'number' ? [`${percentInWords(q)} took ${minutesInWords(value)} or less`] : [],
    );
    if (told.length > 0) for (const each of wrapped(told.join(' · '), writer.width - 2)) writer.line(each);
    writer.says(figure);
  }
}

function changes({ changes: figures }: Figures, writer: Writer): void {
  const [first] = figures;
  if (first === undefined) return;
  writer.title(`Before and from ${first.split} on`);
  const shared = first.notes.filter((note) => figures.every(({ notes }) => notes.includes(note)));
  for (const { statement, verdict, notes } of figures) {
    const color = verdict === 'cannotTell' ? 'dim' : 'yellow';
    for (const [at, each] of wrapped(statement, writer.width - 4).entries())
      writer.line(`${at === 0 ? '' : '  '}${writer.paint(color, each)}`);
    for (const note of notes.filter((each) => !shared.includes(each) && !each.includes('Holm')))
      for (const each of wrapped(note, writer.width - 4)) writer.line(`  ${writer.paint('dim', each)}`);
  }
  for (const note of shared)
    for (const each of wrapped(note, writer.width - 4)) writer.line(`  ${writer.paint('dim', each)}`);
}

/** Two columns of words, then numbers. */
const NUMBERS = [false, false, true, true, true, true];

function survival({ survival: figures }: Figures, writer: Writer): void {
  for (const figure of figures.filter(({ id, censored }) => id !== 'survival/time-to-resolve' || censored > 0)) {
    writer.title(figure.title);
    const marks = figure.unit === 'minutes' ? [60, 240, 1_440] : writer.width < 72 ? [7, 30, 90] : [7, 30, 90, 180];
    const say = figure.unit === 'minutes' ? minutesInWords : daysInWords;
    const cells = figure.curves.map(({ name, n, censored, steps }) => [
      name,
      `${n - censored} of ${n} over`,
      ...marks.map((mark) => percentInWords(steps.findLast(({ time }) => time <= mark)?.survival ?? 1)),
    ]);
    if (cells.length > 0)
      for (const row of rows([['', 'still open after', ...marks.map(say)], ...cells], NUMBERS)) writer.line(row);
    writer.says(figure);
  }
}

function actions({ actions: figure }: Figures, writer: Writer): void {
  writer.title('Action items');
  const cells = [...figure.byPriority, ...figure.byStrength].map(({ name, total, completion, onTime, overdue }) => [
    cutTo(name, 16),
    `${completion.successes} of ${completion.trials} done`,
    onTime.trials === 0 ? '' : `${onTime.successes} of ${onTime.trials} on time`,
    overdue === 0 ? '' : `${overdue} overdue`,
    ...(writer.width < 80 ? [] : [total > completion.trials ? `${total - completion.trials} cancelled or untold` : '']),
  ]);
  for (const row of rows(cells)) writer.line(cutTo(row, writer.width - 2));
  writer.says(figure);
}

const MOST_FACTORS = 10;

function factors({ factors: figure }: Figures, writer: Writer): void {
  writer.title('What contributed');
  const shown = figure.factors.filter(
    ({ count }, at) => at < MOST_FACTORS && (count > 1 || figure.factors.length <= 5),
  );
  const most = shown[0]?.count ?? 1;
  const columns = Math.max(10, Math.min(40, writer.width - 44));
  const cells = shown.map(({ name, isGuess, count, interval }) => [
    cutTo(`${name}${isGuess ? ' (guess)' : ''}`, 32),
    String(count),
    `${bar(count / most, columns)}${'reason' in interval || writer.width < 80 ? '' : `  ${percentInWords(interval.low)}–${percentInWords(interval.high)}`}`,
  ]);
  for (const row of rows(cells, [false, true])) writer.line(row);
  writer.says(figure);
}

const MOST_REPEATED = 5;

function repeats({ repeats: figures }: Figures, writer: Writer): void {
  writer.title('What came back');
  for (const figure of figures) {
    const cells = figure.groups
      .slice(0, MOST_REPEATED)
      .map(({ name, count }) => [cutTo(name, writer.width - 12), `${count} times again`.replace(/^1 times/, 'once')]);
    for (const row of rows(cells)) writer.line(row);
    writer.says(figure);
  }
}

function budgets({ budgets: figures }: Figures, writer: Writer): void {
  if (figures.length === 0) return;
  writer.title('Error budgets used');
  const columns = Math.max(8, Math.min(20, writer.width - 94));
  const isNarrow = writer.width < 90;
  const cells = figures.map(({ service, objective, window, consumed, bad, allowed }) => {
    const used = `${minutesInWords(bad)} of ${minutesInWords(allowed)}`;
    const shown = `${bar(consumed, columns)}${consumed > 1 ? '!' : ''}`;
    return isNarrow
      ? [cutTo(`${service}, ${window}`, writer.width - 22), percentInWords(consumed), shown]
      : [cutTo(`${service}, ${objective}`, 28), window, percentInWords(consumed), used, shown];
  });
  for (const row of rows(cells, isNarrow ? [false, true] : [false, false, true, true]))
    writer.line(cutTo(row, writer.width - 2));
  for (const note of figures[0]?.notes ?? [])
    for (const each of wrapped(note, writer.width - 4)) writer.line(`  ${writer.paint('dim', each)}`);
}

function timeOfWeek({ timeOfWeek: figure }: Figures, writer: Writer): void {
  writer.title(`When in the week (${figure.zone})`);
  if (figure.n > 0) for (const line of weekGrid(figure.cells)) writer.line(line);
  writer.says(figure);
}

function quality({ quality: figure }: Figures, writer: Writer): void {
  writer.title('What the documents tell');
  const of = Math.max(1, figure.n);
  const columns = Math.max(4, Math.min(20, writer.width - 46));
  const known = [
    ...figure.fields.map(({ name, known: count }) => ({ name, count })),
    ...figure.anchors.map(({ instant, known: count }) => ({ name: instant, count })),
  ];
  for (const row of rows(
    known.map(({ name, count }) => [name, String(count), bar(count / of, columns)]),
    [false, true],
  ))
    writer.line(row);
  for (const { metric, stated, compared, agree, differ } of figure.stated) {
    const told = `${metric}: stated by ${stated}, compared ${compared}, ${agree} agree, ${differ} differ`;
    for (const each of wrapped(told, writer.width - 2)) writer.line(each);
  }
  writer.says(figure);
}

function groups({ groups: found }: Insights, writer: Writer): void {
  if (found === null) return;
  writer.title(`By ${found.by}`);
  const isNarrow = writer.width < 90;
  const cells = found.members.map(
    ({
      name,
      insights: {
        frequency: often,
        durations: [first],
        actions: items,
      },
    }) => {
      const rate = 'reason' in often.rate ? '' : numberInWords(often.rate.rate);
      const range =
        'reason' in often.rate || isNarrow
          ? ''
          : ` (${numberInWords(often.rate.low)}–${numberInWords(often.rate.high)})`;
      const median = first === undefined || 'reason' in first.median ? null : first.median;
      const limits = median === null ? '' : ` (${minutesInWords(median.low)}–${minutesInWords(median.high)})`;
      return [
        cutTo(name, isNarrow ? 16 : 28),
        String(often.n),
        `${rate}${range}`,
        median === null ? 'cannot tell' : `${minutesInWords(median.median)}${limits}`,
        ...(isNarrow ? [] : [`${items.completion.successes} of ${items.completion.trials}`]),
      ];
    },
  );
  const header = ['', 'n', 'per 30 days', 'median time to resolve', ...(isNarrow ? [] : ['actions done'])];
  for (const row of rows([header, ...cells], [false, true])) writer.line(cutTo(row, writer.width - 2));
  for (const each of wrapped(found.note, writer.width - 4)) writer.line(`  ${writer.paint('dim', each)}`);
}
