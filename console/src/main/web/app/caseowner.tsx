// Who sees to cases: taken, given to somebody with a word, given back; one or several at once.
import { defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { live, post, session } from './api.ts';
import { useForm, valueOf } from './form.ts';
import { badge } from './parts.ts';
import { isAny } from './rights.ts';
import { say, t } from './text.ts';

/** So many can be given to somebody at once. */
const MOST_AT_ONCE = 500;

/** Whether whoever is signed in can see to cases. */
export function mayOwn(): boolean {
  return isAny(['officer', 'grid-officer']);
}

/** Who sees to a case; nothing where nobody does. */
export function ownerWords(it: Alert): (VNode | string)[] | null {
  if (!it.owner) {
    return null;
  }
  return [
    say(it.owner.name),
    it.owner.asDeputy ? badge('info', t('owner.asDeputy')) : '',
    it.owner.mine && !it.owner.asDeputy ? badge('info', t('owner.mine')) : '',
  ].filter((each) => each !== '');
}

/** What can be done with some cases: all of it with one word. */
export const OwnerForm = defineComponent({
  props: {
    cases: { type: Array as PropType<string[]>, required: true },
    /** Whose they are as they stand on the page: an account, or null for no account's. */
    seen: { type: Object as PropType<Record<string, string | null>>, required: true },
    /** Whether some of them are somebody's. */
    owned: { type: Boolean, default: false },
  },
  emits: { done: () => true },
  setup(props, { emit }) {
    const people = live<'/case-owners'>(() => '/case-owners', 60);
    const own = () => session.value?.userName ?? '';
    const to = ref('');
    const form = useForm(async (fields) => {
      await post<'/case-owners'>('/case-owners', {
        cases: props.cases,
        to: to.value === '-' ? null : to.value,
        word: String(fields.get('word') ?? '').trim() || null,
        seen: props.seen,
      });
      to.value = '';
      emit('done');
    }, () => t('owner.done'));
    const others = () => (people.data.value?.rows ?? []).filter((each) => each.userName !== own());

    return () => (
      <form class='owner-form people-form' onSubmit={form.submit}>
        <label>
          {t('owner.to')}
          <select required value={to.value} onChange={(event: Event) => (to.value = valueOf(event))}>
            <option value=''>—</option>
            <option value={own()}>{t('owner.toMe')}</option>
            {others().map((each) => (
              <option value={each.userName} key={each.userName}>
                {t('owner.hasOpen', { name: each.fullName, n: each.open })}
              </option>
            ))}
            {props.owned ? <option value='-'>{t('owner.back')}</option> : null}
          </select>
        </label>
        <label>
          {t('owner.word')}
          <input name='word' maxlength={2000} placeholder={t('owner.wordHint')} />
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value || !props.cases.length}>
            {props.cases.length > 1 ? t('owner.goSeveral', { n: props.cases.length }) : t('owner.go')}
          </button>
        </div>
      </form>
    );
  },
});

/** What is done with those of a list that are chosen; what is not shown is not chosen. */
export const SeveralCases = defineComponent({
  props: {
    shown: { type: Array as PropType<Alert[]>, required: true },
    chosen: { type: Object as PropType<Set<string>>, required: true },
  },
  emits: { done: () => true },
  setup(props, { emit }) {
    const open = () => props.shown.filter((each) => each.state === 'OPEN');
    const most = () => Math.min(open().length, MOST_AT_ONCE);
    const some = () => open().filter((each) => props.chosen.has(each.id));
    const all = () => most() > 0 && some().length === most();

    function chooseAll(): void {
      const wanted = all() ? [] : open().slice(0, MOST_AT_ONCE);
      props.chosen.clear();
      wanted.forEach((each) => props.chosen.add(each.id));
    }

    return () => (
      <div class='several'>
        <label class='check'>
          <input type='checkbox' checked={all()} onChange={chooseAll} />
          {t('owner.chooseAll', { n: most() })}
        </label>
        {some().length
          ? (
            <OwnerForm
              cases={some().map((each) => each.id)}
              seen={Object.fromEntries(some().map((each) => [each.id, each.owner?.account ?? null]))}
              owned={some().some((each) => each.owner)}
              onDone={() => {
                props.chosen.clear();
                emit('done');
              }}
            />
          )
          : null}
      </div>
    );
  },
});
