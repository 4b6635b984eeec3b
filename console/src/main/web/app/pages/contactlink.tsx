// A contact says by a link that was mailed whether it is still the one to be told. Opening the page asks the server nothing; the token stands
// behind the # of the address, which no server hears of. It shows nothing of whose contact it is.
import { defineComponent, ref } from 'vue';
import { post } from '../api.ts';
import { route, setQuery } from '../route.ts';
import { language, t } from '../text.ts';

export const ContactLinkPage = defineComponent({
  setup() {
    const busy = ref(false);
    const said = ref<string | null>(null);
    const problem = ref<string | null>(null);

    async function answer(still: boolean): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        const { already } = await post<'/session/contact'>('/session/contact', {
          token: route.value.query.token ?? '',
          still,
        });
        said.value = t(already ? 'contactLink.already' : still ? 'contactLink.confirmed' : 'contactLink.declined');
        setQuery({ token: null });
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    return () => (
      <main class='sign-in' key={language.value}>
        <section class='panel'>
          <h1>{t('contactLink.title')}</h1>
          {said.value ? <p role='status'>{said.value}</p> : [
            <p>{t('contactLink.means')}</p>,
            problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
            <button type='button' class='primary' disabled={busy.value} onClick={() => answer(true)}>
              {t('contactLink.still')}
            </button>,
            <button type='button' disabled={busy.value} onClick={() => answer(false)}>
              {t('contactLink.noMore')}
            </button>,
          ]}
          <button
            type='button'
            class='language plain'
            onClick={() => setQuery({ lang: language.value === 'zh' ? 'en' : 'zh' })}
          >
            {t('nav.otherLanguage')}
          </button>
        </section>
      </main>
    );
  },
});
