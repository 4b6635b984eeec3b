import { equal, same } from './assert.ts';
import { registerValue, timesRatio } from '../main/web/app/parts.ts';
import { t } from '../main/web/app/text.ts';

Deno.test('what a register shows is told with the ratio it is yet to be multiplied by', () => {
  equal(timesRatio('80'), t('point.timesRatio', { ratio: '80' }));
  same([timesRatio('1'), timesRatio('1.0'), timesRatio(null)], [null, null, null]);
  equal(registerValue('1234.5', 'kWh', '80').length, 2);
  equal(registerValue('1234.5', 'kWh', '1').length, 1);
});
