// Changing whose an account is, and what that person may do. The version is the one that was seen when changing began: what somebody else
// changed meanwhile is a conflict, and never overwritten.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { Account } from '#api';
import { patch } from '../api.ts';
import { useForm } from '../form.ts';
import type { Form } from '../form.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';
import { reasonField } from './danger.tsx';
import { draftsOf, grantsOf } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { GrantEditor } from './granteditor.tsx';

const OF_ACCOUNT = { account: { type: Object as PropType<Account>, required: true } } as const;

export const ChangePerson = defineComponent({
  props: OF_ACCOUNT,
  emits: ['done', 'closed'],
  setup(props, { emit }) {
    const seen = props.account;
    const form = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name)).trim();
      // Of the phone number only the ends are known here: left empty, it stays.
      const phone = fields.has('withoutPhone') ? { phone: null } : text('phone') ? { phone: text('phone') } : {};
      await patch<'/accounts/{id}'>(pathOf('accounts', seen.userName), {
        version: seen.version,
        fullName: text('fullName'),
        email: text('email') || null,
        ...phone,
        reason: text('reason'),
      });
      emit('done');
    });
    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <label>
          {t('column.person')}
          <input name='fullName' value={seen.fullName} required maxlength={100} autocomplete='off' />
        </label>
        <label>
          {t('column.email')}
          <input name='email' type='email' value={seen.email ?? ''} autocomplete='off' />
        </label>
        <label>
          {t('column.phone')}
          <input name='phone' type='tel' placeholder={seen.phone ?? ''} autocomplete='off' />
          <span class='hint'>{t('account.phoneHint')}</span>
        </label>
        {seen.phone
          ? (
            <label class='check'>
              <input name='withoutPhone' type='checkbox' />
              {t('account.withoutPhone')}
            </label>
          )
          : null}
        {sent(form, () => emit('closed'))}
      </form>
    );
  },
});

export const ChangeGrants = defineComponent({
  props: OF_ACCOUNT,
  emits: ['done', 'closed'],
  setup(props, { emit }) {
    const seen = props.account;
    const drafts = ref<Draft[]>(draftsOf(seen.grants));
    const form = useForm(async (fields) => {
      await patch<'/accounts/{id}'>(pathOf('accounts', seen.userName), {
        version: seen.version,
        grants: grantsOf(drafts.value),
        reason: fields.get('reason'),
      });
      emit('done');
    });
    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <GrantEditor drafts={drafts.value} onChanged={(changed: Draft[]) => (drafts.value = changed)} />
        <p class='hint'>{t('account.grantsMean')}</p>
        {sent(form, () => emit('closed'))}
      </form>
    );
  },
});

/** The end of each of these forms. */
function sent(form: Form, close: () => void) {
  return [
    reasonField(),
    form.message(),
    <div class='buttons'>
      <button type='submit' class='primary' disabled={form.busy.value}>{t('people.save')}</button>
      <button type='button' onClick={close}>{t('people.cancel')}</button>
    </div>,
  ];
}
