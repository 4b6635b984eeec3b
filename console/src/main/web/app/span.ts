// The span of time that a page shows: days of the park's calendar, chosen by name or from day to day, kept in the address.
import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import { addDays } from './format.ts';
import { today } from './health.ts';
import { route, setQuery } from './route.ts';

/** Local days, the last one no longer in it. */
export interface Span {
  from: string;
  to: string;
}

/** Spans that have a name. They end with today, or the day before it, or with a calendar's unit. */
export const PRESETS = [
  '1d',
  '7d',
  '30d',
  '90d',
  '365d',
  'week',
  'last-week',
  'month',
  'last-month',
  'year',
  'last-year',
] as const;

export type Preset = (typeof PRESETS)[number];

const NAMED = new Set<string>(PRESETS);
const FROM_TO = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Whether a text of an address is a span that has a name. */
export function isPreset(text: string): text is Preset {
  return NAMED.has(text);
}

/**
 * The days that a text of an address means on a day, `2026-03-01..2026-03-31` with both; null where it means none.
 *
 * @param over whether the last so many days are those that are over, as figures are only given for these
 */
export function spanOf(text: string, day: string, over = false): Span | null {
  if (isPreset(text)) {
    return presetSpan(text, day, over);
  }
  const [, first, last] = FROM_TO.exec(text) ?? [];
  return first && last && isDay(first) && isDay(last) && first <= last ? { from: first, to: addDays(last, 1) } : null;
}

function presetSpan(preset: Preset, day: string, over = false): Span {
  switch (preset) {
    case 'week':
      return { from: monday(day), to: addDays(monday(day), 7) };
    case 'last-week':
      return { from: addDays(monday(day), -7), to: monday(day) };
    case 'month':
      return { from: firstOfMonth(day), to: addMonths(firstOfMonth(day), 1) };
    case 'last-month':
      return { from: addMonths(firstOfMonth(day), -1), to: firstOfMonth(day) };
    case 'year':
      return { from: `${year(day)}-01-01`, to: `${year(day) + 1}-01-01` };
    case 'last-year':
      return { from: `${year(day) - 1}-01-01`, to: `${year(day)}-01-01` };
    default: {
      const to = over && preset !== '1d' ? day : addDays(day, 1);
      return { from: addDays(to, -Number(preset.slice(0, -1))), to };
    }
  }
}

/** A span as the address writes it: the first and the last day. */
export function written({ from, to }: Span): string {
  return `${from}..${addDays(to, -1)}`;
}

/** What the address says of a span: its name, where it has one on a day, else its days. */
export function named(span: Span, day: string, over = false): string {
  const same = PRESETS.find((each) => {
    const { from, to } = presetSpan(each, day, over);
    return from === span.from && to === span.to;
  });
  return same ?? written(span);
}

/** The month or the year that a span is; null where it is none, or several. */
export function calendarUnit(span: Span): string | null {
  const months = wholeMonths(span);
  return months === 1 ? span.from.slice(0, 7) : months === 12 && month(span.from) === 1 ? span.from.slice(0, 4) : null;
}

/** How many days. */
export function days({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The span before this one that is as long, or the one after it. */
export function moved(span: Span, direction: 1 | -1): Span {
  const whole = wholeMonths(span);
  return whole
    ? { from: addMonths(span.from, whole * direction), to: addMonths(span.to, whole * direction) }
    : { from: addDays(span.from, days(span) * direction), to: addDays(span.to, days(span) * direction) };
}

/** The same days a year earlier. */
export function yearBefore({ from, to }: Span): Span {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}

/** How many months, where it is whole ones; else 0. */
function wholeMonths({ from, to }: Span): number {
  return from.endsWith('-01') && to.endsWith('-01') ? (year(to) - year(from)) * 12 + month(to) - month(from) : 0;
}

/** The same day of another month; the last one of a shorter month. */
export function addMonths(day: string, n: number): string {
  const index = year(day) * 12 + month(day) - 1 + n;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(`${nextMonth(first)}-01`, -1);
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

function nextMonth(day: string): string {
  const index = year(day) * 12 + month(day);
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Weeks begin on Monday (GB/T 7408). */
function monday(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

function year(day: string): number {
  return Number(day.slice(0, 4));
}

function month(day: string): number {
  return Number(day.slice(5, 7));
}

/** Whether the calendar has such a day. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const MOST_DAYS_OF_HOURS = 100;

/** A day that somebody could mean: a year that is being typed is 0002 before it is 2026. */
export function isMeant(day: string): boolean {
  return isDay(day) && day >= '1900-01-01';
}

/** The length of the periods that figures are given for. */
export type Step = 'hour' | 'day' | 'month';

/** The steps that draw a span with enough periods and not too many. */
export function stepsFor(span: Span, possible: readonly Step[]): Step[] {
  const fits: Record<Step, boolean> = {
    hour: days(span) <= MOST_DAYS_OF_HOURS,
    day: days(span) <= 1200,
    month: days(span) >= 28,
  };
  const fitting = possible.filter((each) => fits[each]);
  return fitting.length ? fitting : [possible[possible.length - 1]];
}

/** What the parameters `span` and `step` of the address say, and how to change them. */
export interface ChosenSpan {
  text: ComputedRef<string>;
  span: ComputedRef<Span>;
  step: ComputedRef<Step>;
  steps: ComputedRef<Step[]>;
  /** Whether the last so many days are those that are over. */
  over: boolean;
  choose: (text: string, keep?: boolean) => void;
  chooseStep: (step: Step) => void;
}

/**
 * The span of the page. What an address says that is no span is the usual one.
 *
 * @param possible steps there are figures for, the finest first
 * @param usualStep the step where the address names none, of those that fit the span
 * @param over whether the last so many days are those that are over
 */
export function useSpan(
  usually: string | (() => string),
  possible: readonly Step[],
  usualStep: (span: Span) => Step = fineEnough,
  over = false,
): ChosenSpan {
  const usual = () => (typeof usually === 'string' ? usually : usually());
  const text = computed(() => {
    const asked = route.value.query.span ?? usual();
    return spanOf(asked, today(), over) ? asked : usual();
  });
  const span = computed(() => spanOf(text.value, today(), over)!);
  const steps = computed(() => stepsFor(span.value, possible));
  const step = computed(() => {
    const asked = route.value.query.step as Step;
    const wanted = steps.value.includes(asked) ? asked : usualStep(span.value);
    return steps.value.includes(wanted) ? wanted : steps.value[0];
  });
  return {
    text,
    span,
    step,
    steps,
    over,
    choose: (value, keep = true) => setQuery({ span: value === usual() ? null : value, step: null }, keep),
    chooseStep: (value) => setQuery({ step: value }),
  };
}

/** Hours as far as they can be drawn. */
export function hourly(span: Span): Step {
  return days(span) <= MOST_DAYS_OF_HOURS ? 'hour' : 'day';
}

/** Hours for up to a week, days for up to four months, else months. */
export function fineEnough(span: Span): Step {
  return days(span) <= 8 ? 'hour' : days(span) <= 124 ? 'day' : 'month';
}
