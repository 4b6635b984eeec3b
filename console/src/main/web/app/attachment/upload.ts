// Sends a file over a line that may break: in chunks, each kept by the server before the next, and on from what is kept.
import type { Attachment, Upload } from '#api';
import { Refusal, refusalOf, request } from '../api.ts';

/** Small enough to arrive over a bad line at all, large enough not to wait for answers most of the time. */
const CHUNK = 256 * 1024;
const LONGEST_PAUSE_MS = 15_000;

/** Statuses that say nothing of the file: the server, or a proxy before it, is not there now. */
const AWAY = [429, 500, 502, 503, 504];

/** A status of a chunk that does not begin where what is kept ends: the answer before it was lost. */
const OUT_OF_STEP = 409;

export interface Sending {
  /** Of the file; the server has so many. */
  kept: number;
  /** Whether the line is broken, and it is tried again. */
  broken: boolean;
}

export interface Sender {
  /** What the page shows. */
  told: (sending: Sending) => void;
  /** Waits before the next try; ends early where somebody, or the browser, knows that the line is back. */
  pause: (ms: number) => Promise<void>;
  /** Ends everything. */
  signal: AbortSignal;
}

/** Sends all of a file; throws what the server has against it. */
export async function send(file: File, { told, pause, signal }: Sender): Promise<Attachment> {
  let kept = 0;
  let failed = 0;

  /** Again and again, until the server answers. */
  async function answered<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await ask();
        failed = 0;
        return answer;
      } catch (cause) {
        if (signal.aborted || cause instanceof Refusal && !AWAY.includes(cause.status)) {
          throw cause;
        }
        told({ kept, broken: true });
        await pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failed++));
        signal.throwIfAborted();
      }
    }
  }

  const begun = await answered(() =>
    json<Upload>('POST', '/uploads', JSON.stringify({ name: file.name, bytes: file.size }), signal)
  );
  const path = `/uploads/${begun.id}`;
  signal.addEventListener('abort', () => void json('DELETE', path).catch(() => null));
  while (kept < file.size) {
    told({ kept, broken: false });
    const chunk = file.slice(kept, kept + CHUNK);
    // Of a chunk whose answer was lost only the server knows whether it has it.
    kept = (await answered(async () => {
      if (failed > 0) {
        kept = (await json<Upload>('GET', path, undefined, signal)).kept;
        return { kept };
      }
      return await json<Upload>('PATCH', `${path}?offset=${kept}`, chunk, signal)
        .catch(async (cause) => {
          if (cause instanceof Refusal && cause.status === OUT_OF_STEP) {
            return await json<Upload>('GET', path, undefined, signal);
          }
          throw cause;
        });
    })).kept;
  }
  told({ kept, broken: false });
  return await answered(() => json<Attachment>('POST', `${path}/finish`, '{}', signal));
}

async function json<T>(method: string, path: string, body?: string | Blob, signal?: AbortSignal): Promise<T> {
  const type = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const response = await request(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': type },
    body,
    signal,
  });
  if (!response.ok) {
    throw await refusalOf(response);
  }
  return JSON.parse(await response.text());
}
