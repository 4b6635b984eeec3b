import { equal, ok, same } from './assert.ts';
import { multiplied } from '../main/web/app/acceptance/multiplied.ts';
import { bodyOf, faults, lineOf, unitsOf } from '../main/web/app/acceptance/draft.ts';
import { t } from '../main/web/app/text.ts';
import type { SheetDraft } from '../main/web/app/acceptance/draft.ts';

function draft(changed: Partial<SheetDraft['lines'][number]>): SheetDraft {
  const point = {
    id: 'm-kwh',
    name: { zh: '表', en: 'meter' },
    kind: 'REGISTER' as const,
    unit: 'kWh',
    registered: '60',
  };
  return { serial: ' DTSD341 ', remark: '', lines: [{ ...lineOf(point), ...changed }] };
}

Deno.test('a reading is sent once it has its time and its value, with the digits that were typed', () => {
  const half = bodyOf(
    draft({ first: { at: '', value: '60315.0' }, second: { at: '2026-11-23T09:20:30', value: '60907.50' } }),
    3,
  );
  const lines = half.lines as Record<string, unknown>[];
  same(half.version, 3);
  same(half.serial, 'DTSD341');
  same(half.remark, null);
  same(lines[0].first, null);
  same(lines[0].second, { at: '2026-11-23T01:20:30Z', value: '60907.50' });
});

Deno.test('plates are those of transformers, or that there are none', () => {
  const of = (changed: Partial<SheetDraft['lines'][number]>) =>
    (bodyOf(draft(changed), 0).lines as Record<string, unknown>[])[0].nameplate;
  same(of({ ct: '300/5' }), { ct: '300/5', pt: null, factor: null });
  same(of({ ct: '300/5', direct: true }), { direct: true });
});

Deno.test('what is no ratio and no number is named and waits', () => {
  same([...faults(draft({ ct: '300/5', first: { at: '', value: '-12.5' } }))], []);
  same([...faults(draft({ ct: '60', pt: 'a/b', second: { at: '', value: '1,2' } }))], [
    'm-kwh.ct',
    'm-kwh.pt',
    'm-kwh.second',
  ]);
});

Deno.test('a display may show other units of the same quantity', () => {
  ok(unitsOf('kWh').includes('MWh'));
  same(unitsOf('mg/m3'), ['mg/m3']);
});

Deno.test('a secondary value is shown with what it is multiplied by, a primary one is not', () => {
  const platform = { value: null, least: null, most: null, before: null, after: null, missing: null };
  const reading = { at: null, value: '1005.280', primary: '60316.8', platform, percent: null };
  const line = { side: 'SECONDARY' as const, unit: 'kWh', nameplateRatio: '60' };
  equal(
    multiplied(reading, line),
    t('acceptance.multiplied', { value: '1005.280', ratio: '60', primary: '60,316.8', unit: 'kWh' }),
  );
  equal(multiplied({ ...reading, primary: null }, { ...line, nameplateRatio: null }), null);
  equal(multiplied(reading, { ...line, side: 'PRIMARY' }), null);
});
