// A day, picked or typed.
import { defineComponent } from 'vue';
import { valueOf } from './form.ts';

/**
 * Browsers report every key that makes a day, of `2026-11-29` the year 2 as well: what is typed is taken when it is finished, with
 * Enter or by leaving the field; what is picked is taken at once.
 */
export const DateField = defineComponent({
  props: { label: { type: String, required: true }, value: { type: String, required: true } },
  emits: { chosen: (_day: string) => true },
  setup(props, { emit }) {
    let typing = false;

    function take(event: Event): void {
      typing = false;
      const day = valueOf(event);
      if (day !== props.value) {
        emit('chosen', day);
      }
    }

    function key(event: KeyboardEvent): void {
      if (event.key === 'Enter') {
        take(event);
      } else if (event.key !== 'Tab') {
        typing = true;
      }
    }

    return () => (
      <input
        type='date'
        aria-label={props.label}
        value={props.value}
        onKeydown={key}
        onPointerdown={() => (typing = false)}
        onChange={(event: Event) => typing || take(event)}
        onBlur={(event: Event) => typing && take(event)}
      />
    );
  },
});
