// Signing in.
import { defineComponent, h, onMounted, ref } from 'vue';
import { language, switchLanguage, t } from '../text.ts';
import { Refusal, signIn } from '../api.ts';
import { icon } from '../parts.ts';

function words(cause: Error): string {
  switch (cause instanceof Refusal ? cause.status : null) {
    case 401:
      return t('signIn.wrong');
    case 429:
      return t('signIn.throttled', { seconds: (cause as Refusal).retryAfter });
    default:
      return cause.message;
  }
}

export const SignInPage = defineComponent({
  emits: ['done'],
  setup(_, { emit }) {
    const problem = ref<string | null>(null);
    const busy = ref(false);
    const name = ref<HTMLInputElement | null>(null);
    onMounted(() => name.value?.focus());

    async function submit(event: Event): Promise<void> {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      busy.value = true;
      problem.value = null;
      try {
        await signIn(String(form.get('userName')), String(form.get('password')));
        emit('done');
      } catch (cause) {
        problem.value = words(cause as Error);
      } finally {
        busy.value = false;
      }
    }

    return () =>
      h('main', { class: 'sign-in', key: language.value }, [
        h('form', { onSubmit: submit, class: 'panel' }, [
          h('div', { class: 'brand' }, [
            h('img', { src: icon(), alt: '', width: 36, height: 36 }),
            h('div', [h('h1', t('app.name')), h('p', t('app.claim'))]),
          ]),
          h('label', [
            t('signIn.userName'),
            h('input', { ref: name, name: 'userName', autocomplete: 'username', required: true }),
          ]),
          h('label', [
            t('signIn.password'),
            h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true }),
          ]),
          problem.value ? h('p', { class: 'problem', role: 'alert' }, problem.value) : null,
          h('button', { class: 'primary', disabled: busy.value }, busy.value ? t('signIn.busy') : t('signIn.go')),
          h('p', { class: 'hint' }, t('signIn.hint')),
          h('button', { type: 'button', class: 'language plain', onClick: switchLanguage }, t('nav.otherLanguage')),
        ]),
      ]);
  },
});
