// A form whose content is kept as it is typed, and signed at the end: versions, one write after the other, what went wrong.
import { computed, onBeforeUnmount, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import { Refusal } from './api.ts';
import { t } from './text.ts';

/** After so long without a key what is typed is kept. */
const PAUSE_MS = 900;

/** What the books keep of such a form; 0 is the version of what was never typed. */
interface Versioned {
  version: number;
}

/** How it stands with what is typed: in the books, not yet there, on its way, or refused. */
export type Kept = 'kept' | 'typed' | 'saving' | 'failed';

/** What is typed, and how it stands with the books. */
export interface Keeping<Draft, It> {
  draft: Ref<Draft>;
  /** What the books keep: what the last write came to, or what the page saw since. */
  kept: ComputedRef<It>;
  /** What the last write of this form came to, or what it began with. */
  own: Ref<It>;
  state: Ref<Kept>;
  /** Why the last write was refused; null unless it was. */
  problem: Ref<string | null>;
  /** What of the draft cannot be kept. */
  wrong: ComputedRef<Set<string>>;
  /** Takes over what was typed, to be kept soon. */
  change: (changed: Partial<Draft>) => void;
  /** Keeps everything before it is signed; fails where that is not possible. */
  beforeSigning: () => Promise<void>;
}

/** Where a form's content comes from and goes to. */
export interface Keeper<Draft, It extends Versioned> {
  begin: It;
  draftOf: (it: It) => Draft;
  faults: (draft: Draft) => Set<string>;
  /** Writes a draft over a version; what the books keep then. */
  put: (draft: Draft, version: number) => Promise<It>;
  /** What the page saw last, where it looks again while somebody types. */
  seen?: () => It;
  done: (it: It) => void;
}

/** Keeps a draft; what is left when the form is left is kept too. */
export function useKeeping<Draft extends object, It extends Versioned>(keeper: Keeper<Draft, It>): Keeping<Draft, It> {
  const own = ref(keeper.begin) as Ref<It>;
  const kept = computed(() => {
    const seen = keeper.seen?.();
    return seen && seen.version >= own.value.version ? seen : own.value;
  });
  const draft = ref(keeper.draftOf(keeper.begin)) as Ref<Draft>;
  const state = ref<Kept>('kept');
  const problem = ref<string | null>(null);
  const wrong = computed(() => keeper.faults(draft.value));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> = Promise.resolve();

  /** Puts what is typed into the books, one after the other, as each needs the version that the one before made. */
  function save(): Promise<void> {
    clearTimeout(timer);
    saving = saving.then(async () => {
      if (state.value !== 'typed' || wrong.value.size) {
        return;
      }
      state.value = 'saving';
      try {
        own.value = await keeper.put(draft.value, kept.value.version);
        problem.value = null;
        keeper.done(own.value);
        // What was typed meanwhile is kept next.
        if (state.value === 'saving') {
          state.value = 'kept';
        }
      } catch (cause) {
        state.value = 'failed';
        const stale = cause instanceof Refusal && cause.status === 409;
        problem.value = (cause as Error).message + (stale ? ` ${t('return.reload')}` : '');
      }
    });
    return saving;
  }
  onBeforeUnmount(() => void save());

  return {
    draft,
    kept,
    own,
    state,
    problem,
    wrong,
    change(changed) {
      draft.value = { ...draft.value, ...changed };
      state.value = 'typed';
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE_MS);
    },
    async beforeSigning() {
      // What was never typed has no version yet.
      if (kept.value.version === 0 && state.value === 'kept') {
        state.value = 'typed';
      }
      await save();
      if (state.value !== 'kept') {
        throw new Error(problem.value ?? t('return.notKept'));
      }
    },
  };
}
