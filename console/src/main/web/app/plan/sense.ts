// Whether a value that is typed can be, and whether it is more often a slip: said at its row, before it is saved. The server asks the same.
import type { BoardRow } from '#api';
import { numberIn, valueIn } from './values.ts';

/** What of a row its values are held against. */
export type SenseRow = Pick<BoardRow, 'type' | 'least' | 'most' | 'listed' | 'before'>;

export type Fault = 'number' | 'whole' | 'low' | 'high';

/** Why a text cannot be a value of a target; null where it can, or says nothing. */
export function faultOf(row: SenseRow, text: string): Fault | null {
  const value = valueIn(text, row);
  if (value === null) {
    return 'number';
  }
  if (value === '' || row.type === 'qualitative') {
    return null;
  }
  if (row.least !== null && Number(value) < Number(row.least)) {
    return 'low';
  }
  if (row.most !== null && Number(value) > Number(row.most)) {
    return 'high';
  }
  return row.type === 'list' && !Number.isInteger(Number(value)) ? 'whole' : null;
}

/** So many times as much, or so small a part, is asked about. */
const SUDDEN = 10;

/** What is asked of a value that can be; null where nothing is. */
export function questionOf(row: SenseRow, text: string): 'tenfold' | 'more-than-listed' | null {
  const value = row.type === 'qualitative' ? null : numberIn(text);
  if (value === null) {
    return null;
  }
  if (row.type === 'list') {
    return row.listed && Number(value) > row.listed.listed ? 'more-than-listed' : null;
  }
  const now = Math.abs(Number(value));
  const before = Math.abs(Number(row.before?.value ?? 0));
  return now && before && (now >= SUDDEN * before || before >= SUDDEN * now) ? 'tenfold' : null;
}

/** What a cumulative target comes to with a value of the period; null where it adds to nothing, or is none. */
export function sumWith(beside: string | null, text: string): string | null {
  const value = numberIn(text);
  return beside === null || value === null ? null : String(Number((Number(beside) + Number(value)).toFixed(6)));
}
