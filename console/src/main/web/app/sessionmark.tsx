// Who is signed in, the other language, and the page on paper.
import { defineComponent } from 'vue';
import { session, signOut } from './api.ts';
import { printPage } from './print.ts';
import { link } from './parts.ts';
import { setQuery } from './route.ts';
import { language, t } from './text.ts';

export const SessionMark = defineComponent({
  setup() {
    return () => {
      const other = language.value === 'zh' ? 'en' : 'zh';
      return (
        <div class='who'>
          <button type='button' class='print' onClick={printPage}>{t('nav.print')}</button>
          <button type='button' class='language' lang={other} onClick={() => setQuery({ lang: other })}>
            {t('nav.otherLanguage')}
          </button>
          {session.value?.signInRequired
            ? [
              link('/password', session.value.userName ?? '', { class: 'user', title: t('account.title') }),
              <button type='button' onClick={signOut}>{t('nav.signOut')}</button>,
            ]
            : <span class='user'>{t('nav.demo')}</span>}
        </div>
      );
    };
  },
});
