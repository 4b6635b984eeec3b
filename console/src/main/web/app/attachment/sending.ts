// Files that somebody has chosen, as they are sent one after the other, and what became of each.
import { onBeforeUnmount, reactive } from 'vue';
import type { Attachment } from '#api';
import { announce } from '../page.tsx';
import { t } from '../text.ts';
import { send } from './upload.ts';

export interface Chosen {
  readonly key: number;
  readonly file: File;
  kept: number;
  broken: boolean;
  /** What the server has against it. */
  problem: string | null;
  /** What it became. */
  made: Attachment | null;
  /** Tries at once to go on. */
  again: () => void;
  giveUp: () => void;
}

export interface Sendings {
  chosen: Chosen[];
  add: (files: Iterable<File>) => void;
  forget: (one: Chosen) => void;
  /** Whether any is not there yet. */
  isBusy: () => boolean;
}

let keys = 0;

/**
 * Files that are sent for as long as the page shows them; what is attached to nothing in the end is given up.
 *
 * @param made what is done with each that the server has, and what it is then; what it throws is said beside the file
 */
export function useSendings(
  made: (attachment: Attachment) => Promise<Attachment> = (it) => Promise.resolve(it),
): Sendings {
  const chosen = reactive<Chosen[]>([]);
  let line: Promise<void> = Promise.resolve();

  function forget(one: Chosen): void {
    one.giveUp();
    const at = chosen.findIndex((each) => each.key === one.key);
    if (at >= 0) {
      chosen.splice(at, 1);
    }
  }

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const abort = new AbortController();
      chosen.push({
        key: ++keys,
        file,
        kept: 0,
        broken: false,
        problem: null,
        made: null,
        again: () => undefined,
        giveUp: () => abort.abort(),
      });
      const one = chosen[chosen.length - 1];
      // One after the other: a bad line has no room for two.
      line = line.then(() => run(one, abort.signal));
    }
  }

  async function run(one: Chosen, signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      return;
    }
    try {
      one.made = await send(one.file, {
        told: (now) => Object.assign(one, now),
        pause: (ms) => pause(ms, one),
        signal,
      });
      one.made = await made(one.made);
      announce(t('attachment.added', { name: one.made.name }));
    } catch (cause) {
      if (!signal.aborted) {
        one.problem = (cause as Error).message;
      }
    } finally {
      one.broken = false;
    }
  }

  onBeforeUnmount(() => chosen.filter((each) => !each.made?.owner).forEach((each) => each.giveUp()));
  return { chosen, add, forget, isBusy: () => chosen.some((each) => !each.made && !each.problem) };
}

/** Until it is over, or the browser says that the line is back, or somebody does not want to wait. */
function pause(ms: number, one: Chosen): Promise<void> {
  return new Promise((over) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      over();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    one.again = end;
  });
}
