// Taking the first signature back, as long as nobody has signed second.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { AcceptanceSheet } from '#api';
import { post } from '../api.ts';
import { useForm } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';

export const TakeBack = defineComponent({
  props: { it: { type: Object as PropType<AcceptanceSheet>, required: true } },
  emits: { takenBack: (_it: AcceptanceSheet) => true },
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      const told = await post<'/acceptance/{id}/withdrawal'>(`${pathOf('acceptance', props.it.device.id)}/withdrawal`, {
        version: props.it.version,
        words: String(fields.get('words')).trim(),
      });
      announce(t('acceptance.takenBackNow'));
      emit('takenBack', told);
    });
    return () =>
      panel(t('acceptance.takeBack'), [
        <form class='people-form take-back' onSubmit={form.submit}>
          <p class='hint'>{t('acceptance.takeBackNote')}</p>
          <label>
            {t('acceptance.takeBackWhy')}
            <textarea name='words' rows={2} maxlength={2000} required></textarea>
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' disabled={form.busy.value}>{t('acceptance.takeBack')}</button>
          </div>
        </form>,
      ]);
  },
});
