// One's own account: the password, and the second factor.
import { defineComponent } from 'vue';
import { session } from '../api.ts';
import { say, t } from '../text.ts';
import { PasswordPage } from './password.tsx';
import { SecondFactorPage } from './secondfactor.tsx';

export const OwnAccountPage = defineComponent({
  setup() {
    return () =>
      session.value?.cameFromOutside
        ? (
          <div class='sign-in'>
            <section class='panel'>
              <h1>{t('account.outside')}</h1>
              <p>{t('account.outsideText', { provider: say(session.value.outside) })}</p>
            </section>
          </div>
        )
        : (
          <div class='own-account'>
            <PasswordPage />
            <SecondFactorPage />
          </div>
        );
  },
});
