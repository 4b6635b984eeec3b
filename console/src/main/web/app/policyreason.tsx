// How another version of a policy is sent: why, whether it is an emergency, and the way back.
import type { VNode } from 'vue';
import type { Form } from './form.ts';
import { t } from './text.ts';

/**
 * @param send what the button that sends it says
 * @param cancel takes the draft back
 * @param refusal where it stands within the form
 */
export function policyReason(form: Form, send: string, cancel: () => void, refusal: VNode | null = null): VNode {
  return (
    <form class='procedure-reason' onSubmit={form.submit}>
      <label>
        {t('procedure.reason')}
        <textarea name='reason' rows={2} maxlength={2000} required></textarea>
      </label>
      <label class='check'>
        <input type='checkbox' name='emergency' /> {t('document.emergency')}
      </label>
      {refusal}
      <div class='buttons'>
        <button type='submit' class='primary' disabled={form.busy.value}>{send}</button>
        <button type='button' onClick={cancel}>{t('handling.cancel')}</button>
      </div>
    </form>
  );
}
