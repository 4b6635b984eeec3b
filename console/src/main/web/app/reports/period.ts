// The months and quarters that reports are of, and where the API answers them.
import { addMonths } from '../span.ts';

const MONTHS = 24;
const QUARTERS = 8;
const MONTHS_OF_QUARTER = 3;

/** Where the API answers the report that the address asks for: `/parks/fucun`; null where it asks for none. */
export function subjectPath(of: string): string | null {
  const [, kind, id] = /^(park|enterprise):(.+)$/.exec(of) ?? [];
  return of === 'district' ? '/district' : id ? `/${kind}s/${encodeURIComponent(id)}` : null;
}

/** The months that are over or run, the newest first. */
export function months(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`;
  return Array.from({ length: MONTHS }, (_, i) => addMonths(first, -i).slice(0, 7));
}

/** The quarters that are over or run, the newest first: `2026-Q3`. */
export function quarters(day: string): string[] {
  const month = Number(day.slice(5, 7)) - 1;
  const begin = addMonths(`${day.slice(0, 7)}-01`, -(month % MONTHS_OF_QUARTER));
  return Array.from({ length: QUARTERS }, (_, i) => {
    const each = addMonths(begin, -MONTHS_OF_QUARTER * i);
    return `${each.slice(0, 4)}-Q${Math.ceil(Number(each.slice(5, 7)) / MONTHS_OF_QUARTER)}`;
  });
}
