// Colours of charts. Those of what is drawn are the same everywhere; those of the page follow its light or dark look.
import { ref } from 'vue';

export const COLOURS: Record<string, string> = {
  electricity: '#2f7fb8',
  'natural-gas': '#d9822b',
  steam: '#8a6bbd',
  heat: '#b46a87',
  'raw-coal': '#6b6b6b',
  diesel: '#9a7d4b',
  water: '#3a9bb0',
  other: '#7a8794',
  now: '#1f8a70',
  before: '#a9b4be',
  limit: '#c8362b',
  warn: '#b7791f',
  unconfirmed: '#7a8794',
  line: '#2f7fb8',
  running: '#a9b4be',
};

/** Colours that tell enterprises apart that stand side by side. */
export const SIDE_BY_SIDE = ['#2f7fb8', '#d9822b', '#1f8a70', '#8a6bbd', '#b4456a'];

/** A colour of the page by its name in the style sheet. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Counts up when the page changes between light and dark, so that what depends on it is drawn anew. */
export const look = ref(0);

for (const media of ['(prefers-color-scheme: dark)', 'print']) {
  globalThis.matchMedia?.(media).addEventListener('change', () => (look.value += 1));
}
