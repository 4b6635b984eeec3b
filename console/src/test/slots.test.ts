import { same } from './assert.ts';
import { notOver, slotOf, slots, spanOfSlot, spanOfSlots } from '../main/web/app/chart/slots.ts';

Deno.test('every period of a span has a place, whether or not something is known of it', () => {
  same(slots({ from: '2026-02-27', to: '2026-03-02' }, 'day'), ['2026-02-27', '2026-02-28', '2026-03-01']);
  same(slots({ from: '2025-11-01', to: '2026-02-01' }, 'month'), ['2025-11', '2025-12', '2026-01']);
  const hours = slots({ from: '2026-03-01', to: '2026-03-03' }, 'hour');
  same([hours.length, hours[0], hours[47]], [48, '2026-03-01T00', '2026-03-02T23']);
});

Deno.test("a row lies in the period in which it begins, by the park's clock", () => {
  same(slotOf('2026-03-01T05:00:00+08:00', 'hour'), '2026-03-01T05');
  same(slotOf('2026-03-01', 'day'), '2026-03-01');
  same(slotOf('2026-03-01', 'month'), '2026-03');
});

Deno.test('a period that runs or is to come lacks nothing, one that is over may', () => {
  const now = '2026-11-29T14:03:00';
  same(['2026-10', '2026-11', '2026-12'].map((slot) => notOver(slot, now)), [false, true, true]);
  same(['2026-11-28', '2026-11-29'].map((slot) => notOver(slot, now)), [false, true]);
  same(['2026-11-29T13', '2026-11-29T14', '2026-11-29T15'].map((slot) => notOver(slot, now)), [false, true, true]);
});

Deno.test('a closer look at a month is its days, at a day or an hour its hours', () => {
  same(spanOfSlot('2026-02'), { from: '2026-02-01', to: '2026-03-01' });
  same(spanOfSlot('2026-02-28T23'), { from: '2026-02-28', to: '2026-03-01' });
  same(spanOfSlots('2026-02', '2026-04'), { from: '2026-02-01', to: '2026-05-01' });
});
