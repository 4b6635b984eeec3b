import { same } from './assert.ts';
import {
  addMonths,
  calendarUnit,
  days,
  fineEnough,
  moved,
  named,
  spanOf,
  stepsFor,
  written,
  yearBefore,
} from '../main/web/app/span.ts';

const TODAY = '2026-11-29';

Deno.test('spans with a name end with today, or are those of the calendar', () => {
  const expected: Record<string, [string, string]> = {
    '1d': ['2026-11-29', '2026-11-30'],
    '7d': ['2026-11-23', '2026-11-30'],
    week: ['2026-11-23', '2026-11-30'],
    'last-week': ['2026-11-16', '2026-11-23'],
    month: ['2026-11-01', '2026-12-01'],
    'last-month': ['2026-10-01', '2026-11-01'],
    year: ['2026-01-01', '2027-01-01'],
    'last-year': ['2025-01-01', '2026-01-01'],
  };
  for (const [name, [from, to]] of Object.entries(expected)) {
    same(spanOf(name, TODAY), { from, to });
  }
});

Deno.test('where only days that are over have figures, the last seven are the seven before today, as lists have them', () => {
  same(spanOf('7d', TODAY, true), { from: '2026-11-22', to: '2026-11-29' });
  same(spanOf('1d', TODAY, true), { from: '2026-11-29', to: '2026-11-30' });
  same(spanOf('month', TODAY, true), { from: '2026-11-01', to: '2026-12-01' });
  same(named({ from: '2026-11-22', to: '2026-11-29' }, TODAY, true), '7d');
});

Deno.test('a span from day to day has both in it, of any year', () => {
  same(spanOf('2024-02-28..2024-02-29', TODAY), { from: '2024-02-28', to: '2024-03-01' });
  same(written({ from: '2024-02-28', to: '2024-03-01' }), '2024-02-28..2024-02-29');
});

Deno.test('what is no span means none', () => {
  for (const text of ['', 'weeks', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', '2026-03-01', '../..']) {
    same(spanOf(text, TODAY), null);
  }
});

Deno.test('the span before is as long, whole months are months again', () => {
  same(moved({ from: '2026-11-23', to: '2026-11-30' }, -1), { from: '2026-11-16', to: '2026-11-23' });
  same(moved({ from: '2026-03-01', to: '2026-04-01' }, -1), { from: '2026-02-01', to: '2026-03-01' });
  same(moved({ from: '2026-01-01', to: '2027-01-01' }, 1), { from: '2027-01-01', to: '2028-01-01' });
});

Deno.test('the same day of another month is the last one of a shorter month', () => {
  same(addMonths('2026-03-31', -1), '2026-02-28');
  same(addMonths('2024-02-29', 12), '2025-02-28');
  same(addMonths('2026-01-15', -1), '2025-12-15');
  same(yearBefore({ from: '2024-02-29', to: '2024-03-01' }), { from: '2023-02-28', to: '2023-03-01' });
});

Deno.test('a span is drawn in steps that are enough and not too many', () => {
  const day = { from: '2026-11-29', to: '2026-11-30' };
  const year = { from: '2026-01-01', to: '2027-01-01' };
  same(stepsFor(day, ['hour', 'day', 'month']), ['hour', 'day']);
  same(stepsFor(year, ['hour', 'day', 'month']), ['day', 'month']);
  same(stepsFor({ from: '2000-01-01', to: '2026-01-01' }, ['hour', 'day']), ['day']);
  same([day, { from: '2026-11-01', to: '2026-12-01' }, year].map(fineEnough), ['hour', 'day', 'month']);
  same(days(year), 365);
});

Deno.test('days that are a span with a name have that name again, months and years are called by theirs', () => {
  same(named({ from: '2026-11-01', to: '2026-12-01' }, TODAY), 'month');
  same(named({ from: '2026-11-16', to: '2026-11-23' }, TODAY), 'last-week');
  same(named({ from: '2026-09-01', to: '2026-10-01' }, TODAY), '2026-09-01..2026-09-30');
  same(calendarUnit({ from: '2026-09-01', to: '2026-10-01' }), '2026-09');
  same(calendarUnit({ from: '2024-01-01', to: '2025-01-01' }), '2024');
  same(calendarUnit({ from: '2024-02-01', to: '2025-02-01' }), null);
  same(calendarUnit({ from: '2026-09-02', to: '2026-10-02' }), null);
});
