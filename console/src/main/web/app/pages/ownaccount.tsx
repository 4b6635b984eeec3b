// One's own account: the password, and the second factor.
import { defineComponent } from 'vue';
import { PasswordPage } from './password.tsx';
import { SecondFactorPage } from './secondfactor.tsx';

export const OwnAccountPage = defineComponent({
  setup() {
    return () => (
      <div class='own-account'>
        <PasswordPage />
        <SecondFactorPage />
      </div>
    );
  },
});
