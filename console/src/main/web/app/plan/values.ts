// Values and periods of a plan as they are written.
import { grouped } from '../format.ts';

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

/** What a target takes, as a value of it is read. */
export interface ValueLine {
  type: string;
}

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
const DONE: [RegExp, string][] = [
  [/^(done|已完成|完成)$/i, 'done'],
  [/^(under-way|under way|进行中|推进中)$/i, 'under-way'],
  [/^(not-begun|not begun|未启动|未开始)$/i, 'not-begun'],
];
/** What the board says of a list, of which only how many are seen to is typed. */
const SEEN_TO = /已处理\s*(\d+)\s*家|(\d+) seen to/;
const LISTED = /列入\s*\d+\s*家|\d+ listed/;

/** A text as it is compared: full-width digits and signs as the plain ones, without blanks around. */
export function normal(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A number as the API takes it, of what people write: 66.5%, 1,050, full-width digits; null where it is none. */
export function numberIn(text: string): string | null {
  const plain = normal(text).replace(/[,，\s%]/g, '').replace('−', '-');
  return NUMBER.test(plain) ? plain : null;
}

/** The value of a target in a cell, or typed; empty for none, null where it is not one. */
export function valueIn(cell: string, line: ValueLine): string | null {
  const text = normal(cell);
  if (['', '—', '-', '–'].includes(text)) {
    return '';
  }
  if (line.type === 'qualitative') {
    return DONE.find(([words]) => words.test(text))?.[1] ?? null;
  }
  if (line.type === 'list' && LISTED.test(text)) {
    const seenTo = SEEN_TO.exec(text);
    return seenTo ? seenTo[1] ?? seenTo[2] : '';
  }
  return numberIn(text);
}

/** Digits behind the point as they are shown, and as many as there are at most. */
const SHOWN = 2;
const MOST = 6;

/**
 * Rounded to two digits behind the point, and to more where it would otherwise read like the amount that it is short of, so that 99.996 does not
 * read as 100.
 */
export function shown(text: string | null | undefined, bounds: readonly (string | null)[] = ['100']): string {
  if (text === null || text === undefined) {
    return '—';
  }
  const digits = text.split('.')[1]?.length ?? 0;
  const value = Number(text);
  const of = bounds.filter((each) => each !== null).map(Number);
  let to = Math.min(digits, SHOWN);
  while (to < Math.min(digits, MOST) && of.some((each) => value !== each && Number(value.toFixed(to)) === each)) {
    to++;
  }
  return digits > to ? grouped(rounding(text, to)) : grouped(text);
}

/** Half away from 0, on the digits themselves: 1.005 is no binary number. */
function rounding(text: string, to: number): string {
  const negative = text.startsWith('-');
  const [whole, rest] = text.replace('-', '').split('.');
  const up = rest[to] >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + rest.slice(0, to)) + up).padStart(to + 1, '0');
  const kept = to ? `${digits.slice(0, -to)}.${digits.slice(-to)}` : digits;
  return (negative && /[1-9]/.test(kept) ? '-' : '') + kept;
}
