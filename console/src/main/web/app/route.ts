// The page an address names: the path and the parameters after the #. What a reader chooses on a page stands there, so that an address
// can be sent to somebody else, and going back or loading anew shows the same at the same place.
import { computed, ref } from 'vue';
import type { WritableComputedRef } from 'vue';

export interface Route {
  path: string;
  parts: string[];
  query: Record<string, string>;
}

/** The page that the part of an address after its # names. */
export function parse(hash: string): Route {
  const text = hash.replace(/^#/, '') || '/';
  const end = text.includes('?') ? text.indexOf('?') : text.length;
  const path = text.slice(0, end);
  return {
    path,
    parts: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(text.slice(end + 1))),
  };
}

/** People type addresses too: what is no percent encoding stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page, without its #; parameters without a value are left out. */
export function address(path: string, query: Record<string, string | null | undefined> = {}): string {
  const given = Object.entries(query).filter((each): each is [string, string] => Boolean(each[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The path of the page of one thing. */
export function pathOf(kind: string, id: string): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}

/** The page of a document of the registry; of a closed month that of its closing. */
export function documentPath({ kind, id }: { kind: string; id: string }): string {
  return kind === 'closing' ? pathOf('closings', id) : pathOf('registry', `${kind}:${id}`);
}

/** Pages whose figures depend on how electricity is counted. */
const BASED = new Set(['', 'overview', 'parks', 'district', 'enterprises', 'comparison', 'energy']);

/** A page in the way of counting electricity that is chosen on this one, where it has figures of it. */
export function keepingBasis(to: string): string {
  const { basis } = route.value.query;
  const { parts: [name = ''], query } = parse(to);
  return basis && BASED.has(name) && !query.basis ? `${to}${to.includes('?') ? '&' : '?'}basis=${basis}` : to;
}

export const route = ref(parse(location.hash));

/** Goes to another page; one can come back. */
export function go(to: string): void {
  location.hash = to;
}

/** Changes parameters of the page that is shown; null takes one away. With `keep`, the address of before stays a step back. */
export function setQuery(changes: Record<string, string | null>, keep = false): void {
  const { path, query } = route.value;
  const hash = `#${address(path, { ...query, ...changes })}`;
  if (hash === location.hash) {
    return;
  }
  if (keep) {
    history.pushState(history.state, '', hash);
  } else {
    history.replaceState(history.state, '', hash);
  }
  route.value = parse(hash);
}

/** A parameter of the address that is read and written like a value; where it is the usual one it is left out. */
export function param(name: string, usual = ''): WritableComputedRef<string> {
  return computed({
    get: () => route.value.query[name] ?? usual,
    set: (value) => setQuery({ [name]: value === usual ? null : value }),
  });
}

let mayGo = () => true;

/** What says whether the page that is shown may be left. */
export function guardedBy(check: () => boolean): void {
  mayGo = check;
}

addEventListener('hashchange', () => {
  if (!mayGo()) {
    history.replaceState(history.state, '', `#${address(route.value.path, route.value.query)}`);
    return;
  }
  route.value = parse(location.hash);
});
