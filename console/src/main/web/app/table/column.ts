// Columns of tables, and what follows from them: the order of rows, their groups, and their text.
import type { VNodeChild } from 'vue';

/** What rows can be sorted by; those without it come last. */
export type Sortable = string | number | null | undefined;

/** A column of a table of rows `R`. */
export interface Column<R> {
  key: string;
  title: string;
  unit?: string | null;
  /** Whether it is right-aligned, and sorted from the largest first. */
  number?: boolean;
  class?: string;
  cell: (row: R) => VNodeChild;
  sort?: (row: R) => Sortable;
  /** What is copied; left out, what is shown. */
  text?: (row: R) => string;
  /** What rows can be put together by, as it is shown; null where a row belongs to none. */
  group?: (row: R) => string | null;
  /** What is added up for a group; null where a row has none. */
  sum?: (row: R) => number | null;
  /** What is shown of the rows of a group that are not added up. */
  summary?: (rows: R[]) => VNodeChild;
  /** How a sum is shown. */
  total?: (sum: number) => VNodeChild;
  /** Not shown until a reader chooses it. */
  extra?: boolean;
  /** Its name in the API, where that sorts and files by another. */
  code?: string;
}

/** The column that a table is sorted by. */
export interface Order {
  key: string;
  down: boolean;
}

/** An order as an address writes it: `-tce`. */
export function orderText(order: Order | null): string {
  return order ? (order.down ? '-' : '') + order.key : '';
}

/** The order that a text of an address means; null where it means none. */
export function orderOf(text: string | undefined): Order | null {
  return text ? { key: text.replace(/^-/, ''), down: text.startsWith('-') } : null;
}

/** Orders two values, those that are none last whichever way the sign goes. */
export function compare(a: Sortable, b: Sortable, sign: number): number {
  if (none(a) || none(b)) {
    return none(a) && none(b) ? 0 : none(a) ? 1 : -1;
  }
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
}

/** Made once: 10,000 rows are compared some 130,000 times. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

function none(value: Sortable): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

/** Rows in an order; as they came where there is none, or none of this column. */
export function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], order: Order | null): R[] {
  const sort = columns.find((each) => each.key === order?.key)?.sort;
  if (!sort || !order) {
    return [...rows];
  }
  const sign = order.down ? -1 : 1;
  return rows.map((row) => ({ row, by: sort(row) })).sort((a, b) => compare(a.by, b.by, sign)).map(({ row }) => row);
}

/** Rows that belong together, with what they add up to. */
export interface Group<R> {
  name: string | null;
  rows: R[];
  /** By the columns' keys; null where no row has one. */
  sums: Map<string, number | null>;
}

/** Rows by what a column says of them, in the order of the first of each; rows without it last. */
export function grouped<R>(rows: readonly R[], columns: readonly Column<R>[], by: Column<R>): Group<R>[] {
  const groups = new Map<string | null, R[]>();
  for (const row of rows) {
    const name = by.group!(row);
    const same = groups.get(name);
    if (same) {
      same.push(row);
    } else {
      groups.set(name, [row]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([name, members]) => ({ name, rows: members, sums: sums(members, columns) }));
}

/** What columns add up to that can be added up. */
export function sums<R>(rows: readonly R[], columns: readonly Column<R>[]): Map<string, number | null> {
  return new Map(
    columns.filter((each) => each.sum).map((column) => {
      const known = rows.map(column.sum!).filter((value): value is number => value !== null && !Number.isNaN(value));
      return [column.key, known.length ? known.reduce((total, value) => total + value, 0) : null];
    }),
  );
}
