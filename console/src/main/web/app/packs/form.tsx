// What an inspection pack is to be of, as it is asked for: enterprise, days and why.
import { defineComponent, reactive, ref, useId } from 'vue';
import { post } from '../api.ts';
import { choices, idCalled } from '../document/choose.ts';
import type { Choice } from '../document/choose.ts';
import { addDays } from '../format.ts';
import { useForm, valueOf } from '../form.ts';
import { health } from '../health.ts';
import { nameOf } from '../names.ts';
import { say, t } from '../text.ts';

export const PackForm = defineComponent({
  props: {
    /** What it is filled in with. */
    enterprise: { type: String, default: '' },
  },
  emits: { done: () => true },
  setup(props, { emit }) {
    const list = useId();
    const hits = ref<Choice[]>([]);
    // The platform's day, in the park's zone, whatever the browser says.
    const today = (health.value.time ?? '').slice(0, 10);
    const values = reactive({
      enterprise: props.enterprise,
      from: today ? `${today.slice(0, 4)}-01-01` : '',
      to: today,
    });

    const form = useForm(async (fields) => {
      await post<'/inspection-packs'>('/inspection-packs', {
        enterprise: values.enterprise.trim(),
        from: values.from,
        to: values.to,
        reason: String(fields.get('reason') ?? ''),
      });
      emit('done');
    });

    async function suggest(text: string): Promise<void> {
      hits.value = await choices('enterprise', text);
    }

    /** A name that only one has stands for its id. */
    async function chosen(text: string): Promise<void> {
      values.enterprise = text;
      const id = await idCalled('enterprise', text);
      if (id !== null && values.enterprise === text) {
        values.enterprise = id;
      }
    }

    const quick = (): [string, string, string][] =>
      today
        ? [
          [t('pack.days', { n: 30 }), addDays(today, -29), today],
          [t('pack.thisYear'), `${today.slice(0, 4)}-01-01`, today],
          [t('pack.twelveMonths'), addDays(today, -364), today],
        ]
        : [];

    const day = (field: 'from' | 'to') => (
      <label class='act-field'>
        <span>{t(`pack.${field}`)}</span>
        <input
          type='date'
          name={field}
          value={values[field]}
          max={today || undefined}
          required
          onChange={(event: Event) => (values[field] = valueOf(event))}
        />
      </label>
    );

    return () => (
      <form class='act-form pack-form' onSubmit={form.submit} aria-label={t('pack.make')}>
        <label class='act-field'>
          <span>{t('pack.enterprise')}</span>
          <input
            name='enterprise'
            value={values.enterprise}
            list={list}
            autocomplete='off'
            required
            placeholder={t('pack.enterpriseHint')}
            onFocus={() => void suggest(values.enterprise).catch(() => {})}
            onInput={(event: Event) => void suggest(valueOf(event)).catch(() => {})}
            onChange={(event: Event) => void chosen(valueOf(event).trim()).catch(() => {})}
          />
          <datalist id={list}>
            {hits.value.map((hit) => <option value={hit.id} key={hit.id}>{say(hit.name)}</option>)}
          </datalist>
          {values.enterprise ? <span class='hint'>{nameOf('ENTERPRISE', values.enterprise)}</span> : null}
        </label>
        <div class='pack-days'>
          {day('from')}
          {day('to')}
        </div>
        <div class='buttons'>
          {quick().map(([name, from, to]) => (
            <button
              type='button'
              key={name}
              aria-pressed={values.from === from && values.to === to}
              onClick={() => {
                values.from = from;
                values.to = to;
              }}
            >
              {name}
            </button>
          ))}
        </div>
        <label class='act-field'>
          <span>{t('pack.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required placeholder={t('pack.reasonHint')}></textarea>
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('pack.make')}</button>
        </div>
      </form>
    );
  },
});
