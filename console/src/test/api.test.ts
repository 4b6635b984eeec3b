import { equal, match, rejected, same } from './assert.ts';
import { changePassword, get, post, query, Refusal, session, signIn, signOut } from '../main/web/app/api.ts';
import { saveList } from '../main/web/app/download.ts';
import { language } from '../main/web/app/text.ts';

interface Asked {
  url: string;
  method?: string;
  body?: string;
  language?: string | null;
}

/** Answers requests of a test in the server's place, and tells what was asked. */
async function answering(answer: () => Response, test: (asked: Asked[]) => Promise<void>) {
  const real = globalThis.fetch;
  const asked: Asked[] = [];
  globalThis.fetch = (url, init) => {
    asked.push({
      url: String(url),
      method: init?.method,
      body: init?.body as string | undefined,
      language: new Headers(init?.headers).get('accept-language'),
    });
    return Promise.resolve().then(answer);
  };
  try {
    await test(asked);
  } finally {
    globalThis.fetch = real;
  }
}

const json = (value: unknown, status = 200, headers: HeadersInit = {}) =>
  new Response(JSON.stringify(value), { status, headers });

Deno.test('parameters without a value are left out of a query', () => {
  equal(
    query('/alerts', { enterprise: 'a b', park: null, state: '', scope: undefined, limit: 50 }),
    '/alerts?enterprise=a+b&limit=50',
  );
  equal(query('/alerts', { park: null }), '/alerts');
  equal(query('/x', { n: 0, on: false }), '/x?n=0&on=false');
});

Deno.test('a read gives what the server said', async () => {
  await answering(() => json({ parks: [], district: null }), async (asked) => {
    same(await get<'/parks'>('/parks'), { parks: [], district: null });
    same(asked.map(({ url, method, body }) => [url, method, body]), [['/api/v1/parks', 'GET', undefined]]);
  });
});

Deno.test('a change is sent as JSON', async () => {
  await answering(() => json({}), async (asked) => {
    await post<'/alerts/{id}/acknowledge'>('/alerts/c-1/acknowledge', { comment: '已阅' });
    same(asked.map(({ url, method, body }) => [url, method, body]), [
      ['/api/v1/alerts/c-1/acknowledge', 'POST', '{"comment":"已阅"}'],
    ]);
  });
});

Deno.test('the server is asked in the language of the session, whatever that of the browser is', async () => {
  for (const [shown, named] of [['zh', 'zh-CN'], ['en', 'en']] as const) {
    language.value = shown;
    await answering(() => json({ detail: 'no' }, 404), async (asked) => {
      await rejected(get<'/parks'>('/parks'));
      await rejected(post<'/session'>('/session', {}));
      await rejected(saveList('/standings', 'csv'));
      same(asked.map((request) => request.language), [named, named, named]);
    });
  }
});

Deno.test("a refusal has the server's own sentence, status and time to wait", async () => {
  await answering(() => json({ detail: 'limit: "0" is not allowed' }, 429, { 'retry-after': '10' }), async () => {
    const { message, status, retryAfter } = (await rejected(get<'/parks'>('/parks'))) as Refusal;
    same([message, status, retryAfter], ['limit: "0" is not allowed', 429, '10']);
  });
});

Deno.test('what something else than the server answers is told by its status', async () => {
  language.value = 'en';
  await answering(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }), async () => {
    equal((await rejected(get<'/parks'>('/parks'))).message, 'The server answered with status 502.');
  });
});

Deno.test('a server that cannot be reached is told in the language of the session', async () => {
  const away = () => {
    throw new TypeError('Failed to fetch');
  };
  for (const [wanted, message] of [['en', /cannot be reached/], ['zh', /无法连接服务器/]] as const) {
    language.value = wanted;
    await answering(away, async () => match((await rejected(get<'/parks'>('/parks'))).message, message));
  }
});

Deno.test('who is no longer known is signed out here too', async () => {
  await answering(
    () => json({ signedIn: true, signInRequired: true, userName: 'officer' }),
    () => signIn('officer', 'x'),
  );
  equal(session.value?.userName, 'officer');
  await answering(() => json({ detail: 'sign in' }, 401), async () => {
    await rejected(get<'/parks'>('/parks'));
  });
  same([session.value?.signedIn, session.value?.userName], [false, null]);
});

Deno.test('a question of the session before, answered late, does not end the one of now', async () => {
  const signedIn = { signedIn: true, signInRequired: true, userName: 'officer' };
  await answering(() => json(signedIn), () => signIn('officer', 'x'));
  let answer: (late: Response) => void = () => {};
  const real = globalThis.fetch;
  globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
  const late = rejected(get<'/parks'>('/parks'));
  globalThis.fetch = real;
  await answering(() => json(signedIn), () => changePassword('x', 'another one'));
  answer(json({ detail: 'sign in' }, 401));
  await late;
  equal(session.value?.signedIn, true);
});

Deno.test('signing out asks the server to end the session', async () => {
  await answering(() => json({ signedIn: false, signInRequired: true }), async (asked) => {
    await signOut();
    same([asked[0].method, asked[0].url, session.value?.signedIn], ['DELETE', '/api/v1/session', false]);
  });
});
