import { equal } from './assert.ts';
import type { Limit } from '#api';
import { judged, outside, within } from '../main/web/app/limits.ts';
import type { Row } from '../main/web/app/limits.ts';

const limit = (confirmed: boolean) => ({ upper: '50', lower: null, confirmed }) as Limit;
const row = (value: string | null, verdict: Row['verdict'] = null) => ({ value, verdict, running: false }) as Row;

Deno.test('what a limit that is not confirmed is not seen to be exceeded by does not read as kept', () => {
  equal(judged(row('20'), [limit(false)], false), 'unconfirmed');
  equal(judged(row('20'), [limit(true)], false), 'kept');
  equal(judged(row('20', 'UNCONFIRMED'), [limit(true)], false), 'unconfirmed', 'by the limits of then');
  equal(judged(row('60'), [limit(false)], false), 'suspected');
  equal(outside(row('20'), [limit(false)], false), undefined);
});

Deno.test('what is not judged, or has no mean, does not read as kept', () => {
  equal(judged(row('20', 'NOT_JUDGED'), [limit(true)], false), 'notJudged');
  equal(judged({ ...row('20'), running: true }, [limit(true)], false), undefined);
  equal(judged({ ...row(null), value: undefined } as unknown as Row, [limit(true)], false), undefined);
});

Deno.test('periods within their limits stand together as the least sure of them', () => {
  const limits = [limit(true)];
  equal(within([row('20'), row('20', 'UNCONFIRMED')], limits, false), 'unconfirmed');
  equal(within([row('20'), row('20', 'NOT_JUDGED')], limits, false), 'kept');
  equal(within([row('20', 'NOT_JUDGED')], limits, false), 'notJudged');
});
