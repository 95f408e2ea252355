import { minutesInWords } from '@debrief/core';
import { pad } from './paint.ts';

/**
 * A bar of a share of so many columns; a part of a column shows as a thinner block, and nothing as nothing.
 *
 * @example bar(0.5, 8) // '████'
 */
export function bar(share: number, columns: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  const rest = eighths % 8;
  return `${'█'.repeat(Math.floor(eighths / 8))}${PARTS[rest] ?? ''}` || (share > 0 ? '▏' : '');
}

const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Round places of a log axis in minutes. */
const TICKS = [1, 5, 20, 60, 240, 960, 2_880, 10_080, 40_320, 161_280];

/** A line of places on a log axis from the least to the greatest minutes, and how to write on it. */
export interface LogAxis {
  readonly columns: number;
  readonly place: (minutes: number) => number;
  readonly ticks: () => string;
}

export function logAxis(values: readonly number[], columns: number): LogAxis {
  const low = Math.log(
    Math.max(
      0.5,
      values.reduce((least, value) => Math.min(least, value), Infinity),
    ) * 0.9,
  );
  const high = Math.log(values.reduce((most, value) => Math.max(most, value), 1) * 1.1);
  const place = (minutes: number): number => {
    const share = (Math.log(Math.max(minutes, 0.5)) - low) / Math.max(high - low, 0.1);
    return Math.min(columns - 1, Math.max(0, Math.round(share * (columns - 1))));
  };
  return { columns, place, ticks: () => ticksOn(place, columns, Math.exp(low), Math.exp(high)) };
}

function ticksOn(place: (minutes: number) => number, columns: number, low: number, high: number): string {
  let line = '';
  for (const tick of TICKS.filter((each) => each >= low && each <= high)) {
    const label = minutesInWords(tick);
    const from = Math.min(place(tick), columns - label.length);
    if (from >= line.length + (line === '' ? 0 : 2)) line = `${line.padEnd(from)}${label}`;
  }
  return line;
}

/** Each incident a dot, several at one place a digit, one that is not over an arrow. */
export function dots(axis: LogAxis, points: readonly { readonly minutes: number; readonly open: boolean }[]): string {
  const counts = Array.from({ length: axis.columns }, () => 0);
  const open = new Set<number>();
  for (const { minutes, open: isOpen } of points) {
    const at = axis.place(minutes);
    counts[at] = (counts[at] ?? 0) + 1;
    if (isOpen) open.add(at);
  }
  return counts
    .map((count, at) => (count === 0 ? ' ' : count > 9 ? '#' : count > 1 ? String(count) : open.has(at) ? '›' : '•'))
    .join('')
    .trimEnd();
}

/** `├──┼────┤` from the low to the high end, the middle at the estimate. */
export function whisker(
  axis: LogAxis,
  { low, high, median }: { readonly low: number; readonly high: number; readonly median: number },
): string {
  const [from, to, middle] = [axis.place(low), axis.place(high), axis.place(median)];
  const line: string[] = Array.from({ length: axis.columns }, (_, at) => (at < from || at > to ? ' ' : '─'));
  line[from] = '├';
  line[to] = '┤';
  line[middle] = '┼';
  return line.join('').trimEnd();
}

/** Rows in columns, the last one as long as it likes; numbers stand at the right. */
export function rows(cells: readonly (readonly string[])[], isNumber: readonly boolean[] = []): readonly string[] {
  const widths = (cells[0] ?? []).map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => {
        if (column === row.length - 1 && isNumber[column] !== true) return cell;
        return isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : pad(cell, widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Seven lines of 24 places, darker where more began. */
export function weekGrid(
  cells: readonly { readonly weekday: number; readonly hour: number; readonly count: number }[],
): readonly string[] {
  const most = cells.reduce((found, { count }) => Math.max(found, count), 0);
  const by = new Map(cells.map(({ weekday, hour, count }) => [`${weekday} ${hour}`, count]));
  const lines = DAYS.map((day, index) => {
    const places = Array.from({ length: 24 }, (_, hour) => {
      const count = by.get(`${index + 1} ${hour}`) ?? 0;
      return count === 0
        ? '· '
        : `${SHADES[Math.ceil((count / most) * 3) - 1] ?? '█'}${SHADES[Math.ceil((count / most) * 3) - 1] ?? '█'}`;
    });
    return `${day}  ${places.join('')}`.trimEnd();
  });
  return [
    `     ${[0, 6, 12, 18]
      .map((hour) => String(hour).padEnd(12))
      .join('')
      .trimEnd()}`,
    ...lines,
  ];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHADES = ['░', '▒', '█'];
