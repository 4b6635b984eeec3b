// Search over everything: Ctrl+K or the slash opens it from any page.
import { defineComponent, nextTick, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { Answers } from '#api';
import { get, query } from './api.ts';
import { pagesNamed } from './navigation.tsx';
import { mayOpen, seesData } from './rights.ts';
import { go } from './route.ts';
import { say, t, word } from './text.ts';
import { valueOf } from './form.ts';

const AFTER_LAST_KEY_MS = 180;

type Found = Answers['/search']['hits'][number];
type Hit = Omit<Found, 'kind'> & { kind: Found['kind'] | 'PAGE' };

/** Pages by their names, which the browser knows itself. */
function pages(wanted: string): Hit[] {
  const words = wanted.trim().toLocaleLowerCase();
  return pagesNamed()
    .filter(({ name }) => name.toLocaleLowerCase().includes(words))
    .map(({ path, name }) => ({
      kind: 'PAGE',
      id: path,
      path,
      name: { zh: name, en: name },
      context: { zh: '', en: '' },
    }));
}

export const Search = defineComponent({
  setup() {
    const dialog = ref<HTMLDialogElement | null>(null);
    const field = ref<HTMLInputElement | null>(null);
    const text = ref('');
    const hits = ref<Hit[]>([]);
    const at = ref(0);
    const state = ref<'idle' | 'searching' | 'done'>('idle');
    const problem = ref<string | null>(null);
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function open(): Promise<void> {
      dialog.value?.showModal();
      await nextTick();
      field.value?.select();
    }

    function keys(event: KeyboardEvent): void {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing)) {
        event.preventDefault();
        void open();
      }
    }

    onMounted(() => addEventListener('keydown', keys));
    onBeforeUnmount(() => removeEventListener('keydown', keys));

    watch(text, (wanted) => {
      clearTimeout(timer);
      at.value = 0;
      problem.value = null;
      state.value = 'searching';
      if (!wanted.trim()) {
        hits.value = [];
        state.value = 'idle';
        return;
      }
      timer = setTimeout(() => find(wanted), AFTER_LAST_KEY_MS);
    });

    async function find(wanted: string): Promise<void> {
      state.value = 'searching';
      problem.value = null;
      try {
        const found = seesData() ? await get<'/search'>(query('/search', { q: wanted.trim() })) : { hits: [] };
        // A later question may have been answered already.
        if (wanted === text.value) {
          hits.value = [...pages(wanted), ...found.hits.filter((hit) => mayOpen(hit.path))];
          state.value = 'done';
        }
      } catch (cause) {
        if (wanted === text.value) {
          hits.value = [];
          problem.value = (cause as Error).message;
          state.value = 'done';
        }
      }
    }

    function choose(hit: Hit | undefined): void {
      if (hit) {
        dialog.value?.close();
        go(hit.path);
      }
    }

    /** Keys that an input method takes for itself choose nothing; what is not answered yet cannot be chosen. */
    function move(event: KeyboardEvent): void {
      if (event.isComposing) {
        return;
      }
      const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps && hits.value.length) {
        event.preventDefault();
        at.value = (at.value + steps[event.key] + hits.value.length) % hits.value.length;
        document.getElementById(`hit-${at.value}`)?.scrollIntoView({ block: 'nearest' });
      } else if (event.key === 'Escape') {
        // A search field would only be emptied.
        event.preventDefault();
        dialog.value?.close();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        if (state.value === 'done') {
          choose(hits.value[at.value]);
        }
      }
    }

    return () => (
      <div class='search'>
        <button type='button' class='search-button' aria-label={t('search.open')} onClick={open}>
          <span aria-hidden='true'>⌕</span> <span class='search-word'>{t('search.open')}</span> <kbd>Ctrl K</kbd>
        </button>
        <dialog
          ref={dialog}
          class='search-dialog'
          aria-label={t('search.open')}
          onClick={(event: Event) => event.target === dialog.value && dialog.value?.close()}
        >
          <div class='search-box'>
            <input
              ref={field}
              type='search'
              role='combobox'
              aria-expanded={hits.value.length > 0}
              aria-controls='search-hits'
              aria-activedescendant={hits.value.length ? `hit-${at.value}` : undefined}
              aria-label={t('search.open')}
              placeholder={t('search.hint')}
              value={text.value}
              onInput={(event: Event) => (text.value = valueOf(event))}
              onKeydown={move}
            />
            <ul id='search-hits' role='listbox' aria-label={t('search.hits')}>
              {hits.value.map((hit, i) => (
                <li
                  id={`hit-${i}`}
                  key={`${hit.kind} ${hit.id}`}
                  role='option'
                  aria-selected={i === at.value}
                  onClick={() => choose(hit)}
                >
                  <span class='kind'>{word('search.kind', hit.kind)}</span>
                  <strong>{say(hit.name)}</strong>
                  <span class='soft'>{say(hit.context)}</span>
                </li>
              ))}
            </ul>
            <p class='hint' role='status'>
              {problem.value ?? (state.value === 'done' && !hits.value.length ? t('search.none') : t('search.keys'))}
            </p>
          </div>
        </dialog>
      </div>
    );
  },
});
