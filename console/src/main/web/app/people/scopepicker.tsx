// Parks, enterprises, outlets or devices, picked by name.
import { computed, defineComponent, nextTick, ref } from 'vue';
import type { PropType } from 'vue';
import type { ScopeChoice } from '#api';
import { live, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { waiting } from '../parts.ts';
import { say, t } from '../text.ts';
import type { ScopeKind } from './drafts.ts';

/** So many are shown at a time; who looks for another one types some of its name. */
const SHOWN = 12;
const MOST = 10_000;
const REFRESH_SECONDS = 300;

const API_KINDS: Record<Exclude<ScopeKind, 'district'>, string> = {
  parks: 'park',
  enterprises: 'enterprise',
  outlets: 'outlet',
  devices: 'device',
};

export const ScopePicker = defineComponent({
  props: {
    kind: { type: String as PropType<Exclude<ScopeKind, 'district'>>, required: true },
    ids: { type: Array as PropType<string[]>, required: true },
  },
  emits: { chosen: (_ids: string[]) => true },
  setup(props, { emit }) {
    const words = ref('');
    const field = ref<HTMLInputElement | null>(null);
    const all = live<'/scopes'>(() => query('/scopes', { kind: API_KINDS[props.kind], limit: MOST }), REFRESH_SECONDS);
    const byId = computed(() => new Map(all.data.value?.rows.map((each) => [each.id, each]) ?? []));
    const found = computed(() => {
      const wanted = words.value.trim().toLocaleLowerCase().split(/\s+/);
      return (all.data.value?.rows ?? []).filter((each) =>
        !props.ids.includes(each.id) && wanted.every((word) => textOf(each).includes(word))
      );
    });

    /** The button that was pressed goes with what it stood for: whoever works by keys goes on where names are typed. */
    async function choose(ids: string[]): Promise<void> {
      words.value = '';
      emit('chosen', ids);
      await nextTick();
      field.value?.focus();
    }

    /** Many outlets are called the same: whose one is stands beside it. */
    const nameOf = (id: string) => {
      const choice = byId.value.get(id);
      const whose = choice?.kind === 'OUTLET' || choice?.kind === 'DEVICE' ? say(choice.context) : '';
      return choice ? [say(choice.name), whose ? <span class='soft'>{` ${whose}`}</span> : null] : id;
    };

    return () => (
      <div class='scope-picker'>
        <div class='picked' role='group' aria-label={t('grants.picked')}>
          {props.ids.map((id) => (
            <button
              type='button'
              key={id}
              class='chip'
              onClick={() => choose(props.ids.filter((each) => each !== id))}
            >
              {nameOf(id)} <span aria-hidden='true'>✕</span>
              <span class='sr-only'>{t('grants.unpick')}</span>
            </button>
          ))}
          {props.ids.length ? null : <span class='hint'>{t('grants.pickedNone')}</span>}
        </div>
        <input
          ref={field}
          type='search'
          aria-label={t('grants.find')}
          placeholder={t('grants.find')}
          value={words.value}
          onInput={(event: Event) => (words.value = valueOf(event))}
          onKeydown={(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
        />
        {all.data.value ? choices() : waiting(all)}
      </div>
    );

    function choices() {
      const more = found.value.length - SHOWN;
      return (
        <div class='choices' role='group' aria-label={t('grants.choices')}>
          {found.value.slice(0, SHOWN).map((each) => (
            <button
              type='button'
              key={each.id}
              onClick={() => choose([...props.ids, each.id])}
            >
              + {say(each.name)} {say(each.context) ? <span class='soft'>{say(each.context)}</span> : null}
            </button>
          ))}
          {found.value.length ? null : <span class='hint'>{t('grants.noChoice')}</span>}
          {more > 0 ? <span class='hint'>{t('grants.moreChoices', { n: more })}</span> : null}
        </div>
      );
    }
  },
});

/** What a choice is found by: its names, its id, and whose it is. */
function textOf({ id, name, context }: ScopeChoice): string {
  return [id, name.zh, name.en, context.zh, context.en].join('\n').toLocaleLowerCase();
}
