// The second signature: another account accepts the device, or gives the sheet back.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { AcceptanceSheet } from '#api';
import { post } from '../api.ts';
import { instantOf, localSeconds } from '../document/times.ts';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';
import { verdicts, wordsIn } from '../verdict.tsx';
import type { Verdict, VerdictWords } from '../verdict.tsx';
import { confirmed, confirmFields } from './confirm.tsx';

const WORDS: VerdictWords = { accepted: 'acceptance.accept', returned: 'acceptance.giveBack' };

export const DecideSheet = defineComponent({
  props: { it: { type: Object as PropType<AcceptanceSheet>, required: true } },
  emits: {
    decided: (_it: AcceptanceSheet) => true,
    /** From when on data are to count: by that the checks are judged. */
    from: (_at: string | null) => true,
    look: () => true,
  },
  setup(props, { emit }) {
    const verdict = ref<Verdict>('accepted');
    const from = ref(props.it.proposedFrom ? localSeconds(props.it.proposedFrom) : '');
    const form = useForm(async (fields) => {
      const accepting = verdict.value === 'accepted';
      const told = await post<'/acceptance/{id}/decision'>(`${pathOf('acceptance', props.it.device.id)}/decision`, {
        version: props.it.version,
        verdict: verdict.value,
        words: wordsIn(fields),
        ...(accepting
          ? {
            name: String(fields.get('name')).trim(),
            confirmed: true,
            countsFrom: from.value ? instantOf(from.value) : null,
            checks: confirmed(fields),
          }
          : {}),
      }).catch((cause) => {
        // What fails now and was not shown is to be seen beside the refusal.
        emit('look');
        throw cause;
      });
      announce(t(accepting ? 'acceptance.acceptedNow' : 'acceptance.returnedNow'));
      emit('decided', told);
    });

    function change(event: Event): void {
      from.value = valueOf(event);
      emit('from', from.value ? instantOf(from.value) : null);
    }

    return () => {
      const accepting = verdict.value === 'accepted';
      return panel(t('acceptance.decide'), [
        props.it.failed
          ? <p class='problem' role='status'>{t('acceptance.failed', { n: props.it.failed })}</p>
          : <p class='done'>{t('acceptance.allPassed')}</p>,
        <form class='people-form' onSubmit={form.submit}>
          {verdicts(verdict, WORDS)}
          {accepting
            ? [
              <label class='signer'>
                {t('acceptance.accepter')}
                <input name='name' required maxlength={100} autocomplete='name' />
              </label>,
              <label class='signer'>
                {t('acceptance.countsFrom')}
                <input
                  type='datetime-local'
                  step='1'
                  name='countsFrom'
                  value={from.value}
                  onChange={change}
                />
                <span class='hint'>{t('acceptance.countsFromHint')}</span>
              </label>,
            ]
            : null}
          {accepting ? confirmFields(props.it, props.it.signatures.installer?.confirmed ?? []) : null}
          <label>
            {t(accepting ? 'return.words' : 'return.why')}
            <textarea name='words' rows={2} maxlength={2000} required={!accepting}></textarea>
          </label>
          {accepting
            ? (
              <label class='check'>
                <input type='checkbox' name='confirmed' required /> {t('acceptance.confirmSecond')}
              </label>
            )
            : null}
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>
              {t(WORDS[verdict.value])}
            </button>
          </div>
        </form>,
      ]);
    };
  },
});
