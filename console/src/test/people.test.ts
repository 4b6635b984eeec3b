import { equal, same } from './assert.ts';
import { draftsOf, grantsOf, kindsFor } from '../main/web/app/people/drafts.ts';
import { changesOf } from '../main/web/app/people/difference.ts';

const NOTHING = { district: false, parks: [], enterprises: [], outlets: [], devices: [] };

Deno.test('rights that are edited and not changed are the same', () => {
  const grants = [
    { role: 'operator' as const, scope: { ...NOTHING, district: true } },
    { role: 'officer' as const, scope: { ...NOTHING, parks: ['fucun', 'xiaoshun'] } },
  ];
  same(grantsOf(draftsOf(grants)), grants);
});

Deno.test('a right for things of several kinds is edited as several, which give the same together', () => {
  const drafts = draftsOf([{ role: 'officer', scope: { ...NOTHING, parks: ['fucun'], enterprises: ['steel-plant'] } }]);
  same(drafts.map((each) => [each.kind, each.ids]), [['parks', ['fucun']], ['enterprises', ['steel-plant']]]);
});

Deno.test('what a right is for stays to be chosen, though its role is not given for that any more', () => {
  equal(kindsFor({ role: 'leader', kind: 'outlets', ids: [] }).includes('outlets'), true);
  same(kindsFor({ role: 'auditor', kind: 'district', ids: [] }), ['district']);
});

Deno.test('of two states the fields that differ are told, and of what was made those that say anything', () => {
  same(changesOf({ state: 'OPEN', email: null, version: 1 }, { state: 'CLOSED', email: null, version: 2 }), [
    { field: 'state', before: 'OPEN', after: 'CLOSED' },
  ]);
  same(changesOf(null, { fullName: '王芳', email: null, first: false, version: 1 }), [
    { field: 'fullName', before: null, after: '王芳' },
  ]);
  same(changesOf(null, null), []);
});
