import { same } from './assert.ts';
import { parse } from '../main/web/app/route.ts';

Deno.test('an address without a page is the overview', () => {
  for (const hash of ['', '#', '#/']) {
    same(parse(hash), { path: '/', parts: [], query: {} });
  }
});

Deno.test('an address names a page, what it is about, and parameters', () => {
  same(parse('#/enterprises/hengda-tools?tab=energy&year=2026'), {
    path: '/enterprises/hengda-tools',
    parts: ['enterprises', 'hengda-tools'],
    query: { tab: 'energy', year: '2026' },
  });
});

Deno.test('parts and parameters are decoded; a question mark in a parameter stays', () => {
  same(parse('#/parks/%E5%9B%AD%2F1?search=a%20b%3F&x=?'), {
    path: '/parks/%E5%9B%AD%2F1',
    parts: ['parks', '园/1'],
    query: { search: 'a b?', x: '?' },
  });
});

Deno.test('what is no percent encoding stays as it was typed', () => {
  same(parse('#/parks/50%').parts, ['parks', '50%']);
});
