// Values and periods of a plan as they are written.
import { grouped } from '../format.ts';

/** Cut to two digits and never rounded, so that 99.996 does not read as 100. */
export function cut(text: string | null | undefined): string {
  return text === null || text === undefined ? '—' : grouped(text.replace(/(\.\d{2})\d+$/, '$1'));
}

/** The quarters and years of a plan that have begun, newest first. */
export function periodsOf(firstYear: number, lastYear: number, today: string): string[] {
  const [year, month] = today.split('-').map(Number);
  const periods: string[] = [];
  for (let y = Math.min(lastYear, year); y >= firstYear; y--) {
    periods.push(String(y));
    for (let q = 4; q >= 1; q--) {
      if (y < year || q <= Math.ceil(month / 3)) {
        periods.push(`${y}-Q${q}`);
      }
    }
  }
  return periods;
}

/** A line of the board as a value is typed into it. */
export interface PasteLine {
  number: string;
  type: string;
}

/** What of a pasted table goes into which line, and what fits nowhere. */
export interface Pasted {
  into: { line: number; value: string; words?: string }[];
  misfits: string[];
}

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
const DONE: [RegExp, string][] = [
  [/^(done|已完成|完成)$/i, 'done'],
  [/^(under-way|under way|进行中|推进中)$/i, 'under-way'],
  [/^(not-begun|not begun|未启动|未开始)$/i, 'not-begun'],
];

function valueIn(cell: string, line: PasteLine): string | null {
  if (cell === '' || cell === '—' || cell === '-') {
    return '';
  }
  if (line.type === 'qualitative') {
    return DONE.find(([words]) => words.test(cell))?.[1] ?? null;
  }
  const plain = cell.replace(/[,，\s%]/g, '').replace('−', '-');
  return NUMBER.test(plain) ? plain : null;
}

/**
 * A table from a spreadsheet, put into the lines of the board: by the numbers in its first column where all are numbers of targets that have a value
 * beside them, else from the line that it was pasted in downwards. A second column goes with the value as its words. Null where it is no table.
 */
export function pasted(text: string, lines: PasteLine[], at: number): Pasted | null {
  const rows = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').map((row) =>
    row.split('\t').map((cell) => cell.trim())
  );
  if (rows.length === 1 && rows[0].length === 1) {
    return null;
  }
  const numbered = rows.every((row) => row.length > 1 && lines.some((line) => line.number === row[0]));
  const taken = new Set<number>();
  const found: Pasted = { into: [], misfits: [] };
  rows.forEach((row, i) => {
    const line = numbered ? lines.findIndex((each, n) => each.number === row[0] && !taken.has(n)) : at + i;
    const [cell, words] = numbered ? row.slice(1) : row;
    const value = lines[line] ? valueIn(cell, lines[line]) : null;
    if (value === null) {
      found.misfits.push(row.join(' '));
    } else if (value !== '') {
      taken.add(line);
      found.into.push(words ? { line, value, words } : { line, value });
    }
  });
  return found;
}
