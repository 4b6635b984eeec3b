// Files that somebody has chosen, as they are sent one after the other, and what became of each.
import { onBeforeUnmount, reactive, ref } from 'vue';
import type { Ref } from 'vue';
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
  /** Waits until of each is known what became of it. */
  settled: () => Promise<void>;
  /** Whether a form that was sent waits for them. */
  waits: Ref<boolean>;
  /**
   * Waits until they are there, for a form that was sent: whoever has sent it need not look whether they are yet. One that was refused is not left out
   * silently; with {@code required} there has to be one. False where the page is gone meanwhile, and nothing is to be sent.
   */
  arrived: (required: boolean) => Promise<boolean>;
  /** The ids of those that are there. */
  ids: () => string[];
  /** They are somebody's now, and not given up with the form. */
  keep: (kind: NonNullable<Attachment['owner']>['kind'], id: string) => void;
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

  async function settled(): Promise<void> {
    for (let last = null as Promise<void> | null; last !== line;) {
      last = line;
      await last;
    }
  }

  const waits = ref(false);
  let gone = false;
  const isBusy = () => chosen.some((each) => !each.made && !each.problem);

  async function arrived(required: boolean): Promise<boolean> {
    waits.value = isBusy();
    await settled().finally(() => (waits.value = false));
    if (gone) {
      return false;
    }
    if (chosen.some((each) => each.problem)) {
      throw new Error(t('handling.fileRefused'));
    }
    if (required && !chosen.length) {
      throw new Error(t('handling.filesNeeded'));
    }
    return true;
  }

  onBeforeUnmount(() => {
    gone = true;
    chosen.filter((each) => !each.made?.owner).forEach((each) => each.giveUp());
  });
  return {
    chosen,
    add,
    forget,
    isBusy,
    settled,
    waits,
    arrived,
    ids: () => chosen.flatMap((each) => (each.made ? [each.made.id] : [])),
    keep: (kind, id) => chosen.forEach((each) => each.made && (each.made = { ...each.made, owner: { kind, id } })),
  };
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
