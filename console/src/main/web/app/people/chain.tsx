// The head of the audit log's chain: to be noted elsewhere, and whether the log still fits one that was.
import { defineComponent, ref } from 'vue';
import type { Answers } from '#api';
import { get, query } from '../api.ts';
import { useForm } from '../form.ts';
import { badge, panel, time } from '../parts.ts';
import { t } from '../text.ts';
import { Copied } from './secret.tsx';

type Check = Answers['/audit-log/check'];

export const ChainHead = defineComponent({
  props: { head: { type: String, required: true } },
  setup(props) {
    const found = ref<Check | null>(null);
    const form = useForm(async (fields) => {
      found.value = null;
      found.value = await get<'/audit-log/check'>(
        query('/audit-log/check', { head: String(fields.get('head')).trim() }),
      );
    });

    const result = (check: Check) => (
      <div role='status'>
        {check.fits ? badge('good', t('chain.fits')) : badge('bad', t('chain.broken'))}{' '}
        {t('chain.entries', { n: check.entries })}
        {check.from && check.until ? [' · ', time(check.from), ' – ', time(check.until)] : null}
        {check.fault ? <p class='problem'>{check.fault}</p> : null}
      </div>
    );

    return () =>
      panel(t('chain.title'), [
        <p class='hint'>{t('chain.note')}</p>,
        <p>
          <Copied text={props.head} label={t('chain.title')} />
        </p>,
        <details class='more'>
          <summary>{t('chain.check')}</summary>
          <form class='people-form' onSubmit={form.submit}>
            <label>
              {t('chain.noted')}
              <input name='head' placeholder='17:0a1b…' autocomplete='off' />
              <span class='hint'>{t('chain.notedHint')}</span>
            </label>
            {form.message()}
            {found.value ? result(found.value) : null}
            <div class='buttons'>
              <button type='submit' disabled={form.busy.value}>{t('chain.go')}</button>
            </div>
          </form>
        </details>,
      ]);
  },
});
