import { axisX, axisY, cell, text, type Markish } from '@observablehq/plot';
import type { TimeOfWeek } from '@debrief/core';
import { weekdays } from '../words/day-words.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';

/** Beginnings by weekday and hour; hours in threes where the picture is narrow. Null without a beginning. */
export function timeOfWeekPlot({ cells }: TimeOfWeek, drawing: Drawing): Drawn | null {
  const { theme, width } = drawing;
  const hours = width < narrowWidth ? 3 : 1;
  const counts = countsByCell(cells, hours);
  const most = Math.max(0, ...counts.map(({ count }) => count));
  if (most === 0) return null;
  const columns = Array.from({ length: 24 / hours }, (_, index) => index * hours);
  const all = weekdays.flatMap((weekday) => columns.map((hour) => ({ weekday, hour })));
  const written = most < (hours === 1 ? 1000 : 100_000);
  const marks: Markish[] = [
    axisX(hours === 1 ? columns.filter((hour) => hour % 3 === 0) : columns, {
      label: null,
      tickSize: 0,
      color: theme.soft,
      text: (hour: number) => String(hour).padStart(2, '0'),
    }),
    axisY([...weekdays], { label: null, tickSize: 0, color: theme.soft }),
    cell(all, { x: 'hour', y: 'weekday', fill: theme.line, fillOpacity: 0.45, inset: 1 }),
    cell(counts, {
      x: 'hour',
      y: 'weekday',
      fill: theme.heat,
      fillOpacity: { value: ({ count }: { count: number }) => 0.14 + 0.5 * Math.sqrt(count / most), scale: null },
      inset: 1,
    }),
    ...(written
      ? [
          text(counts, {
            x: 'hour',
            y: 'weekday',
            text: ({ count }: { count: number }) => String(count),
            fill: theme.ink,
            fontSize: most > 99 ? 9 : 11,
          }),
        ]
      : []),
  ];
  return drawPlot(
    {
      height: 7 * 24 + 36,
      marginLeft: 40,
      marginRight: 4,
      marginTop: 8,
      marginBottom: 28,
      x: { type: 'band', domain: columns, padding: 0 },
      y: { type: 'band', domain: [...weekdays], padding: 0 },
      marks,
    },
    drawing,
  );
}

function countsByCell(cells: TimeOfWeek['cells'], hours: number) {
  const counts = new Map<string, { weekday: string; hour: number; count: number }>();
  for (const { weekday, hour, count } of cells) {
    const name = weekdays[weekday - 1];
    if (name === undefined || !(hour >= 0 && hour < 24) || !(count > 0)) continue;
    const first = Math.floor(hour / hours) * hours;
    const key = `${name} ${first}`;
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { weekday: name, hour: first, count: before + count });
  }
  return [...counts.values()];
}
