// Prints a page when all of it is there: browsers print what is drawn at the moment, and parts further down are only asked for when the
// reader comes near.
import { onBeforeUnmount, onMounted } from 'vue';
import { isAsking } from './api.ts';

/** Nothing was asked for so long: what was asked last is drawn. */
const QUIET_MS = 400;
const LOOK_EVERY_MS = 50;
/** A part that does not come is printed as what it says of itself. */
const LONGEST_MS = 20_000;

/** Shows every part of the page, waits for what they ask for, and prints. */
export async function printPage(): Promise<void> {
  dispatchEvent(new Event('beforeprint'));
  const begun = performance.now();
  let quietSince = begun;
  while (performance.now() - quietSince < QUIET_MS && performance.now() - begun < LONGEST_MS) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    if (isAsking()) {
      quietSince = performance.now();
    }
  }
  print();
}

/** Has a part drawn otherwise on paper, while the component that asks is there. */
export function whilePrinting(begin: () => void, end: () => void = () => {}): void {
  onMounted(() => {
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
  });
  onBeforeUnmount(() => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  });
}

/** Lets the keys that print do so; returns what ends it. */
export function printsByKeys(): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p') {
      event.preventDefault();
      void printPage();
    }
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}
