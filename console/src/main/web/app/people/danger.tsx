// What cannot be taken back, or shuts somebody out: asked once, with what follows from it and for which reason.
import { defineComponent, nextTick, ref, useId } from 'vue';
import type { PropType } from 'vue';
import { useForm } from '../form.ts';
import { t } from '../text.ts';

/** The reason that stands on record beside what is done. */
export function reasonField(id?: string, hint = t('people.reasonHint')) {
  return (
    <label>
      {t('people.reason')}
      <textarea id={id} name='reason' rows={2} maxlength={2000} required placeholder={hint}>
      </textarea>
    </label>
  );
}

export const Danger = defineComponent({
  props: {
    action: { type: String, required: true },
    consequence: { type: String, required: true },
    /** Throws an error whose message a person can read. */
    send: { type: Function as PropType<(reason: string) => Promise<void>>, required: true },
    /** Whether it gives back instead of taking away. */
    mild: { type: Boolean, default: false },
    /** An example of a reason; of accounts where nothing is said. */
    hint: { type: String, default: undefined },
  },
  setup(props) {
    const open = ref(false);
    const button = ref<HTMLButtonElement | null>(null);
    const field = useId();
    const form = useForm(async (fields) => {
      await props.send(String(fields.get('reason')));
      await close();
    });

    async function ask(): Promise<void> {
      open.value = true;
      await nextTick();
      document.getElementById(field)?.focus();
    }

    /** Back to where it began, unless what was done has shown something else since. */
    async function close(): Promise<void> {
      open.value = false;
      await nextTick();
      if (document.activeElement === document.body) {
        button.value?.focus();
      }
    }

    return () =>
      open.value
        ? (
          <form
            class={['people-form', 'danger', props.mild ? 'mild' : null]}
            aria-label={props.action}
            onSubmit={form.submit}
            onKeydown={(event: KeyboardEvent) => event.key === 'Escape' && close()}
          >
            <p>
              <strong>{props.action}</strong>
            </p>
            <p>{props.consequence}</p>
            {reasonField(field, props.hint)}
            {form.message()}
            <div class='buttons'>
              <button type='submit' class={props.mild ? 'primary' : 'dangerous'} disabled={form.busy.value}>
                {t('people.confirm', { action: props.action })}
              </button>
              <button type='button' onClick={close}>{t('people.cancel')}</button>
            </div>
          </form>
        )
        : <button ref={button} type='button' class='ask' onClick={ask}>{props.action}…</button>;
  },
});
