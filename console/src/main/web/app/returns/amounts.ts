// Amounts as people type them: read, told in the other unit and in words, so that a wrong unit is seen before it is sent.
import { grouped } from '../format.ts';
import type { Language } from '../text.ts';

/** The number of base units in one of a unit. */
const PER_BASE: Record<string, number> = { 'cny-10000': 10_000, 'kwh-10000': 10_000, 'm3-10000': 10_000 };

/** The unit that another one is told in. */
const OTHER: Record<string, string> = {
  'cny': 'cny-10000',
  'cny-10000': 'cny',
  'kwh': 'kwh-10000',
  'kwh-10000': 'kwh',
  'm3': 'm3-10000',
  'm3-10000': 'm3',
};

/** The unit that figures of the API are in, which compares them in base units. */
const BASES: Record<string, string> = { 'CNY': 'cny', 'kWh': 'kwh', 'm3': 'm3', 't': 't', 'GJ': 'gj' };

export function unitOfBase(base: string): string | null {
  return BASES[base] ?? null;
}

/**
 * What somebody typed as a number: with commas or spaces between, in full width or not. Null where nothing is typed, undefined where it is no
 * number that the server takes.
 */
export function typed(text: string, negative = false): string | null | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s_]/g, '').replace('−', '-');
  if (plain === '') {
    return null;
  }
  const found = /^(-?)0*(\d{1,15})((?:\.\d{1,6})?)$/.exec(plain.startsWith('.') ? `0${plain}` : plain);
  return found && (negative || !found[1]) ? found[1] + found[2] + found[3] : undefined;
}

/** Moves the point of a decimal, exact. */
export function shifted(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole, rest = ''] = value.replace('-', '').split('.');
  const digits = whole + rest;
  const at = whole.length + places;
  const padded = at <= 0 ? '0'.repeat(1 - at) + digits : digits.padEnd(at, '0');
  const point = at <= 0 ? 1 : at;
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = padded.slice(point).replace(/0+$/, '');
  return sign + left + (right ? `.${right}` : '');
}

/** The same amount in the other unit; null where there is none. */
export function inOther(value: string, unit: string): { value: string; unit: string } | null {
  const other = OTHER[unit];
  return other ? { value: shifted(value, PER_BASE[unit] ? 4 : -4), unit: other } : null;
}

/** In base units. */
export function inBase(value: string, unit: string): string {
  return PER_BASE[unit] ? shifted(value, 4) : value;
}

/** An amount of a base unit, in another unit of that base. */
export function fromBase(value: string, unit: string): string {
  return grouped(PER_BASE[unit] ? shifted(value, -4) : value);
}

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿', '万亿'];

function chineseGroup(group: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
    } else {
      text += (gap ? '零' : '') + DIGITS[digit] + PLACES[place];
      gap = false;
    }
  }
  return text;
}

function chinese(whole: bigint): string {
  const groups: number[] = [];
  for (let rest = whole; rest > 0n; rest /= 10_000n) {
    groups.push(Number(rest % 10_000n));
  }
  let text = '';
  let gap = false;
  for (let i = groups.length - 1; i >= 0; i--) {
    if (groups[i] === 0) {
      gap = text !== '';
      continue;
    }
    const zero = text !== '' && (gap || groups[i] < 1_000);
    text += (zero ? '零' : '') + chineseGroup(groups[i]) + GROUPS[i];
    gap = false;
  }
  // One says 十二, not 一十二, where it comes first.
  return text.replace(/^一十/, '十') || '零';
}

const ONES = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
].join(' ').split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const THOUSANDS = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion', ' quintillion'];

function englishGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const below = rest < 20 ? ONES[rest] : TENS[Math.floor(rest / 10)] + (rest % 10 ? `-${ONES[rest % 10]}` : '');
  return [hundreds ? `${ONES[hundreds]} hundred` : '', rest ? below : ''].filter(Boolean).join(' ');
}

function english(whole: bigint): string {
  const groups: string[] = [];
  let place = 0;
  for (let rest = whole; rest > 0n; rest /= 1_000n) {
    const group = Number(rest % 1_000n);
    if (group) {
      groups.unshift(englishGroup(group) + THOUSANDS[place]);
    }
    place++;
  }
  return groups.join(' ') || 'zero';
}

/** A number in words, to the whole: what is behind the point is told in figures. */
export function spelled(value: string, language: Language): string {
  const negative = value.startsWith('-');
  const whole = BigInt(value.replace('-', '').split('.')[0]);
  return language === 'zh' ? (negative ? '负' : '') + chinese(whole) : (negative ? 'minus ' : '') + english(whole);
}
