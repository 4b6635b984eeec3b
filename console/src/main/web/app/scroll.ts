// Back and reload come to the place where the reader was: it is kept with the step of the browser's history.

/** What is kept with a step of the history. */
interface Kept {
  scroll?: number;
}

/** Pages fill up as their data arrive; after this time they are as long as they will be. */
const LONGEST_WAIT_MS = 8000;
const SETTLED_MS = 120;

let settling: ReturnType<typeof setTimeout> | undefined;
let waiting: ResizeObserver | null = null;

/** Begins to keep and restore places. */
export function keepPlaces(): void {
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    clearTimeout(settling);
    settling = setTimeout(remember, SETTLED_MS);
  }, { passive: true });
  // Whoever scrolls by himself is not pulled elsewhere.
  for (const event of ['wheel', 'touchstart', 'keydown']) {
    addEventListener(event, stop, { passive: true });
  }
  addEventListener('pagehide', remember);
  addEventListener('hashchange', restore);
  restore();
}

function remember(): void {
  if (!waiting) {
    history.replaceState({ ...history.state, scroll: scrollY } satisfies Kept, '');
  }
}

/** To where the reader was at this step; a new one begins at its top. */
function restore(): void {
  stop();
  clearTimeout(settling);
  const place = (history.state as Kept | null)?.scroll ?? 0;
  scrollTo(0, place);
  if (scrollY >= place) {
    return;
  }
  waiting = new ResizeObserver(() => {
    scrollTo(0, place);
    if (scrollY >= place) {
      stop();
    }
  });
  waiting.observe(document.body);
  setTimeout(stop, LONGEST_WAIT_MS);
}

function stop(): void {
  waiting?.disconnect();
  waiting = null;
}
