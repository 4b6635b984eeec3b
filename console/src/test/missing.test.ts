import { same } from './assert.ts';
import { missingReasons } from '../main/web/app/missing.ts';
import { say } from '../main/web/app/text.ts';

const ENERGY = { zh: '没有读数', en: 'no readings' };
const VALUE = { zh: '工业增加值尚未报送', en: 'the value added has not arrived' };

Deno.test('every reason why a figure of a month is missing is told once, and none of what is there', () => {
  const reasonTexts = { tce: ENERGY, ivaCny: VALUE, tcePer10kCny: VALUE, changePercent: ENERGY };
  same(missingReasons({ tce: null, ivaCny: null, tcePer10kCny: null, reasonTexts }), [say(ENERGY), say(VALUE)]);
  same(missingReasons({ tce: '12', ivaCny: null, tcePer10kCny: null, reasonTexts }), [say(VALUE)]);
  same(missingReasons({ tce: '12', ivaCny: '3', tcePer10kCny: '4', reasonTexts }), []);
});
