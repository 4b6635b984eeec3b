import { ok, same } from './assert.ts';
import { bodyOf, faults, lineOf, unitsOf } from '../main/web/app/acceptance/draft.ts';
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
