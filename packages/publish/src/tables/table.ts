/** What a cell holds before anything is made of it: a text, a plain number, or nothing known. */
export type Cell = string | number | null;

/** How the numbers of a column are meant; shares are between 0 and 1, durations in minutes. */
export type ColumnKind = 'text' | 'number' | 'minutes' | 'days' | 'share' | 'probability' | 'day';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Three columns that a small picture in each row shows: an estimate and its interval. */
export interface RangeColumns {
  readonly low: string;
  readonly value: string;
  readonly high: string;
  /** `log` for ratios and durations. */
  readonly scale: 'linear' | 'log';
  /** Where nothing is gained or lost: 1 for a ratio. */
  readonly reference: number | null;
}

/** The numbers behind a figure. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly range: RangeColumns | null;
}

/** Columns by name and kind, in order. */
export function columns(kinds: Readonly<Record<string, ColumnKind>>): readonly Column[] {
  return Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
}

/** The same table without the columns in which nothing is known, apart from the first. */
export function withoutEmptyColumns({ columns: all, rows, range }: Table): Table {
  const kept = all.map((_, index) => index === 0 || rows.some((row) => (row[index] ?? null) !== null));
  return {
    columns: all.filter((_, index) => kept[index]),
    rows: rows.map((row) => row.filter((_, index) => kept[index])),
    range,
  };
}
