// What stands behind a figure or a mark: shown when the pointer rests on it, when it is tapped, and when the keyboard comes to it. One
// element for all, since the browser's own titles are shown to the pointer only.

const ID = 'hint';
const GAP_PX = 6;
const EDGE_PX = 8;

let shown: HTMLElement | null = null;

/** Attributes of an element that has a hint. Only with `reached` the keyboard stops at it: a table has hundreds of figures. */
export function hint(text: string | null | undefined, reached = false): Record<string, unknown> {
  return text ? { 'data-hint': text, 'aria-description': text, tabindex: reached ? 0 : -1 } : {};
}

/** Begins to show hints. */
export function showHints(): void {
  addEventListener('pointerover', (event) => show(target(event)));
  addEventListener('focusin', (event) => show(target(event)));
  addEventListener('focusout', hide);
  addEventListener('scroll', hide, { passive: true, capture: true });
  addEventListener('hashchange', hide);
  addEventListener('keydown', (event) => event.key === 'Escape' && hide());
}

function target(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null;
}

function show(element: HTMLElement | null): void {
  if (element === shown) {
    return;
  }
  hide();
  if (!element) {
    return;
  }
  shown = element;
  const box = document.createElement('div');
  box.id = ID;
  box.className = 'hint-box';
  box.textContent = element.dataset.hint ?? '';
  // Inside of an open dialog: what lies beside it is behind it.
  (element.closest('dialog') ?? document.body).append(box);
  place(box, element.getBoundingClientRect());
}

/** Below the element, or above it where there is more room, and within the window. */
function place(box: HTMLElement, at: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + GAP_PX + height <= innerHeight;
  const left = Math.min(Math.max(EDGE_PX, at.left), innerWidth - width - EDGE_PX);
  box.style.left = `${Math.max(EDGE_PX, left)}px`;
  box.style.top = `${below ? at.bottom + GAP_PX : Math.max(EDGE_PX, at.top - GAP_PX - height)}px`;
}

function hide(): void {
  shown = null;
  document.getElementById(ID)?.remove();
}
