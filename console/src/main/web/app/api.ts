// Requests to the server. A refusal becomes an Error with the server's own sentence, in the language of the session.
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue';
import type { ShallowRef } from 'vue';
import type { Answers, Changes, Orders, Problem, Puts, Session } from '#api';
import { refreshed } from './events.ts';
import { language, languageTag, loadTexts, t } from './text.ts';

/** Who is signed in; null until it is known. */
export const session = ref<Session | null>(null);

const REMEMBERED = 'greenpark-session';

/**
 * Takes whoever was signed in last for signed in until the server says who is: the page asks for what it shows at once, and one answer
 * later it is there, or the sign-in. False where nobody was.
 */
export function assumeSession(): boolean {
  session.value = remembered();
  return session.value !== null;
}

function remembered(): Session | null {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null');
  } catch {
    // What is no session says nothing; the server does.
    return null;
  }
}

watch(session, (now) => {
  if (now?.signedIn) {
    localStorage.setItem(REMEMBERED, JSON.stringify(now));
  } else {
    localStorage.removeItem(REMEMBERED);
  }
});

/** The server did not do what it was asked. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly retryAfter: string | null,
    /** Tells refusals of one status apart; null where the status says it all. */
    readonly type: string | null = null,
    /** What is wrong of each entry of a list that was sent, where that is told. */
    readonly rows: Problem['rows'] = undefined,
  ) {
    super(message);
  }
}

let asking = 0;

/** Whether an answer is still awaited. */
export function isAsking(): boolean {
  return asking > 0;
}

async function ask(method: string, path: string, body?: unknown): Promise<string> {
  asking++;
  try {
    const response = await send(method, path, body);
    if (response.ok) {
      return await response.text();
    }
    throw await refusalOf(response);
  } finally {
    asking--;
  }
}

/** What a response says that is not what was asked for; a session that is over ends here, too. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text();
  // A question of before, answered after another password was chosen, says nothing of the session of now.
  if (response.status === 401 && session.value?.signedIn && askedIn.get(response) === session.value) {
    session.value = { ...session.value, signedIn: false, userName: null };
  }
  await loadTexts();
  const said = problem(text);
  const message = said?.detail ?? t('error.status', { status: response.status });
  return new Refusal(message, response.status, response.headers.get('retry-after'), said?.type ?? null, said?.rows);
}

/** In which session was asked what a response answers. */
const askedIn = new WeakMap<Response, Session | null>();

/** A request below `/api/v1`. The browser would name its own language, which may be another than the session's. */
export async function request(
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: BodyInit; signal?: AbortSignal } = {},
): Promise<Response> {
  const under = session.value;
  const headers = { ...init.headers, 'accept-language': languageTag() };
  const response = await fetch(`/api/v1${path}`, { ...init, headers });
  askedIn.set(response, under);
  return response;
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await request(
      path,
      body === undefined
        ? { method }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
  } catch (cause) {
    await loadTexts();
    throw new Error(t('error.unreachable'), { cause });
  }
}

/** What the server says of a refusal; null where something else answered, such as a proxy. */
function problem(text: string): Partial<Problem> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads; `P` is the path as the API's description has it, e.g. `/parks/{id}`. */
export async function get<P extends keyof Answers>(path: string): Promise<Answers[P]> {
  return JSON.parse(await ask('GET', path));
}

/** Changes something; `P` is the path as the API's description has it. */
export async function post<P extends keyof Orders>(path: string, body: unknown): Promise<Orders[P]> {
  return JSON.parse(await ask('POST', path, body));
}

/** Puts something in the place of what is there; `P` is the path as the API's description has it. */
export async function put<P extends keyof Puts>(path: string, body: unknown): Promise<Puts[P]> {
  return JSON.parse(await ask('PUT', path, body));
}

/** Changes part of something that is there; `P` is the path as the API's description has it. */
export async function patch<P extends keyof Changes>(path: string, body: unknown): Promise<Changes[P]> {
  return JSON.parse(await ask('PATCH', path, body));
}

export async function loadSession(): Promise<void> {
  session.value = await get<'/session'>('/session');
}

/** @param code of the second factor, where the account has one */
export async function signIn(userName: string, password: string, code: string | null = null): Promise<void> {
  session.value = await post<'/session'>(
    '/session',
    code === null ? { userName, password } : { userName, password, code },
  );
}

/** Another password; the session goes on, all others of the account end. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  session.value = await post<'/session/password'>('/session/password', { password, newPassword });
}

/** Sets the password that was chosen by a mailed link; opens no session. */
export function acceptInvitation(token: string, newPassword: string): Promise<Orders['/session/invitation']> {
  return post<'/session/invitation'>('/session/invitation', { token, newPassword });
}

/** Begins to set a second factor up. */
export function beginSecondFactor(password: string): Promise<Orders['/session/second-factor']> {
  return post<'/session/second-factor'>('/session/second-factor', { password });
}

/** Takes the second factor into use; the answer has the session as it is then, and recovery codes. */
export function confirmSecondFactor(code: string): Promise<Orders['/session/second-factor/confirmation']> {
  return post<'/session/second-factor/confirmation'>('/session/second-factor/confirmation', { code });
}

/** Makes other recovery codes; the answer has them beside the session. */
export function renewRecoveryCodes(
  password: string,
  code: string,
): Promise<Orders['/session/second-factor/recovery-codes']> {
  return post<'/session/second-factor/recovery-codes'>('/session/second-factor/recovery-codes', { password, code });
}

export async function removeSecondFactor(password: string, code: string): Promise<void> {
  session.value = await post<'/session/second-factor/removal'>('/session/second-factor/removal', { password, code });
}

export async function signOut(): Promise<void> {
  session.value = JSON.parse(await ask('DELETE', '/session'));
}

/** A path with a query string of parameters; those without a value are left out. */
export function query(path: string, parameters: Record<string, unknown>): string {
  const given = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name, String(value)]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Data that keeps itself fresh. */
export interface Live<T> {
  data: ShallowRef<T | null>;
  error: ShallowRef<Error | null>;
  refresh: () => Promise<void>;
}

/**
 * Data that keeps itself fresh: requests it now, whenever the path changes, and again every `seconds` while the page is visible.
 * An unchanged answer is the same object, so that nothing is redrawn for it. Nothing is requested while the path is null.
 */
export function live<P extends keyof Answers>(path: () => string | null, seconds = 15): Live<Answers[P]> {
  const data: ShallowRef<Answers[P] | null> = shallowRef(null);
  const error = shallowRef<Error | null>(null);
  let last: string | null = null;
  let asked: string | null = null;
  let questions = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function refresh(): Promise<void> {
    const wanted = path();
    if (wanted === null) {
      return;
    }
    if (wanted !== asked) {
      data.value = null;
      error.value = null;
      last = null;
    }
    asked = wanted;
    // An answer that a later question has overtaken says nothing any more.
    const question = ++questions;
    try {
      const text = await ask('GET', wanted);
      if (question !== questions || wanted !== path()) {
        return;
      }
      if (text !== last) {
        last = text;
        data.value = JSON.parse(text);
      }
      error.value = null;
    } catch (cause) {
      if (question === questions) {
        error.value = cause as Error;
      }
    }
  }

  function tick(): void {
    if (!document.hidden) {
      void refresh();
    }
  }

  let forget: (() => void) | undefined;
  onMounted(() => {
    void refresh();
    timer = setInterval(tick, seconds * 1000);
    forget = refreshed({ path, refresh });
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    forget?.();
  });
  watch(path, refresh);
  // A refusal that stands on the page was told in the language before.
  watch(language, () => {
    if (error.value !== null) {
      void refresh();
    }
  });
  return { data, error, refresh };
}
