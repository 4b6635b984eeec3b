// One's own account: the password, the second factor, and who stands in.
import { defineAsyncComponent, defineComponent } from 'vue';
import { session } from '../api.ts';
import { mayOwn } from '../caseowner.tsx';
import { load } from '../load.ts';
import { say, t } from '../text.ts';
import { PasswordPage } from './password.tsx';
import { SecondFactorPage } from './secondfactor.tsx';

/** Fetched when it is first looked at, with the other pages of people. */
const OwnDeputies = defineAsyncComponent(() => load(() => import('./people.ts')).then((it) => it.Deputies));

export const OwnAccountPage = defineComponent({
  setup() {
    const outside = () => (
      <div class='sign-in'>
        <section class='panel'>
          <h1>{t('account.outside')}</h1>
          <p>{t('account.outsideText', { provider: say(session.value?.outside) })}</p>
        </section>
      </div>
    );
    return () => (
      <div class='own-account'>
        {session.value?.cameFromOutside ? outside() : [<PasswordPage />, <SecondFactorPage />]}
        {mayOwn() ? <OwnDeputies /> : null}
      </div>
    );
  },
});
