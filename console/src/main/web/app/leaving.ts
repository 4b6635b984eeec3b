// What is typed and not kept is not lost without a question: neither by going to another page of the console, nor by closing or loading the window anew.
import { onBeforeUnmount } from 'vue';
import { guardedBy } from './route.ts';
import { t } from './text.ts';

const forms = new Set<() => boolean>();

function unsaved(): boolean {
  return [...forms].some((each) => each());
}

/** Whether what is shown may go: nothing is unsaved, or somebody said so. */
export function mayLeave(): boolean {
  return !unsaved() || confirm(t('form.leave'));
}

/** Asks before a form is left while it has something unsaved; of a form within a component that is being set up. */
export function askBeforeLeaving(dirty: () => boolean): void {
  forms.add(dirty);
  onBeforeUnmount(() => forms.delete(dirty));
}

guardedBy(mayLeave);

addEventListener('beforeunload', (event) => {
  if (unsaved()) {
    event.preventDefault();
  }
});
