import { equal, rejected } from './assert.ts';
import { load, replaced } from '../main/web/app/load.ts';

const OWN = 'http://localhost/a/chunk-NEWEST01.js';

async function withPage<T>(page: () => Response, test: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve().then(page);
  try {
    return await test();
  } finally {
    globalThis.fetch = real;
  }
}

const naming = (name: string) => () => new Response(`<script type="module" src="/a/${name}"></script>`);

Deno.test('a part that loads is given as it is', async () => {
  equal(await load(() => Promise.resolve(7)), 7);
});

Deno.test('a file that is gone while the page still names this version is a failure and no reason to load the page anew', async () => {
  sessionStorage.clear();
  equal(await withPage(naming('chunk-NEWEST01.js'), () => replaced(OWN)), false);
});

Deno.test('a page that names another version is loaded anew, once for each version', async () => {
  sessionStorage.clear();
  equal(await withPage(naming('chunk-OTHER002.js'), () => replaced(OWN)), true);
  equal(await withPage(naming('chunk-OTHER002.js'), () => replaced(OWN)), false);
  equal(await withPage(naming('chunk-THIRD003.js'), () => replaced('http://localhost/a/chunk-OTHER002.js')), true);
});

Deno.test('nothing is loaded anew from a server that does not answer', async () => {
  sessionStorage.clear();
  const failure = await rejected(withPage(() => new Response('', { status: 503 }), () => replaced(OWN)));
  equal(failure.message, '/: 503');
  equal(sessionStorage.length, 0);
});
