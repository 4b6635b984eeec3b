// An officer's decision on a return, and the way to the next one that waits.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { MonthlyReturn } from '#api';
import { live, post, query } from '../api.ts';
import { useForm } from '../form.ts';
import { announce } from '../page.tsx';
import { link, panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { verdicts, wordsIn } from '../verdict.tsx';
import type { Verdict, VerdictWords } from '../verdict.tsx';
import { addressOf } from './form.tsx';

const WORDS: VerdictWords = { accepted: 'return.accept', returned: 'return.giveBack' };

export const Decide = defineComponent({
  props: { it: { type: Object as PropType<MonthlyReturn>, required: true } },
  emits: { decided: () => true },
  setup(props, { emit }) {
    const verdict = ref<Verdict>('accepted');
    const waiting = live<'/returns'>(
      () => query('/returns', { month: props.it.period, state: 'submitted', limit: 1000 }),
      30,
    );
    const form = useForm(async (fields) => {
      await post<'/returns/{id}/{period}/decision'>(`${addressOf(props.it)}/decision`, {
        version: props.it.version,
        verdict: verdict.value,
        words: wordsIn(fields),
      });
      announce(t(verdict.value === 'accepted' ? 'return.accepted' : 'return.returned'));
      void waiting.refresh();
      emit('decided');
    });

    const next = () => {
      const others = waiting.data.value?.rows.filter((row) => row.enterprise.id !== props.it.enterprise.id) ?? [];
      return others[0]
        ? link(
          pathOf('returns', `${others[0].enterprise.id}:${others[0].period}`),
          t('return.next', { enterprise: say(others[0].enterprise.name), n: others.length }),
          { class: 'button' },
        )
        : <span class='hint'>{t('return.noNext')}</span>;
    };

    return () =>
      panel(t('return.decide'), [
        props.it.state === 'SUBMITTED'
          ? (
            <form class='people-form' onSubmit={form.submit}>
              {verdicts(verdict, WORDS)}
              <label>
                {t(verdict.value === 'returned' ? 'return.why' : 'return.words')}
                <textarea name='words' rows={2} maxlength={2000} required={verdict.value === 'returned'}></textarea>
              </label>
              {form.message()}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={form.busy.value}>
                  {t(WORDS[verdict.value])}
                </button>
                {next()}
              </div>
            </form>
          )
          : <div class='buttons'>{next()}</div>,
      ]);
  },
});
