import { oneLine } from './one-line.ts';
import { cutTo, pad } from './paint.ts';

export interface FoundPostmortem {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly severity: string | null;
  readonly startedAt: string | null;
  readonly createdAt: string;
  readonly openActions: number;
}

/** A post-mortem of a server on one line: its id, day, severity, state, open actions and title. */
export function foundLine({ id, state, title, severity, startedAt, createdAt, openActions }: FoundPostmortem): string {
  const columns = [
    id,
    (startedAt ?? createdAt).slice(0, 10),
    pad(cutTo(oneLine(severity ?? '?'), 8), 8),
    pad(state, 9),
    pad(openActions === 0 ? '' : `${openActions} open`, 8),
    cutTo(oneLine(title), 200),
  ];
  return `${columns.join('  ').trimEnd()}\n`;
}
