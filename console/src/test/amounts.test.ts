import { same } from './assert.ts';
import { fromBase, inBase, inOther, shifted, spelled, typed } from '../main/web/app/returns/amounts.ts';

Deno.test('what is typed with commas, in full width or with spaces is a number', () => {
  same(typed('1,200.50'), '1200.50');
  same(typed('１２００'), '1200');
  same(typed(' 007 '), '7');
  same(typed('.5'), '0.5');
  same(typed(''), null);
  same(typed('-5', true), '-5');
  same(typed('-5'), undefined);
  same(typed('1.2.3'), undefined);
  same(typed('much'), undefined);
  same(typed('1234567890123456'), undefined);
});

Deno.test('an amount is told in the other unit, to the last digit', () => {
  same(inOther('720.5', 'cny-10000'), { value: '7205000', unit: 'cny' });
  same(inOther('12', 'cny'), { value: '0.0012', unit: 'cny-10000' });
  same(inOther('98000', 'kwh'), { value: '9.8', unit: 'kwh-10000' });
  same(inOther('5', 't'), null);
  same(inBase('1.5', 'kwh-10000'), '15000');
  same(fromBase('15000000', 'cny-10000'), '1,500');
  same(shifted('-0.00015', 4), '-1.5');
  same(shifted('0', -4), '0');
});

Deno.test('numbers are read out as people say them', () => {
  same(spelled('7205000', 'zh'), '七百二十万五千');
  same(spelled('12', 'zh'), '十二');
  same(spelled('100010', 'zh'), '十万零一十');
  same(spelled('10000001', 'zh'), '一千万零一');
  same(spelled('300000000', 'zh'), '三亿');
  same(spelled('0.5', 'zh'), '零');
  same(spelled('7205012', 'en'), 'seven million two hundred five thousand twelve');
  same(spelled('-21', 'en'), 'minus twenty-one');
});
