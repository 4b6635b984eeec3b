// Requests to the server. A refusal becomes an Error with the server's own sentence.
import { ref, shallowRef, onMounted, onBeforeUnmount, watch } from '/lib/vue.js';
import { t } from '/app/text.js';

export const session = ref(null);

async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new Error(t('error.unreachable'));
  }
  const text = await response.text();
  if (response.ok) {
    return text;
  }
  if (response.status === 401 && session.value?.signedIn) {
    session.value = { ...session.value, signedIn: false, userName: null };
  }
  const problem = parse(text);
  const error = new Error(problem?.detail ?? t('error.status', { status: response.status }));
  error.status = response.status;
  error.retryAfter = response.headers.get('retry-after');
  throw error;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return null;
  }
}

export async function get(path) {
  return JSON.parse(await ask('GET', path));
}

export async function post(path, body) {
  return JSON.parse(await ask('POST', path, body));
}

export async function loadSession() {
  session.value = await get('/session');
}

export async function signIn(userName, password) {
  session.value = await post('/session', { userName, password });
}

export async function signOut() {
  session.value = JSON.parse(await ask('DELETE', '/session'));
}

/** A query string of parameters; those without a value are left out. */
export function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/**
 * Data that keeps itself fresh: requests it now, whenever the path changes, and again every `seconds` while the page is visible.
 * An unchanged answer is the same object, so that nothing is redrawn for it.
 */
export function live(path, seconds = 15) {
  const data = shallowRef(null);
  const error = shallowRef(null);
  let last = null;
  let asked = null;
  let timer = null;

  async function refresh() {
    const wanted = path();
    if (wanted === null) {
      return;
    }
    if (wanted !== asked) {
      data.value = null;
      last = null;
    }
    asked = wanted;
    try {
      const text = await ask('GET', wanted);
      if (wanted === path() && text !== last) {
        last = text;
        data.value = JSON.parse(text);
      }
      error.value = null;
    } catch (cause) {
      error.value = cause;
    }
  }

  function tick() {
    if (!document.hidden) {
      refresh();
    }
  }

  onMounted(() => {
    refresh();
    timer = setInterval(tick, seconds * 1000);
  });
  onBeforeUnmount(() => clearInterval(timer));
  watch(path, refresh);
  return { data, error, refresh };
}
