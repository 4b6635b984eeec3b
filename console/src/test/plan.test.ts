// The plan's board: periods that have begun, and values that never read as reached where they are not.
import { equal, same } from './assert.ts';
import { cut, pasted, periodsOf } from '../main/web/app/plan/values.ts';

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

Deno.test('what is short of a hundred never reads as a hundred', () => {
  equal(cut('99.999999'), '99.99');
  equal(cut('-4.9999'), '−4.99');
  equal(cut('1234.5'), '1,234.5');
  equal(cut(null), '—');
});

const LINES = [
  { number: '12', type: 'cumulative' },
  { number: '13.1', type: 'share' },
  { number: '15', type: 'qualitative' },
];

Deno.test('a column from a spreadsheet goes down the board from where it is pasted', () => {
  same(pasted('1,234.5\r\n70%\r\n进行中\r\n', LINES, 0), {
    into: [{ line: 0, value: '1234.5' }, { line: 1, value: '70' }, { line: 2, value: 'under-way' }],
    misfits: [],
  });
  same(pasted('70\n\n', LINES, 1), null);
  same(pasted('70\t比上季高', LINES, 1), { into: [{ line: 1, value: '70', words: '比上季高' }], misfits: [] });
});

Deno.test('a table that begins with numbers of targets goes to these, whatever its order, and what fits nowhere is said', () => {
  same(pasted('15\t已完成\n12\t600', LINES, 2), {
    into: [{ line: 2, value: 'done' }, { line: 0, value: '600' }],
    misfits: [],
  });
  same(pasted('12\t约600\n13.1\t—', LINES, 0), { into: [], misfits: ['12 约600'] });
  same(pasted('1\n2\n3', LINES, 2), { into: [], misfits: ['1', '2', '3'] });
});

Deno.test('one value is no table', () => {
  equal(pasted('600', LINES, 0), null);
});
