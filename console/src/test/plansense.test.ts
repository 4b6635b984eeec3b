// Values as they are typed into a quarter of the board: what cannot be, and what is more often a slip, is said at the row.
import { equal, same } from './assert.ts';
import { faultOf, questionOf, sumWith } from '../main/web/app/plan/sense.ts';
import type { SenseRow } from '../main/web/app/plan/sense.ts';

const row = (more: Partial<SenseRow>): SenseRow => ({
  type: 'share',
  least: '0',
  most: '100',
  listed: null,
  before: null,
  ...more,
});
const before = (value: string) => ({ value, period: '2026-Q2' }) as SenseRow['before'];

Deno.test('a share is 0 to 100, an amount not below 0, and people write both as they are used to', () => {
  equal(faultOf(row({}), '250'), 'high');
  equal(faultOf(row({}), '66.5%'), null);
  equal(faultOf(row({ most: null }), '-4'), 'low');
  equal(faultOf(row({ most: null }), '１，０５０'), null);
  equal(faultOf(row({}), '约九成'), 'number');
  equal(faultOf(row({}), ''), null);
  equal(faultOf(row({ type: 'list', most: null }), '2.5'), 'whole');
  equal(faultOf(row({ type: 'growth', least: '-100', most: null }), '-5.2'), null);
});

Deno.test('ten times the last, or a tenth of it, and more seen to than listed are asked about', () => {
  equal(questionOf(row({ before: before('52') }), '520'), 'tenfold');
  equal(questionOf(row({ before: before('52') }), '5.2'), 'tenfold');
  equal(questionOf(row({ before: before('52') }), '519'), null);
  equal(questionOf(row({ before: before('0') }), '519'), null);
  const list = row({ type: 'list', listed: { listed: 2, unknown: 0, judged: 9 } });
  equal(questionOf(list, '12'), 'more-than-listed');
  equal(questionOf(list, '2'), null);
});

Deno.test('what a sum becomes is known where periods add up', () => {
  same([sumWith('1560.1', '520.2'), sumWith(null, '520'), sumWith('1', 'much')], ['2080.3', null, null]);
});
