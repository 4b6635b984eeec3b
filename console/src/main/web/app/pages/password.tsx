// Another password: chosen by whoever wants one, and first of all by who got the present one from somebody else.
import { defineComponent } from 'vue';
import { changePassword, session, signOut } from '../api.ts';
import { useForm } from '../form.ts';
import { t } from '../text.ts';

export const PasswordPage = defineComponent({
  setup() {
    const form = useForm(async (fields) => {
      const [present, other, again] = ['password', 'newPassword', 'again'].map((name) => String(fields.get(name)));
      if (other !== again) {
        throw new Error(t('password.differ'));
      }
      await changePassword(present, other);
    }, () => t('password.done'));
    const field = (name: string, label: string, complete: string) => (
      <label>
        {label}
        <input name={name} type='password' autocomplete={complete} required minlength={name === 'password' ? 1 : 12} />
      </label>
    );
    return () => (
      <div class='sign-in'>
        <form class='panel' onSubmit={form.submit}>
          <h1>{t('password.title')}</h1>
          <p>{session.value?.mustChangePassword ? t('password.must') : t('password.rules')}</p>
          {field('password', t('password.present'), 'current-password')}
          {field('newPassword', t('password.other'), 'new-password')}
          {field('again', t('password.again'), 'new-password')}
          {form.message()}
          <button type='submit' class='primary' disabled={form.busy.value}>{t('password.go')}</button>
          <button type='button' class='plain' onClick={signOut}>{t('nav.signOut')}</button>
        </form>
      </div>
    );
  },
});
