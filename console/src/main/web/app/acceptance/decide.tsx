// The second signature: another account accepts the device, or gives the sheet back.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { AcceptanceSheet } from '#api';
import { post } from '../api.ts';
import { instantOf, localSeconds } from '../document/times.ts';
import { useForm } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';

export const DecideSheet = defineComponent({
  props: { it: { type: Object as PropType<AcceptanceSheet>, required: true } },
  emits: { decided: (_it: AcceptanceSheet) => true },
  setup(props, { emit }) {
    const verdict = ref<'accepted' | 'returned'>('accepted');
    const form = useForm(async (fields) => {
      const accepting = verdict.value === 'accepted';
      const from = String(fields.get('countsFrom') ?? '');
      const told = await post<'/acceptance/{id}/decision'>(`${pathOf('acceptance', props.it.device.id)}/decision`, {
        version: props.it.version,
        verdict: verdict.value,
        words: String(fields.get('words') ?? '').trim() || null,
        ...(accepting
          ? {
            name: String(fields.get('name')).trim(),
            confirmed: true,
            countsFrom: from ? instantOf(from) : null,
          }
          : {}),
      });
      announce(t(accepting ? 'acceptance.acceptedNow' : 'acceptance.returnedNow'));
      emit('decided', told);
    });

    return () => {
      const accepting = verdict.value === 'accepted';
      const needed = !accepting || props.it.failed > 0;
      return panel(t('acceptance.decide'), [
        props.it.failed
          ? <p class='problem' role='status'>{t('acceptance.failed', { n: props.it.failed })}</p>
          : <p class='done'>{t('acceptance.allPassed')}</p>,
        <form class='people-form' onSubmit={form.submit}>
          <fieldset class='verdicts'>
            <legend>{t('return.verdict')}</legend>
            {(['accepted', 'returned'] as const).map((each) => (
              <label class='check' key={each}>
                <input
                  type='radio'
                  name='verdict'
                  value={each}
                  checked={verdict.value === each}
                  onChange={() => (verdict.value = each)}
                />{' '}
                {t(each === 'accepted' ? 'acceptance.accept' : 'acceptance.giveBack')}
              </label>
            ))}
          </fieldset>
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
                  value={props.it.proposedFrom ? localSeconds(props.it.proposedFrom) : ''}
                />
                <span class='hint'>{t('acceptance.countsFromHint')}</span>
              </label>,
            ]
            : null}
          <label>
            {t(accepting ? (needed ? 'acceptance.whyAll' : 'return.words') : 'return.why')}
            <textarea name='words' rows={2} maxlength={2000} required={needed}></textarea>
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
              {t(accepting ? 'acceptance.accept' : 'acceptance.giveBack')}
            </button>
          </div>
        </form>,
      ]);
    };
  },
});
