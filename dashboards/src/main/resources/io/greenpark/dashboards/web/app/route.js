// The page an address names: the path and the parameters after the #.
import { ref } from '/lib/vue.js';

function read() {
  const [path, parameters] = (location.hash.slice(1) || '/').split('?');
  return {
    path,
    parts: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: Object.fromEntries(new URLSearchParams(parameters ?? '')),
  };
}

export const route = ref(read());

addEventListener('hashchange', () => {
  route.value = read();
  scrollTo(0, 0);
});
