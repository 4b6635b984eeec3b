// The page an address names: the path and the parameters after the #.
import { ref } from 'vue';

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

export const route = ref(parse(location.hash));

addEventListener('hashchange', () => {
  route.value = parse(location.hash);
  scrollTo(0, 0);
});
