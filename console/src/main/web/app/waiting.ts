// What waits for whoever is signed in to decide it: kept for the marks in the menu, on whatever page.
import { shallowRef } from 'vue';
import type { WaitingForMe } from '#api';
import { get } from './api.ts';
import { isAny } from './rights.ts';
import { address, pathOf, route } from './route.ts';

const ASK_SECONDS = 30;
/** Pages come first. */
const BEGIN_AFTER_MS = 1000;

/** As last told; null where nobody is told, or not yet. */
export const waitingForMe = shallowRef<WaitingForMe | null>(null);

/** Takes over what another answer told beside. */
export function tellWaiting(told: WaitingForMe): void {
  waitingForMe.value = told;
}

/** Whether whoever is signed in may be the one that something waits for. */
export function mayBeWaitedFor(): boolean {
  return isAny(['officer', 'enterprise-contact']);
}

/** Asks anew, as after a decision. Where no answer comes, what was told stays: that the platform does not answer is shown elsewhere. */
export async function askWaiting(): Promise<void> {
  if (!mayBeWaitedFor()) {
    waitingForMe.value = null;
    return;
  }
  try {
    waitingForMe.value = await get<'/waiting'>('/waiting');
  } catch {
    // The next question is half a minute off.
  }
}

/** The overview is told with what it shows, as often as this would ask. */
function isToldAnyway(): boolean {
  return ['', 'overview'].includes(route.value.parts[0] ?? '');
}

/** Asks now and then while the page is visible, until what is returned is called. */
export function keepWaiting(): () => void {
  const tick = () => void (document.hidden || isToldAnyway() || askWaiting());
  const first = setTimeout(tick, BEGIN_AFTER_MS);
  const timer = setInterval(tick, ASK_SECONDS * 1000);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    waitingForMe.value = null;
  };
}

/** Something of one kind that waits, and where it is decided. */
export interface WaitingLine {
  kind: 'reviews' | 'acceptances' | 'returns' | 'closings' | 'objections' | 'yearSheets' | 'marks';
  n: number;
  /** How many of them would open a closed month again. */
  reopenings: number;
  /** The oldest month of them; null where they are of no month. */
  oldest: string | null;
  path: string;
}

/** The one that waits longest: whoever opens it there confirms it with one press. */
function sheetPath(it: WaitingForMe): string {
  return it.oldestYearSheet ? pathOf('year-sheets', it.oldestYearSheet) : '/year-sheets?state=entered';
}

/** What of it there is. */
export function waitingLines(it: WaitingForMe | null): WaitingLine[] {
  if (!it) {
    return [];
  }
  const line = (kind: WaitingLine['kind'], path: string, oldest: string | null = null, reopenings = 0) => ({
    kind,
    n: it[kind] ?? 0,
    reopenings,
    oldest,
    path,
  });
  return [
    line('reviews', '/reviews', null, it.reopenings ?? 0),
    line('acceptances', '/acceptance?state=SIGNED'),
    line('returns', address('/returns', { month: it.oldestReturn, state: 'SUBMITTED' }), it.oldestReturn),
    line('closings', address('/closings', { month: it.oldestClosing }), it.oldestClosing),
    line('marks', address('/marks', { state: 'submitted' })),
    line('objections', it.overdueObjections ? '/objections?tab=overdue' : '/objections'),
    line('yearSheets', sheetPath(it)),
  ].filter((each) => each.n > 0);
}

/** How much waits behind an entry of the menu; the reviews lie under the registry. */
export function waitingBehind(name: string, it: WaitingForMe | null): number {
  switch (name) {
    case 'registry':
      return it?.reviews ?? 0;
    case 'acceptance':
      return it?.acceptances ?? 0;
    case 'returns':
      return it?.returns ?? 0;
    case 'closings':
      return it?.closings ?? 0;
    case 'marks':
      return it?.marks ?? 0;
    case 'year-sheets':
      return it?.yearSheets ?? 0;
    case 'objections':
      return it?.objections ?? 0;
    default:
      return 0;
  }
}
