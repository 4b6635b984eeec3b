// Why an enterprise is not on a list of a plan.
import { same } from './assert.ts';
import { failing } from '../main/web/app/plan/failing.ts';
import type { Check } from '../main/web/app/plan/failing.ts';

const check = (what: Check['what'], holds: boolean | null, either = false): Check => ({
  what,
  year: 2025,
  value: '1',
  relation: 'at-least',
  wanted: '2',
  holds,
  either,
});
const kept = (...checks: Check[]) => failing(checks).map((each) => each.what);

Deno.test('what fails keeps off a list; of two of which one is enough, both have to', () => {
  same(kept(check('sales-cny', false, true), check('tax-cny', true, true), check('performance-class', false)), [
    'performance-class',
  ]);
  same(kept(check('sales-cny', false, true), check('tax-cny', false, true)), ['sales-cny', 'tax-cny']);
  same(kept(check('sales-cny', false, true), check('tax-cny', null, true), check('land-percent', null)), []);
});
