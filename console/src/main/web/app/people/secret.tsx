// A secret that is shown this once: nobody can look it up afterwards, so it stays until the reader says that it is noted.
import { defineComponent, nextTick, onMounted, ref } from 'vue';
import { copy } from '../copy.ts';
import { announce } from '../page.tsx';
import { t } from '../text.ts';

/** A text to be taken elsewhere, with a button that copies it. */
export const Copied = defineComponent({
  props: { text: { type: String, required: true }, label: { type: String, required: true } },
  setup(props) {
    const done = ref(false);
    const problem = ref<string | null>(null);

    async function take(): Promise<void> {
      problem.value = null;
      try {
        await copy(props.text);
        done.value = true;
        announce(t('secret.copied'));
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    return () => (
      <span class='copied'>
        <code aria-label={props.label}>{props.text}</code>
        <button type='button' onClick={take}>{t(done.value ? 'table.copyDone' : 'table.copy')}</button>
        {problem.value ? <span class='problem' role='alert'>{problem.value}</span> : null}
      </span>
    );
  },
});

export const ShownOnce = defineComponent({
  props: {
    title: { type: String, required: true },
    advice: { type: String, required: true },
    secret: { type: String, required: true },
  },
  emits: ['noted'],
  setup(props, { emit, slots }) {
    const head = ref<HTMLElement | null>(null);
    // It stands where the form was, whose button had the focus.
    onMounted(() => nextTick(() => head.value?.focus()));
    return () => (
      <section class='panel once' aria-label={props.title}>
        <header class='panel-head'>
          <h2 ref={head} tabindex={-1}>{props.title}</h2>
        </header>
        <div class='panel-body'>
          <p>{props.advice}</p>
          <p>
            <Copied text={props.secret} label={props.title} />
          </p>
          {slots.default?.()}
          <button type='button' class='primary' onClick={() => emit('noted')}>{t('secret.noted')}</button>
        </div>
      </section>
    );
  },
});
