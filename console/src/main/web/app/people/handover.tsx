// Somebody leaves: what that account answers for goes to another one, and it is closed.
import { computed, defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Account } from '#api';
import { live, post } from '../api.ts';
import { useForm } from '../form.ts';
import { empty, link, panel, waiting } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';
import { reasonField } from './danger.tsx';

const MOST = 10_000;

export const HandOver = defineComponent({
  props: { account: { type: Object as PropType<Account>, required: true } },
  emits: { done: () => true, closed: () => true },
  setup(props, { emit }) {
    const path = () => pathOf('accounts', props.account.userName);
    const things = live<'/accounts/{id}/belongings'>(() => `${path()}/belongings`, 60);
    const accounts = live<'/accounts'>(() => `/accounts?state=open&limit=${MOST}`, 60);
    const others = computed(() =>
      (accounts.data.value?.rows ?? []).filter((each) => each.userName !== props.account.userName)
    );
    const form = useForm(async (fields) => {
      await post<'/accounts/{id}/hand-over'>(`${path()}/hand-over`, {
        to: fields.get('to'),
        version: props.account.version,
        reason: String(fields.get('reason')).trim(),
      });
      emit('done');
    });

    return () => {
      const it = things.data.value;
      return panel(
        t('handOver.title', { name: props.account.fullName }),
        !it || !accounts.data.value
          ? waiting(it ? accounts : things)
          : others.value.length === 0
          ? empty(t('handOver.nobody'), t('handOver.nobodyAdvice'))
          : (
            <form class='people-form' onSubmit={form.submit}>
              <p>{t('handOver.means', { name: props.account.fullName })}</p>
              <dl class='facts'>
                <dt>{t('nav.keys')}</dt>
                <dd>
                  {it.keys.length ? it.keys.map((key) => <div key={key.id}>{key.name}</div>) : t('handOver.none')}
                </dd>
                <dt>{t('nav.reviews')}</dt>
                <dd>
                  {it.reviews.length
                    ? it.reviews.map((number) => (
                      <div key={number}>{link(`/reviews/${number}`, t('review.title', { n: number }))}</div>
                    ))
                    : t('handOver.none')}
                </dd>
              </dl>
              <label>
                {t('handOver.to')}
                <select name='to' required>
                  <option value=''>—</option>
                  {others.value.map((each) => (
                    <option value={each.userName} key={each.userName}>
                      {`${each.fullName} (${each.userName})`}
                    </option>
                  ))}
                </select>
              </label>
              {reasonField()}
              {form.message()}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={form.busy.value}>{t('handOver.go')}</button>
                <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
              </div>
            </form>
          ),
      );
    };
  },
});
