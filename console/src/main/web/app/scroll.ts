// Back and reload come to the place where the reader was: it is kept with the step of the browser's history.
import { onBeforeUnmount, onMounted } from 'vue';
import type { Ref } from 'vue';

/** What is kept with a step of the history. */
interface Kept {
  scroll?: number;
  /** Of boxes that scroll by themselves, by their names. */
  boxes?: Record<string, number>;
}

/** Pages fill up as their data arrive, slowly over a slow line. Whoever scrolls by himself in the meantime is left there. */
const LONGEST_WAIT_MS = 60_000;
const SETTLED_MS = 120;
/** Parts above the place may come after those that make the page long enough. */
const HOLD_MS = 3000;

let settling: ReturnType<typeof setTimeout> | undefined;
let waiting: ResizeObserver | null = null;
let reached = false;
let ending: ReturnType<typeof setTimeout> | undefined;

/** Begins to keep and restore places. */
export function keepPlaces(): void {
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    clearTimeout(settling);
    settling = setTimeout(remember, SETTLED_MS);
  }, { passive: true });
  // Whoever scrolls by himself is not pulled elsewhere.
  for (const event of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
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
  if (place === 0) {
    return;
  }
  // Browsers keep what is seen in its place when something above it grows; here the place is known better.
  document.documentElement.style.overflowAnchor = 'none';
  waiting = new ResizeObserver(() => {
    scrollTo(0, place);
    if (scrollY >= place && !reached) {
      reached = true;
      clearTimeout(ending);
      ending = setTimeout(stop, HOLD_MS);
    }
  });
  waiting.observe(document.body);
  ending = setTimeout(stop, LONGEST_WAIT_MS);
}

function stop(): void {
  clearTimeout(ending);
  waiting?.disconnect();
  waiting = null;
  reached = false;
  document.documentElement.style.overflowAnchor = '';
}

/** The same for a box of a page that scrolls by itself; without a name its place is not kept. */
export function keepPlaceOf(box: Ref<HTMLElement | null>, name: () => string | null): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let growing: ResizeObserver | null = null;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const kept = history.state as Kept | null;
      const boxes = { ...kept?.boxes, [name()!]: box.value?.scrollTop ?? 0 };
      history.replaceState({ ...kept, boxes } satisfies Kept, '');
    }, SETTLED_MS);
  };
  onMounted(() => {
    const place = name() === null ? 0 : (history.state as Kept | null)?.boxes?.[name()!] ?? 0;
    if (name() !== null) {
      box.value?.addEventListener('scroll', keep, { passive: true });
    }
    if (place > 0 && box.value?.firstElementChild) {
      growing = new ResizeObserver(() => {
        if (box.value && box.value.scrollHeight > place) {
          box.value.scrollTop = place;
          growing?.disconnect();
        }
      });
      growing.observe(box.value.firstElementChild);
    }
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    growing?.disconnect();
  });
}
