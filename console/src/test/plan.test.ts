// The plan's board: periods that have begun, and values that never read as reached where they are not.
import { equal, same } from './assert.ts';
import { periodsOf, shown } from '../main/web/app/plan/values.ts';

Deno.test('a plan has the quarters and years that have begun, newest first', () => {
  same(periodsOf(2025, 2027, '2026-05-31'), [
    '2026',
    '2026-Q2',
    '2026-Q1',
    '2025',
    '2025-Q4',
    '2025-Q3',
    '2025-Q2',
    '2025-Q1',
  ]);
  equal(periodsOf(2021, 2023, '2026-05-31').length, 15);
  same(periodsOf(2028, 2030, '2026-05-31'), []);
});

Deno.test('figures are rounded, but what is short of a target never reads as the target', () => {
  equal(shown('-8.78903'), '−8.79');
  equal(shown('64.567'), '64.57');
  equal(shown('1.005'), '1.01');
  equal(shown('-0.001'), '0.00');
  equal(shown('99.999999'), '99.999999');
  equal(shown('99.996'), '99.996');
  equal(shown('69.998', ['70']), '69.998');
  equal(shown('1234.5'), '1,234.5');
  equal(shown(null), '—');
});
