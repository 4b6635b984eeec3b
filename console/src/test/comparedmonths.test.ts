import { equal } from './assert.ts';
import { axisText, energy, intensity } from '../main/web/app/comparedmonths.ts';
import { t } from '../main/web/app/text.ts';

Deno.test('that January and February are drawn by the month is said at the axis, where it is so', () => {
  equal(axisText('2026-02', energy()), t('month.1to2mean'));
  equal(axisText('2026-02', intensity()), t('month.1to2'));
});
