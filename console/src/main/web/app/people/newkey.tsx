// A new key of a program: who answers for it, what it may do, until when, and the secret that is told once.
import { defineComponent, ref, watch } from 'vue';
import type { ApiKeyWithSecret } from '#api';
import { live, post } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { panel, waiting } from '../parts.ts';
import { t } from '../text.ts';
import { reasonField } from './danger.tsx';
import { draftsOf, grantsOf } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { GrantEditor } from './granteditor.tsx';
import { ShownOnce } from './secret.tsx';

const ACCOUNTS = '/accounts?sort=fullName&limit=10000';
const REFRESH_SECONDS = 300;

export const NewKey = defineComponent({
  props: {
    /** Who is likely to answer for it. */
    userName: { type: String, default: '' },
  },
  emits: ['made', 'closed'],
  setup(props, { emit }) {
    const accounts = live<'/accounts'>(() => ACCOUNTS, REFRESH_SECONDS);
    const owner = ref(props.userName);
    const drafts = ref<Draft[]>([]);
    const made = ref<ApiKeyWithSecret | null>(null);

    // A key may no more than who answers for it: what that one may is what one begins with, and takes from.
    watch([owner, () => accounts.data.value !== null], () => {
      const account = accounts.data.value?.rows.find((each) => each.userName === owner.value);
      drafts.value = draftsOf(account?.grants ?? []);
    });

    const form = useForm(async (fields) => {
      const { userName, expiresAt } = { userName: owner.value, expiresAt: String(fields.get('expiresAt')) || null };
      made.value = await post<'/keys'>('/keys', {
        name: fields.get('name'),
        userName,
        grants: grantsOf(drafts.value),
        expiresAt,
        reason: fields.get('reason'),
      });
      emit('made');
    });

    const fields = () => (
      <form class='people-form' onSubmit={form.submit}>
        <div class='fields-row'>
          <label>
            {t('column.key')}
            <input name='name' required maxlength={100} autocomplete='off' />
            <span class='hint'>{t('key.nameHint')}</span>
          </label>
          <label>
            {t('column.answersFor')}
            <select required value={owner.value} onChange={(event: Event) => (owner.value = valueOf(event))}>
              <option value=''>{t('key.choose')}</option>
              {accounts.data.value?.rows.filter((each) => each.state === 'OPEN').map((each) => (
                <option value={each.userName} key={each.userName}>{each.fullName} ({each.userName})</option>
              ))}
            </select>
          </label>
          <label>
            {t('column.expires')}
            <input name='expiresAt' type='date' />
            <span class='hint'>{t('key.expiresHint')}</span>
          </label>
        </div>
        {owner.value ? <p class='hint'>{t('key.grantsHint')}</p> : null}
        {owner.value
          ? <GrantEditor drafts={drafts.value} onChanged={(changed: Draft[]) => (drafts.value = changed)} />
          : null}
        {reasonField()}
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('keys.make')}</button>
          <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
        </div>
      </form>
    );

    return () =>
      made.value
        ? (
          <ShownOnce
            title={t('key.secretOf', { name: made.value.name })}
            advice={t('key.secretAdvice')}
            secret={made.value.secret}
            onNoted={() => emit('closed')}
          />
        )
        : panel(t('keys.add'), accounts.data.value ? fields() : waiting(accounts));
  },
});
