// What the server says has changed while a page is open: what shows it is asked for anew at once, and need not be asked for time and again.
import type { Live } from './api.ts';

/** What is asked for and may change, by the begin of its path. */
const SHOWS: Record<'cases' | 'devices' | 'quarantine' | 'closings', readonly string[]> = {
  cases: ['/alerts', '/standings', '/enterprises', '/parks', '/district', '/outlets', '/exceedances'],
  closings: ['/closings', '/closing-differences', '/standings', '/enterprises', '/parks', '/district'],
  devices: ['/devices', '/gateways', '/standings', '/enterprises', '/parks', '/district'],
  quarantine: ['/quarantine', '/standings'],
};

/** A page is there before it begins to listen. */
const BEGIN_AFTER_MS = 5000;

interface Shown {
  path: () => string | null;
  refresh: Live<unknown>['refresh'];
}

const shown = new Set<Shown>();
let source: EventSource | null = null;
let away = false;
let beginning: ReturnType<typeof setTimeout> | undefined;

/** Has something refreshed when it changes, until what is returned is called. */
export function refreshed(part: Shown): () => void {
  shown.add(part);
  return () => shown.delete(part);
}

/** Listens while the page is visible: browsers have few connections to a server, for all of its pages together. */
export function listenToEvents(): () => void {
  document.addEventListener('visibilitychange', begin);
  begin();
  return () => {
    document.removeEventListener('visibilitychange', begin);
    end();
  };
}

function begin(): void {
  end();
  if (document.hidden) {
    away = true;
    return;
  }
  // What changed while nobody looked was not heard.
  if (away) {
    refresh(() => true);
  }
  away = false;
  beginning = setTimeout(() => {
    source = new EventSource('/api/v1/events');
    source.addEventListener('changed', (event) => changed(JSON.parse(event.data)));
    source.addEventListener('reload', () => refresh(() => true));
  }, BEGIN_AFTER_MS);
}

function end(): void {
  clearTimeout(beginning);
  source?.close();
  source = null;
}

/** Of whom something changed is not looked at: pages show few things, and lists all of them. */
function changed(what: Partial<Record<keyof typeof SHOWS, string[] | null>>): void {
  const paths = (Object.keys(SHOWS) as (keyof typeof SHOWS)[])
    .filter((kind) => what[kind] === null || (what[kind]?.length ?? 0) > 0)
    .flatMap((kind) => SHOWS[kind]);
  refresh((path) =>
    paths.some((begin) => path === begin || path.startsWith(`${begin}/`) || path.startsWith(`${begin}?`))
  );
}

function refresh(which: (path: string) => boolean): void {
  for (const part of shown) {
    const path = part.path();
    if (path !== null && which(path)) {
      void part.refresh();
    }
  }
}
