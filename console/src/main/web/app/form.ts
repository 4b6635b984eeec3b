// Forms: sent once at a time, what went wrong or well is said where they are.
import { h, ref } from 'vue';
import type { Ref, VNode } from 'vue';
import { announce } from './page.tsx';

/** What stands in the field that an event is of. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

export interface Form {
  busy: Ref<boolean>;
  submit: (event: Event) => Promise<void>;
  /** What was refused and why, or that it was done; null before. */
  message: () => VNode | null;
  /** Says nothing of the send before any more, as where somebody types on. */
  quiet: () => void;
}

/**
 * A form.
 *
 * @param send throws an error whose message a person can read
 * @param done what is said when it has been sent; the fields are empty then
 * @param words of an error, where the form knows better ones
 */
export function useForm(
  send: (fields: FormData) => Promise<void>,
  done: () => string | null = () => null,
  words: (cause: Error) => string = (cause) => cause.message,
): Form {
  const busy = ref(false);
  const problem = ref<string | null>(null);
  const said = ref<string | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy.value) {
      return;
    }
    // A button of its own within a form, as one that removes, sends what stands in it, too.
    const form = (event.target as Element).closest('form');
    busy.value = true;
    problem.value = said.value = null;
    try {
      await send(form ? new FormData(form) : new FormData());
      form?.reset();
      said.value = done();
      if (said.value) {
        announce(said.value);
      }
    } catch (cause) {
      problem.value = words(cause as Error);
    } finally {
      busy.value = false;
    }
  }

  return {
    busy,
    submit,
    quiet: () => (problem.value = said.value = null),
    message: () =>
      problem.value
        ? h('p', { class: 'problem', role: 'alert' }, problem.value)
        : said.value
        ? h('p', { class: 'done', role: 'status' }, said.value)
        : null,
  };
}
