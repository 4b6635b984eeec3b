// Numbers and times for people. Rounding happens here only; tooltips have the exact text.
import { t, word } from './text.ts';

/** A decimal as the API has it; null or left out where there is none. */
export type Decimal = string | number | null | undefined;

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred numbers do. */
function numbers(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = formats.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, known);
  return known;
}

/** A decimal given as text, grouped and rounded to `digits`, the minus as people write it; null where there is none. */
export function rounded(text: string | number, digits: number): string;
export function rounded(text: Decimal, digits: number): string | null;
export function rounded(text: Decimal, digits: number): string | null {
  if (text === null || text === undefined) {
    return null;
  }
  return numbers(digits, digits).format(Number(text)).replace('-', '−');
}

/** All digits of a decimal, grouped, the minus as people write it. */
export function grouped(text: string | number): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(String(text)) ?? ['', '', String(text), ''];
  return (sign ? '−' : '') + whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + rest;
}

/** Digits that keep about four significant places. */
export function digitsFor(text: string | number): number {
  const size = Math.abs(Number(text));
  return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
}

const SIGNIFICANT = 4;
const MOST_DECIMALS = 12;

/**
 * Digits after the point of a figure that is judged against bounds, the same as in cases and mails: four significant ones, as many as the
 * bounds have, and more where it would otherwise read like the bound it differs from.
 */
export function judgedDigits(value: string | number, bounds: readonly Decimal[]): number {
  const number = Number(value);
  const size = number === 0 ? 0 : Math.floor(Math.log10(Math.abs(number)));
  const known = bounds.filter((each) => each !== null && each !== undefined).map(Number);
  const ofBounds = known.map((each) => String(each).split('.')[1]?.length ?? 0);
  let digits = Math.min(MOST_DECIMALS, Math.max(0, SIGNIFICANT - 1 - size, ...ofBounds));
  const same = () => known.some((bound) => bound !== number && Number(number.toFixed(digits)) === bound);
  while (digits < MOST_DECIMALS && same()) {
    digits++;
  }
  return digits;
}

/** A judged figure in a line of text: as in cases and mails, without zeros at its end. */
export function judgedText(value: string | number, bounds: readonly Decimal[]): string {
  const shown = rounded(value, judgedDigits(value, bounds));
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown;
}

/** Digits after the point of a change that is judged against a target: two, and more where it would read like the target. */
export function changeDigits(value: string | number, target: Decimal): number {
  let digits = 2;
  while (
    digits < MOST_DECIMALS && target !== null && target !== undefined && Number(value) !== Number(target) &&
    Number(Number(value).toFixed(digits)) === Number(target)
  ) {
    digits++;
  }
  return digits;
}

/** As many digits after the point as any of some values has: in a column none loses the zeros that it was read with. */
export function commonDigits(values: readonly Decimal[]): number {
  return Math.min(6, Math.max(0, ...values.map((each) => String(each ?? '').split('.')[1]?.length ?? 0)));
}

/** A limit as the permit writes it: no digits it does not have. */
export function plain(text: string | number): string {
  return numbers(0, 6).format(Number(text)).replace('-', '−');
}

/** With its sign, the minus as people write it. */
export function signed(text: Decimal, digits: number): string | null {
  const value = rounded(text, digits);
  return value === null ? null : Number(text) > 0 ? `+${value}` : value;
}

export function share(value: number | null): string {
  if (value === null) return '—';
  return `${numbers(0, 1).format(floored(value) * 100)} %`;
}

/** A share to a tenth of a percent, rounded down so that 99.96 % does not read as complete. */
export function floored(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}

/** Times come with the park's offset and are shown in it, whatever the browser's zone. */
export function dateTime(text: string | null | undefined): string {
  return text ? text.slice(0, 16).replace('T', ' ') : '';
}

/** The day of a time, in the park's zone. */
export function dayOf(text: string | null | undefined): string {
  return text ? text.slice(0, 10) : '';
}

export function clockTime(text: string | null | undefined): string {
  return text ? text.slice(11, 19) : '';
}

/** The tooltip of a time: to the second, with its offset. */
export function exactTime(text: string | null | undefined): string {
  return text ? text.replace('T', ' ') : '';
}

/** A length of time in one unit, rounded down. */
export function duration(seconds: number): string;
export function duration(seconds: number | null | undefined): string | null;
export function duration(seconds: number | null | undefined): string | null {
  if (seconds === null || seconds === undefined) {
    return null;
  }
  if (seconds < 60) {
    return t('duration.seconds', { n: seconds });
  }
  if (seconds < 7200) {
    return t('duration.minutes', { n: Math.floor(seconds / 60) });
  }
  if (seconds < 172800) {
    return t('duration.hours', { n: Math.floor(seconds / 3600) });
  }
  return t('duration.days', { n: Math.floor(seconds / 86400) });
}

const NO_UNIT = new Set(['pH', '[pH]', '1']);

/** Units as people write them; quantities without one, such as pH, have none. */
export function unitText(unit: string | null | undefined): string {
  const text = !unit || NO_UNIT.has(unit) ? '' : word('unit', unit);
  return text.replace('m3', 'm³').replace('Cel', '°C').replace('ug/', 'µg/');
}

/** The period of a month's year-to-date figure: January to that month. */
export function yearToDate(from: string): string {
  const month = Number(from.slice(5, 7));
  return month === 1
    ? t('period.january', { year: from.slice(0, 4) })
    : t('period.yearToDate', { year: from.slice(0, 4), month: word('month', month) });
}

/** The same as a label of an axis: January to the month. */
export function upToMonth(from: string): string {
  const month = Number(from.slice(5, 7));
  return month === 1 ? word('month', 1) : t('period.upTo', { month: word('month', month) });
}

/** Value added in the unit of statistics, 10,000 CNY, grouped; null where there is none. */
export function tenThousandCny(cny: Decimal, digits = 1): string | null {
  return cny === null || cny === undefined ? null : rounded(Number(cny) / 10_000, digits);
}

export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A size in the largest decimal unit that leaves something before the point. */
export function bytes(size: number): string {
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < SIZES.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${numbers(0, unit === 0 || value >= 100 ? 0 : 1).format(value)} ${SIZES[unit]}`;
}
