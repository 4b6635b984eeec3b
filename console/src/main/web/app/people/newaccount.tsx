// A new account: who it is for, what that person may do, and the password that is told once.
import { defineComponent, nextTick, onMounted, ref } from 'vue';
import type { AccountWithPassword, InvitedAccount } from '#api';
import { post } from '../api.ts';
import { useForm } from '../form.ts';
import { link, panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';
import { reasonField } from './danger.tsx';
import { grantsOf } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { GrantEditor } from './granteditor.tsx';
import { ShownOnce } from './secret.tsx';

export const NewAccount = defineComponent({
  emits: ['made', 'closed'],
  setup(_, { emit }) {
    const drafts = ref<Draft[]>([{ role: 'officer', kind: 'parks', ids: [] }]);
    const made = ref<AccountWithPassword | null>(null);
    const invited = ref<InvitedAccount | null>(null);
    const byMail = ref(false);
    const first = ref<HTMLInputElement | null>(null);
    onMounted(() => nextTick(() => first.value?.focus()));

    const form = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name)).trim() || null;
      const asked = {
        userName: text('userName'),
        fullName: text('fullName'),
        email: text('email'),
        phone: text('phone'),
        grants: grantsOf(drafts.value),
        reason: text('reason'),
      };
      if (byMail.value) {
        invited.value = await post<'/invitations'>('/invitations', asked);
      } else {
        made.value = await post<'/accounts'>('/accounts', asked);
      }
      emit('made');
    });

    const shown = (account: AccountWithPassword) => (
      <ShownOnce
        title={t('account.passwordOf', { name: account.fullName })}
        advice={t('account.passwordAdvice', { userName: account.userName })}
        secret={account.password}
        onNoted={() => emit('closed')}
      >
        <p>{link(pathOf('accounts', account.userName), t('account.open', { name: account.fullName }))}</p>
      </ShownOnce>
    );

    const fields = () => (
      <form class='people-form' onSubmit={form.submit}>
        <div class='fields-row'>
          <label>
            {t('signIn.userName')}
            <input ref={first} name='userName' required minlength={2} maxlength={64} autocomplete='off' />
            <span class='hint'>{t('account.userNameHint')}</span>
          </label>
          <label>
            {t('column.person')}
            <input name='fullName' required maxlength={100} autocomplete='off' />
          </label>
          <label>
            {t('column.email')}
            <input name='email' type='email' autocomplete='off' required={byMail.value} />
          </label>
          <label>
            {t('column.phone')}
            <input name='phone' type='tel' autocomplete='off' />
          </label>
        </div>
        <GrantEditor drafts={drafts.value} onChanged={(changed: Draft[]) => (drafts.value = changed)} />
        <label class='check'>
          <input
            type='checkbox'
            checked={byMail.value}
            onChange={(event: Event) => (byMail.value = (event.target as HTMLInputElement).checked)}
          />
          {t('accounts.byMail')}
        </label>
        {reasonField()}
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('accounts.make')}</button>
          <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
        </div>
      </form>
    );

    const sent = (account: InvitedAccount) =>
      panel(t('accounts.add'), [
        <p class={account.sent ? 'done' : 'problem'} role='status'>
          {t(account.sent ? 'account.invited' : 'account.notInvited', { email: account.email })}
        </p>,
        <p>{link(pathOf('accounts', account.userName), t('account.open', { name: account.fullName }))}</p>,
        <button type='button' onClick={() => emit('closed')}>{t('people.close')}</button>,
      ]);

    return () => (invited.value
      ? sent(invited.value)
      : made.value
      ? shown(made.value)
      : panel(t('accounts.add'), fields()));
  },
});
