// What an officer who was not involved decides, and what the enterprise takes back.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { Objection } from '#api';
import { post } from '../api.ts';
import { useForm } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const CORRECTIONS = ['bill', 'statistic', 'reading', 'open'] as const;
const VERDICTS = ['upheld', 'partly', 'rejected'] as const;
type Verdict = typeof VERDICTS[number];

export const DecideObjection = defineComponent({
  props: { it: { type: Object as PropType<Objection>, required: true } },
  emits: { decided: () => true },
  setup(props, { emit }) {
    const verdict = ref<Verdict | null>(null);
    const corrects = ref<typeof CORRECTIONS[number]>('open');
    const ofMonth = () => isOfMonth(props.it) && verdict.value !== null && verdict.value !== 'rejected';
    const form = useForm(async (fields) => {
      const value = (name: string) => String(fields.get(name) ?? '').trim() || null;
      const part = verdict.value === 'partly' && props.it.time;
      const done = await post<'/objections/{id}/decision'>(`${pathOf('objections', props.it.number)}/decision`, {
        version: props.it.version,
        verdict: verdict.value,
        words: value('words'),
        basis: value('basis'),
        from: part ? value('from') : null,
        to: part ? value('to') : null,
        correction: ofMonth() ? corrects.value : null,
        reference: ofMonth() ? value('reference') : null,
      });
      announce(say(done.stateText));
      emit('decided');
    });
    return () =>
      panel(t('objection.decide'), [
        <form class='people-form' onSubmit={form.submit}>
          <fieldset class='verdicts'>
            <legend>{t('objection.verdict')}</legend>
            {VERDICTS.map((each) => (
              <label class='check' key={each}>
                <input
                  type='radio'
                  name='verdict'
                  required
                  value={each}
                  checked={verdict.value === each}
                  onChange={() => (verdict.value = each)}
                />{' '}
                {t(`objection.verdict.${each}`)}
              </label>
            ))}
          </fieldset>
          {verdict.value ? <p class='hint'>{t(`objection.does.${effect(props.it, verdict.value)}`)}</p> : null}
          {verdict.value === 'partly' && props.it.time
            ? [
              <label>
                {t('objection.from')}
                <input type='datetime-local' name='from' required value={props.it.time.from.slice(0, 16)} />
              </label>,
              <label>
                {t('objection.to')}
                <input type='datetime-local' name='to' required value={props.it.time.to.slice(0, 16)} />
              </label>,
            ]
            : null}
          {ofMonth()
            ? [
              <label>
                {t('objection.corrects')}
                <select
                  name='correction'
                  value={corrects.value}
                  onChange={(
                    event: Event,
                  ) => (corrects.value = (event.target as HTMLSelectElement).value as typeof corrects.value)}
                >
                  {CORRECTIONS.map((each) => (
                    <option key={each} value={each}>{t(`objection.corrects.${each}`)}</option>
                  ))}
                </select>
              </label>,
              <label>
                {t('objection.reference')}
                <input
                  name='reference'
                  maxlength={200}
                  required={corrects.value !== 'open'}
                  placeholder={t('objection.referenceHint')}
                />
              </label>,
            ]
            : null}
          <label>
            {t('objection.words')}
            <textarea name='words' rows={3} maxlength={2000} required></textarea>
          </label>
          <label>
            {t('objection.basis')}
            <textarea name='basis' rows={2} maxlength={2000} required placeholder={t('objection.basisHint')}></textarea>
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('objection.decideNow')}</button>
          </div>
        </form>,
      ]);
  },
});

function isOfMonth(it: Objection): boolean {
  return it.kind === 'ENERGY' || it.kind === 'INTENSITY';
}

/** Somebody of the office says that what a month awaited has come in. */
export const CorrectObjectedMonth = defineComponent({
  props: { it: { type: Object as PropType<Objection>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      await post<'/objections/{id}/correction'>(`${pathOf('objections', props.it.number)}/correction`, {
        reason: String(fields.get('reason') ?? '').trim(),
      });
      announce(t('objection.corrected'));
      emit('done');
    });
    return () =>
      panel(
        t('objection.awaits'),
        <form class='people-form' onSubmit={form.submit}>
          {props.it.correction?.kind === 'STATISTIC' ? <p class='hint'>{t('objection.correctStatistic')}</p> : null}
          <label>
            {t('objection.correctReason')}
            <textarea name='reason' rows={2} maxlength={500} required></textarea>
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('objection.correct')}</button>
          </div>
        </form>,
      );
  },
});

/** What a verdict does: nothing, a way to the edit, or what was judged is taken back. */
function effect(it: Objection, verdict: Verdict): 'nothing' | 'edit' | 'void' | 'month' {
  if (verdict === 'rejected') {
    return 'nothing';
  }
  if (isOfMonth(it)) {
    return 'month';
  }
  return ['LIMIT', 'TARGET', 'CLASS'].includes(it.kind) ? 'edit' : 'void';
}

export const WithdrawObjection = defineComponent({
  props: { it: { type: Object as PropType<Objection>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      const done = await post<'/objections/{id}/withdrawal'>(`${pathOf('objections', props.it.number)}/withdrawal`, {
        version: props.it.version,
        words: String(fields.get('words') ?? '').trim() || null,
      });
      announce(say(done.stateText));
      emit('done');
    });
    return () =>
      panel(
        t('objection.withdraw'),
        <details class='more'>
          <summary>{t('objection.withdrawWhy')}</summary>
          <form class='people-form' onSubmit={form.submit}>
            <label>
              {t('objection.withdrawWords')}
              <textarea name='words' rows={2} maxlength={2000}></textarea>
            </label>
            {form.message()}
            <div class='buttons'>
              <button type='submit' disabled={form.busy.value}>{t('objection.withdraw')}</button>
            </div>
          </form>
        </details>,
      );
  },
});
