// Tables pasted into a quarter of the board: what is not certain goes nowhere, and is named.
import { equal, same } from './assert.ts';
import { pasted } from '../main/web/app/plan/paste.ts';
import { numberIn, valueIn } from '../main/web/app/plan/values.ts';

const LINES = [
  { number: '12', type: 'cumulative', names: ['低效用地盘活', 'Land'] },
  { number: '13.1', type: 'share', names: ['厂房改造', 'Workshops'] },
  { number: '14', type: 'list', names: ['亩均税收清单', 'Tax list'] },
  { number: '15', type: 'qualitative', names: ['差别化政策', 'Policies'] },
];
const into = (text: string, at = 0) => pasted(text, LINES, at, ['2026 年第 3 季度', '2026 Q3']);

Deno.test('a column from a spreadsheet goes down the board from where it is pasted', () => {
  same(into('1,234.5\r\n70%\r\n3\n进行中\r\n'), {
    into: [
      { line: 0, value: '1234.5' },
      { line: 1, value: '70' },
      { line: 2, value: '3' },
      { line: 3, value: 'under-way' },
    ],
    misfits: [],
  });
  same(into('70\n\n', 1), null);
  same(into('70\t比上季高', 1), { into: [{ line: 1, value: '70', words: '比上季高' }], misfits: [] });
  same(into('数值\n600\n\n5'), { into: [{ line: 0, value: '600' }, { line: 2, value: '5' }], misfits: [] });
});

const BOTH = [{ line: 3, value: 'done' }, { line: 0, value: '600' }];

Deno.test('a table that begins with numbers of targets goes to these, whatever its order', () => {
  same(into('15\t已完成\n12\t600', 2), { into: BOTH, misfits: [] });
  same(into('12\t约600\n13.1\t—'), { into: [], misfits: ['12 约600'] });
  same(into('1\n2\n3\n4\n5\n6', 2), {
    into: [{ line: 2, value: '1' }],
    misfits: ['2', '3', '4', '5', '6'],
  });
});

Deno.test('a head, a blank row and a number that nobody knows put nothing at another target', () => {
  same(into('编号\t数值\t说明\n15\t已完成\t\n\t\t\n12\t600\t三季度\n', 1), {
    into: [{ line: 3, value: 'done' }, { line: 0, value: '600', words: '三季度' }],
    misfits: [],
  });
  same(into('15\t已完成\n\n99\t4\n12\t600', 1), { into: BOTH, misfits: ['99 4'] });
  same(into('98\t4\n99\t5\n97\t6'), { into: [], misfits: ['98 4', '99 5', '97 6'] });
  same(into('Number\tValue\n99\t5'), { into: [], misfits: ['99 5'] });
});

Deno.test('a name between number and value is known as one, with a head and without', () => {
  same(into('15\t差别化政策\t已完成\n12\t低效用地盘活\t600\t按季'), {
    into: [{ line: 3, value: 'done' }, { line: 0, value: '600', words: '按季' }],
    misfits: [],
  });
  same(into('编号\t名称\t数值\n15\t差别化政策\t已完成\n12\t别的名称\t600'), { into: BOTH, misfits: [] });
});

Deno.test('what the board copies is pasted into the quarter that it is of, and into no other', () => {
  const board = [
    '序号\t目标\t状态灯\t目标值\t期间\t数值\t累计完成',
    '12\t低效用地盘活\t绿\t≥ 6,000 亩\t2026 年第 3 季度\t520\t5,510 亩',
    '13.1\t厂房改造\t灰\t≥ 150\t2025 年（全年）\t30\t—',
    '14\t亩均税收清单\t黄\t—\t2026 年第 3 季度\t列入 5 家；已处理 2 家\t2 家',
    '15\t差别化政策\t绿\t—\t2026 年第 3 季度\t已完成\t—',
  ].join('\n');
  same(into(board), {
    into: [{ line: 0, value: '520' }, { line: 2, value: '2' }, { line: 3, value: 'done' }],
    misfits: ['13.1 2025 年（全年） 30'],
  });
  // Without its head nobody knows which of its columns is the value.
  same(into(board.split('\n').slice(1).join('\n'))!.into, []);
});

Deno.test('one value is no table', () => {
  equal(into('600'), null);
});

Deno.test('numbers are taken as people write them, pasted or typed', () => {
  equal(numberIn('66.5%'), '66.5');
  equal(numberIn('1,050'), '1050');
  equal(numberIn('１，０５０．５％'), '1050.5');
  equal(numberIn('−4'), '-4');
  equal(numberIn('约九成'), null);
  equal(valueIn(' ', { type: 'share' }), '');
});
