// One's own account: the password, the second factor, and who stands in.
import { defineAsyncComponent, defineComponent } from 'vue';
import { mayOwn } from '../caseowner.tsx';
import { load } from '../load.ts';
import { PasswordPage } from './password.tsx';
import { SecondFactorPage } from './secondfactor.tsx';

/** Fetched when it is first looked at, with the other pages of people. */
const OwnDeputies = defineAsyncComponent(() => load(() => import('./people.ts')).then((it) => it.Deputies));

export const OwnAccountPage = defineComponent({
  setup() {
    return () => (
      <div class='own-account'>
        <PasswordPage />
        <SecondFactorPage />
        {mayOwn() ? <OwnDeputies /> : null}
      </div>
    );
  },
});
