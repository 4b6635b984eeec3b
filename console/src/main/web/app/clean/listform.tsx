// An edition of the approved list as somebody proposes it: who is on it, and why each that was on the one before leaves.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { PropType } from 'vue';
import type { Answers } from '#api';
import { live, post, query } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { waiting } from '../parts.ts';
import { say, t } from '../text.ts';
import { PaperFields, paperOf } from './forms.tsx';

type Lists = Answers['/clean-production-lists'];

/** An enterprise that can be on the list. */
interface Choice {
  id: string;
  name: { zh: string; en: string };
}

export const ListForm = defineComponent({
  props: { it: { type: Object as PropType<Lists>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const known = live<'/enterprises'>(() => query('/enterprises', { limit: 10_000 }), 600);
    const before = props.it.rows.find((each) => each.number === props.it.newest) ?? null;
    const members = before?.members.map((each) => each.enterprise) ?? [];
    /** At first those of the edition before; of the first edition those that the registry flags. */
    const chosen = reactive(new Set((before ? members : props.it.flagged).map((each) => each.id)));
    const why = reactive<Record<string, string>>({});
    const word = ref('');
    const choices = computed<Choice[]>(() => {
      const all = new Map<string, Choice>();
      for (const each of [...members, ...known.data.value?.enterprises ?? []]) {
        all.set(each.id, { id: each.id, name: each.name });
      }
      return [...all.values()].sort((a, b) => say(a.name).localeCompare(say(b.name)));
    });
    const shown = computed(() =>
      choices.value.filter((each) => `${each.id} ${say(each.name)}`.toLowerCase().includes(word.value.toLowerCase()))
    );
    const leaving = computed(() => members.filter((each) => !chosen.has(each.id)));

    const form = useForm(async (fields) => {
      await post<'/clean-production-lists'>('/clean-production-lists', {
        document: paperOf(fields),
        approvedOn: fields.get('approvedOn'),
        validFrom: fields.get('validFrom'),
        reason: String(fields.get('reason') ?? '').trim(),
        basedOn: props.it.newest,
        enterprises: [...chosen],
        left: leaving.value.map((each) => ({ enterprise: each.id, why: why[each.id] ?? '' })),
      });
      emit('done');
    }, () => t('clean.listProposed'));

    function choose(id: string, event: Event): void {
      if ((event.target as HTMLInputElement).checked) {
        chosen.add(id);
      } else {
        chosen.delete(id);
      }
    }

    return () =>
      !known.data.value ? waiting(known) : (
        <form class='people-form' onSubmit={form.submit}>
          <PaperFields kind='district' id={props.it.district.id} required />
          <label>
            {t('clean.approvedOn')}
            <input type='date' name='approvedOn' required max={props.it.asOf} />
          </label>
          <label>
            {t('clean.validFrom')}
            <input type='date' name='validFrom' required />
          </label>
          <label>
            {t('clean.listReason')}
            <textarea name='reason' rows={2} maxlength={2000} required></textarea>
          </label>
          <fieldset>
            <legend>{t('clean.members', { n: chosen.size })}</legend>
            <label>
              {t('clean.find')}
              <input type='search' value={word.value} onInput={(event: Event) => (word.value = valueOf(event))} />
            </label>
            <div class='clean-choices'>
              {shown.value.map((each) => (
                <label class='check' key={each.id}>
                  <input
                    type='checkbox'
                    checked={chosen.has(each.id)}
                    onChange={(event: Event) => choose(each.id, event)}
                  />{' '}
                  {say(each.name)}
                </label>
              ))}
            </div>
          </fieldset>
          {leaving.value.length
            ? (
              <fieldset>
                <legend>{t('clean.leaving', { n: leaving.value.length })}</legend>
                {leaving.value.map((each) => (
                  <label key={each.id}>
                    {t('clean.leavingWhy', { name: say(each.name) })}
                    <input
                      required
                      maxlength={2000}
                      value={why[each.id] ?? ''}
                      onInput={(event: Event) => (why[each.id] = valueOf(event))}
                    />
                  </label>
                ))}
              </fieldset>
            )
            : null}
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('clean.propose2')}</button>
          </div>
        </form>
      );
  },
});
