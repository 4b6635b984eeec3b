import { equal, match, rejected, same } from './assert.ts';
import { send } from '../main/web/app/attachment/upload.ts';
import type { Sending } from '../main/web/app/attachment/upload.ts';

const CHUNK = 256 * 1024;
const SIZE = 600 * 1024;

/** A server that keeps what it is sent; `fault` may take its place for a request. */
async function serving(
  fault: (asked: string, n: number) => Response | 'before' | 'after' | null,
  test: (asked: string[], content: () => Uint8Array) => Promise<void>,
): Promise<void> {
  const real = globalThis.fetch;
  const asked: string[] = [];
  let content = new Uint8Array();
  const state = () => json({ id: 'u', name: 'a.jpg', bytes: SIZE, kept: content.length, begunAt: '' });
  globalThis.fetch = async (url, init) => {
    const line = `${init?.method} ${String(url).replace('/api/v1', '')}`;
    asked.push(line);
    init?.signal?.throwIfAborted();
    const instead = fault(line, asked.length);
    if (instead instanceof Response) {
      return instead;
    } else if (instead === 'before') {
      throw new TypeError('the line is broken');
    }
    if (init?.method === 'PATCH') {
      const chunk = new Uint8Array(await (init.body as Blob).arrayBuffer());
      content = Uint8Array.from([...content, ...chunk]);
    }
    if (instead === 'after') {
      throw new TypeError('the line broke before the answer was there');
    }
    return line.endsWith('/finish') ? json({ id: 'u', owner: null }) : state();
  };
  try {
    await test(asked, () => content);
  } finally {
    globalThis.fetch = real;
  }
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

function photo(): File {
  return new File([Uint8Array.from({ length: SIZE }, (_, at) => at % 251)], 'a.jpg');
}

async function sent(told: (sending: Sending) => void = () => {}, signal = new AbortController().signal) {
  const file = photo();
  return { file, made: await send(file, { told, pause: () => Promise.resolve(), signal }) };
}

Deno.test('a file is sent in chunks, each from where what is kept ends', () =>
  serving(() => null, async (asked, content) => {
    const kept: number[] = [];
    const { file, made } = await sent((now) => kept.push(now.kept));
    equal(made.id, 'u');
    same(asked, [
      'POST /uploads',
      'PATCH /uploads/u?offset=0',
      `PATCH /uploads/u?offset=${CHUNK}`,
      `PATCH /uploads/u?offset=${2 * CHUNK}`,
      'POST /uploads/u/finish',
    ]);
    same(kept, [0, CHUNK, 2 * CHUNK, SIZE]);
    same(content(), new Uint8Array(await file.arrayBuffer()));
  }));

Deno.test('over a line that breaks before and after chunks arrive, it goes on from what the server has', () =>
  serving(
    (asked, n) => n === 3 ? 'before' : n === 5 ? 'after' : asked.endsWith('/finish') && n < 10 ? 'after' : null,
    async (asked, content) => {
      const broken: boolean[] = [];
      const { file } = await sent((now) => broken.push(now.broken));
      same(content(), new Uint8Array(await file.arrayBuffer()));
      equal(broken.includes(true), true);
      equal(broken.at(-1), true);
      equal(asked.filter((each) => each.startsWith('GET')).length, 2);
    },
  ));

Deno.test('where a server answers that a chunk is out of step, it is asked what it has', () =>
  serving((_, n) => n === 3 ? json({ detail: 'gap' }, 409) : null, async (asked, content) => {
    await sent();
    equal(content().length, SIZE);
    equal(asked[3], 'GET /uploads/u');
  }));

Deno.test('what the server has against a file is said, and not tried again', () =>
  serving((asked) => asked.endsWith('/finish') ? json({ detail: 'no macros' }, 415) : null, async (asked) => {
    match((await rejected(sent())).message, /no macros/);
    equal(asked.filter((each) => each.endsWith('/finish')).length, 1);
  }));

Deno.test('a server that is away for a while is waited for', () =>
  serving((_, n) => n < 4 ? json({ detail: 'away' }, 503) : null, async (_, content) => {
    await sent();
    equal(content().length, SIZE);
  }));

Deno.test('an upload that is given up ends, and the server hears of it', () => {
  const abort = new AbortController();
  return serving((asked, n) => {
    if (n === 3) {
      abort.abort();
    }
    return asked.startsWith('DELETE') ? json({}) : null;
  }, async (asked) => {
    await rejected(sent(() => {}, abort.signal));
    equal(asked.includes('DELETE /uploads/u'), true);
  });
});
