// A table from a spreadsheet, or the board's own copy, put into the lines of the form. Whatever is not certain is left out and named: a value at a
// wrong target is worse than none.
import { normal, valueIn } from './values.ts';
import type { ValueLine } from './values.ts';

/** A line of the form as a value is pasted into it. */
export interface PasteLine extends ValueLine {
  number: string;
  /** What the target is called, in each language: tables often have that beside the number. */
  names: string[];
}

/** What of a pasted table goes into which line, and what fits nowhere. */
export interface Pasted {
  into: { line: number; value: string; words?: string }[];
  misfits: string[];
}

const HEADS = {
  number: /^(序号|编号|目标编号|no\.?|number|target no\.?)$/i,
  value: /^(数值|本期数值|本期|完成数|完成值|value)$/i,
  words: /^(说明|备注|note|notes|words|remarks?)$/i,
  name: /^(目标|名称|目标名称|指标|指标名称|target|name)$/i,
  period: /^(期间|period)$/i,
};
type Head = keyof typeof HEADS;
type Heads = Partial<Record<Head, number>>;

/** Beyond this place no value stands where no head says so. */
const LAST_VALUE_PLACE = 2;

/** Where the columns are, by a head; null where the row is none. */
function headsOf(row: string[]): Heads | null {
  const heads: Heads = {};
  for (const name of Object.keys(HEADS) as Head[]) {
    const at = row.findIndex((cell) => HEADS[name].test(normal(cell)));
    if (at >= 0) {
      heads[name] = at;
    }
  }
  return Object.keys(heads).length ? heads : null;
}

/** Whether the first column has numbers of targets, if only some of them are known: else values would go to targets by their place. */
function beginsWithNumbers(rows: string[][], lines: PasteLine[]): boolean {
  if (rows.every((row) => row.length < 2)) {
    return false;
  }
  const known = rows.filter((row) => lines.some((line) => line.number === normal(row[0]))).length;
  const valued = rows.filter((row) => isNumber(row[1] ?? '') || isNumber(row[2] ?? '')).length;
  return 2 * known >= rows.length || valued > 0;
}

function isNumber(cell: string): boolean {
  return Boolean(valueIn(cell, { type: 'share' }));
}

/** Where the values are in a table without a head: beside the number, or beside the name that follows it. */
function valuePlace(rows: string[][], lines: PasteLine[]): number {
  const named = rows.filter((row) => row.length > 2).filter((row) =>
    lines.some((line) => line.number === normal(row[0]) && line.names.some((name) => name === row[1]))
  );
  const values = (at: number) =>
    rows.filter((row) => {
      const line = lines.find((each) => each.number === normal(row[0]));
      return line && valueIn(row[at] ?? '', line);
    }).length;
  return named.length || (values(1) === 0 && values(LAST_VALUE_PLACE) > 0) ? LAST_VALUE_PLACE : 1;
}

/**
 * What of a text goes where. A table with a head is read by it; one whose first column looks like numbers of targets goes to these and to nothing
 * else; any other goes from the line that it was pasted in downwards, its second column as the value's note.
 *
 * @param period what the form's period is called, in each language; a row that says another is not of it
 * @returns null where it is no table
 */
export function pasted(text: string, lines: PasteLine[], at: number, period: string[] = []): Pasted | null {
  const table = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').map((row) =>
    row.split('\t').map((cell) => cell.trim())
  );
  if (table.length === 1 && table[0].length === 1) {
    return null;
  }
  const first = table.findIndex((row) => row.some(Boolean));
  const heads = first < 0 ? null : headsOf(table[first]);
  const rows = heads ? table.slice(first + 1) : table;
  const filled = rows.filter((row) => row.some(Boolean));
  if (heads ? heads.number !== undefined : beginsWithNumbers(filled, lines)) {
    const value = heads ? heads.value : valuePlace(filled, lines);
    const words = heads ? heads.words : value! + 1;
    return byNumber(filled, lines, { number: heads?.number ?? 0, value, words, period: heads?.period }, period);
  }
  return downwards(rows, lines, at, heads?.value ?? 0, heads ? heads.words : 1);
}

function byNumber(rows: string[][], lines: PasteLine[], heads: Heads, period: string[]): Pasted {
  const taken = new Set<number>();
  const found: Pasted = { into: [], misfits: [] };
  for (const row of rows) {
    const number = normal(row[heads.number!] ?? '');
    const line = lines.findIndex((each, n) => each.number === number && !taken.has(n));
    // A line is of one row, also where that says nothing: of several with a number, as those of parks, each has its own.
    taken.add(line);
    const cell = heads.value === undefined ? null : row[heads.value] ?? '';
    const value = cell === null || line < 0 ? null : valueIn(cell, lines[line]);
    const of = heads.period === undefined ? '' : row[heads.period] ?? '';
    if (value === '') {
      continue;
    }
    if (value === null || (of && of !== '—' && period.length && !period.includes(of))) {
      found.misfits.push([number, of, cell ?? ''].filter(Boolean).join(' '));
      continue;
    }
    const words = heads.words === undefined ? '' : row[heads.words] ?? '';
    found.into.push(words ? { line, value, words } : { line, value });
  }
  return found;
}

function downwards(rows: string[][], lines: PasteLine[], at: number, place: number, note?: number): Pasted {
  const found: Pasted = { into: [], misfits: [] };
  rows.forEach((row, i) => {
    const line = at + i;
    const value = lines[line] ? valueIn(row[place] ?? '', lines[line]) : row.some(Boolean) ? null : '';
    const words = note === undefined ? '' : row[note] ?? '';
    if (value === null) {
      found.misfits.push(row.filter(Boolean).join(' '));
    } else if (value !== '') {
      found.into.push(words ? { line, value, words } : { line, value });
    }
  });
  return found;
}
