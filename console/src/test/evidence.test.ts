import { equal } from './assert.ts';
import { lasts, unconfirmed } from '../main/web/app/evidence.ts';

type Case = Parameters<typeof lasts>[0];
type Row = Parameters<typeof lasts>[1];

const row = (from: string, to: string, outcome: Row['outcome']) =>
  ({ from: `2026-11-24T${from}:00+08:00`, to: `2026-11-24T${to}:00+08:00`, outcome }) as Row;

Deno.test('what is silent is so until now while its case is open, and no longer than until it is heard again', () => {
  const silent = row('16:47', '16:48', 'RAISES');
  const open = { rule: 'device-silent', state: 'OPEN', evidence: [silent] } as Case;
  equal(lasts(open, silent), true);
  equal(lasts({ ...open, state: 'CLEARED' }, silent), false);
  const heard = row('17:10', '17:12', 'HOLDS');
  equal(lasts({ ...open, evidence: [silent, heard] }, silent), false);
  equal(lasts({ ...open, evidence: [silent, heard] }, heard), false);
  equal(lasts({ ...open, rule: 'limit-exceeded' }, silent), false);
});

Deno.test('a mean below a limit that is not confirmed does not read as kept', () => {
  const clear = { ...row('16:00', '17:00', 'CLEARS'), confirmed: false };
  equal(unconfirmed({ rule: 'limit-exceeded' }, clear), true);
  equal(unconfirmed({ rule: 'limit-exceeded' }, { ...clear, confirmed: true }), false);
  equal(unconfirmed({ rule: 'energy-decline-behind' }, clear), false);
});
