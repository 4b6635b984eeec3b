// The second factor of one's own account: set up with an app, confirmed by one of its codes, removed.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Orders } from '#api';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  session,
  signOut,
} from '../api.ts';
import { useForm } from '../form.ts';
import { t } from '../text.ts';

type Enrolment = Orders['/session/second-factor'];
type Confirmed = Orders['/session/second-factor/confirmation'];

/** Modules around the code that scanners need to be light. */
const QUIET = 4;

/** A QR code, dark on light in every theme. */
function qrCode(rows: string[], label: string): VNode {
  const path = rows.flatMap((row, y) => [...row].map((dark, x) => dark === '1' ? `M${x} ${y}h1v1h-1z` : '')).join('');
  const size = rows.length + 2 * QUIET;
  return (
    <svg class='qr' role='img' aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}>
      <path d={path} shape-rendering='crispEdges' />
    </svg>
  );
}

/** In groups of four, as people type it. */
function grouped(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}

export const SecondFactorPage = defineComponent({
  setup() {
    const begun = ref<Enrolment | null>(null);
    const confirmed = ref<Confirmed | null>(null);
    const removed = ref(false);
    const text = (fields: FormData, name: string) => String(fields.get(name));
    const begin = useForm(async (fields) => {
      begun.value = await beginSecondFactor(text(fields, 'password'));
    });
    const confirm = useForm(async (fields) => {
      confirmed.value = await confirmSecondFactor(text(fields, 'code').trim());
      begun.value = null;
    });
    const change = useForm(async (fields) => {
      const [present, given] = [text(fields, 'password'), text(fields, 'code').trim()];
      if (fields.get('what') === 'renew') {
        confirmed.value = await renewRecoveryCodes(present, given);
      } else {
        await removeSecondFactor(present, given);
        removed.value = true;
      }
    });

    /** The page goes on only now: it would take the recovery codes away. */
    function noted(): void {
      const { recoveryCodes: _codes, ...known } = confirmed.value!;
      session.value = known;
      confirmed.value = null;
    }

    const password = () => (
      <label>
        {t('password.present')}
        <input name='password' type='password' autocomplete='current-password' required />
      </label>
    );
    const code = (label: string) => (
      <label>
        {label}
        <input name='code' autocomplete='one-time-code' required maxlength={40} />
      </label>
    );

    const offer = () => (
      <form class='panel' onSubmit={begin.submit}>
        <h1>{t('factor.title')}</h1>
        <p>{session.value?.mustAddSecondFactor ? t('factor.must') : t('factor.why')}</p>
        {password()}
        {begin.message() ?? (removed.value ? <p class='done' role='status'>{t('factor.removed')}</p> : null)}
        <button type='submit' class='primary' disabled={begin.busy.value}>{t('factor.begin')}</button>
        {session.value?.mustAddSecondFactor
          ? <button type='button' class='plain' onClick={signOut}>{t('nav.signOut')}</button>
          : null}
      </form>
    );
    const setUp = (enrolment: Enrolment) => (
      <form class='panel' onSubmit={confirm.submit}>
        <h1>{t('factor.title')}</h1>
        <p>{t('factor.scan')}</p>
        {qrCode(enrolment.qrCode, t('factor.qrCode'))}
        <p>
          {t('factor.orType')} <code class='secret'>{grouped(enrolment.secret)}</code>
        </p>
        <a href={enrolment.link}>{t('factor.openApp')}</a>
        {code(t('factor.code'))}
        {confirm.message()}
        <button type='submit' class='primary' disabled={confirm.busy.value}>{t('factor.confirm')}</button>
        <button type='button' class='plain' onClick={() => (begun.value = null)}>{t('factor.cancel')}</button>
      </form>
    );
    const codes = (answer: Confirmed) => (
      <section class='panel'>
        <h1>{t('factor.codesTitle')}</h1>
        <p role='status'>{t('factor.codes')}</p>
        <ul class='recovery-codes'>
          {answer.recoveryCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <button type='button' class='primary' onClick={noted}>{t('factor.noted')}</button>
      </section>
    );
    const inUse = (left: number) => (
      <form class='panel' onSubmit={change.submit}>
        <h1>{t('factor.title')}</h1>
        <p>{t('factor.on', { left })}</p>
        <label class='check'>
          <input type='radio' name='what' value='renew' required /> {t('factor.renew')}
        </label>
        <label class='check'>
          <input type='radio' name='what' value='remove' required /> {t('factor.remove')}
        </label>
        {password()}
        {code(t('factor.anyCode'))}
        {change.message()}
        <button type='submit' disabled={change.busy.value}>{t('factor.go')}</button>
      </form>
    );

    return () => (
      <div class='sign-in'>
        {confirmed.value
          ? codes(confirmed.value)
          : session.value?.secondFactor
          ? inUse(session.value.recoveryCodesLeft)
          : begun.value
          ? setUp(begun.value)
          : offer()}
      </div>
    );
  },
});
