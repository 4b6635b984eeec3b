// Choosing the password of an account by a link that was mailed. The token stands behind the # of the address, which no server hears of;
// opening the page changes nothing.
import { defineComponent, ref } from 'vue';
import { acceptInvitation } from '../api.ts';
import { useForm } from '../form.ts';
import { go, route, setQuery } from '../route.ts';
import { language, t } from '../text.ts';

export const InvitationPage = defineComponent({
  setup() {
    const userName = ref<string | null>(null);
    const form = useForm(async (fields) => {
      const [chosen, again] = ['newPassword', 'again'].map((name) => String(fields.get(name)));
      if (chosen !== again) {
        throw new Error(t('password.differ'));
      }
      userName.value = (await acceptInvitation(route.value.query.token ?? '', chosen)).userName;
      setQuery({ token: null });
    });
    const field = (name: string, label: string) => (
      <label>
        {label}
        <input name={name} type='password' autocomplete='new-password' required minlength={12} />
      </label>
    );
    const choose = () => (
      <form class='panel' onSubmit={form.submit}>
        <h1>{t('invitation.title')}</h1>
        <p>{t('invitation.rules')}</p>
        {field('newPassword', t('password.other'))}
        {field('again', t('password.again'))}
        {form.message()}
        <button type='submit' class='primary' disabled={form.busy.value}>{t('invitation.go')}</button>
        <button
          type='button'
          class='language plain'
          onClick={() => setQuery({ lang: language.value === 'zh' ? 'en' : 'zh' })}
        >
          {t('nav.otherLanguage')}
        </button>
      </form>
    );
    const done = (name: string) => (
      <section class='panel'>
        <h1>{t('invitation.title')}</h1>
        <p role='status'>{t('invitation.done', { name })}</p>
        <button type='button' class='primary' onClick={() => go('/')}>{t('invitation.toSignIn')}</button>
      </section>
    );
    return () => (
      <main class='sign-in' key={language.value}>{userName.value === null ? choose() : done(userName.value)}</main>
    );
  },
});
