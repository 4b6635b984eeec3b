// Signing in.
import { h, ref, onMounted } from '/lib/vue.js';
import { t, switchLanguage, language } from '/app/text.js';
import { signIn } from '/app/api.js';

function words(cause) {
  switch (cause.status) {
    case 401:
      return t('signIn.wrong');
    case 429:
      return t('signIn.throttled', { seconds: cause.retryAfter });
    default:
      return cause.message;
  }
}

export const SignInPage = {
  emits: ['done'],
  setup(props, { emit }) {
    const problem = ref(null);
    const busy = ref(false);
    const name = ref(null);
    onMounted(() => name.value?.focus());

    async function submit(event) {
      event.preventDefault();
      const form = new FormData(event.target);
      busy.value = true;
      problem.value = null;
      try {
        await signIn(form.get('userName'), form.get('password'));
        emit('done');
      } catch (cause) {
        problem.value = words(cause);
      } finally {
        busy.value = false;
      }
    }

    return () =>
      h('main', { class: 'sign-in', key: language.value }, [
        h('form', { onSubmit: submit, class: 'panel' }, [
          h('div', { class: 'brand' }, [h('img', { src: '/icon.svg', alt: '', width: 36, height: 36 }), h('div', [h('h1', t('app.name')), h('p', t('app.claim'))])]),
          h('label', [t('signIn.userName'), h('input', { ref: name, name: 'userName', autocomplete: 'username', required: true })]),
          h('label', [t('signIn.password'), h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })]),
          problem.value ? h('p', { class: 'problem', role: 'alert' }, problem.value) : null,
          h('button', { class: 'primary', disabled: busy.value }, busy.value ? t('signIn.busy') : t('signIn.go')),
          h('p', { class: 'hint' }, t('signIn.hint')),
          h('button', { type: 'button', class: 'language plain', onClick: switchLanguage }, t('nav.otherLanguage')),
        ]),
      ]);
  },
};
