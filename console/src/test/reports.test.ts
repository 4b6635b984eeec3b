import { months, quarters, subjectPath } from '../main/web/app/reports/period.ts';
import { same } from './assert.ts';

Deno.test('months and quarters that a report can be of begin with those that run', () => {
  same(months('2026-01-15').slice(0, 3), ['2026-01', '2025-12', '2025-11']);
  same(quarters('2026-01-15').slice(0, 3), ['2026-Q1', '2025-Q4', '2025-Q3']);
  same(quarters('2026-12-31').slice(0, 2), ['2026-Q4', '2026-Q3']);
});

Deno.test('what a report is of is asked for where the API answers it', () => {
  same(subjectPath('district'), '/district');
  same(subjectPath('park:fucun'), '/parks/fucun');
  same(subjectPath('enterprise:a b/c'), '/enterprises/a%20b%2Fc');
  same(subjectPath(''), null);
  same(subjectPath('outlet:x'), null);
});
