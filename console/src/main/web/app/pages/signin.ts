// Signing in.
import { defineComponent, h, nextTick, onMounted, ref } from 'vue';
import type { VNode } from 'vue';
import { route, setQuery } from '../route.ts';
import { language, say, t } from '../text.ts';
import { useForm } from '../form.ts';
import { Refusal, session, signIn } from '../api.ts';
import { icon } from '../parts.ts';

/** Whether the password was right and a code is wanted. */
function wantsCode(cause: unknown): boolean {
  return cause instanceof Refusal && cause.type === 'second-factor';
}

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

const OUTSIDE = ['away', 'refused', 'unlinked', 'cancelled', 'expired', 'throttled'] as const;

/** What came of signing in at somebody else's page, if somebody comes from there. */
function outcome(): VNode | null {
  const kind = OUTSIDE.find((each) => each === route.value.query.outside);
  return kind ? h('p', { class: 'problem', role: 'alert' }, t(`signIn.outside.${kind}`)) : null;
}

export const SignInPage = defineComponent({
  setup() {
    const name = ref<HTMLInputElement | null>(null);
    const codeField = ref<HTMLInputElement | null>(null);
    /** Whether the account that somebody signs in to needs a code. */
    const asked = ref(false);
    onMounted(() => name.value?.focus());
    const form = useForm(
      async (fields) => {
        const code = String(fields.get('code') ?? '').trim();
        try {
          await signIn(String(fields.get('userName')), String(fields.get('password')), code || null);
        } catch (cause) {
          if (wantsCode(cause)) {
            const first = !asked.value;
            asked.value = true;
            await nextTick();
            codeField.value?.focus();
            throw first ? new Error(t('signIn.codeNeeded')) : new Error(t('signIn.codeWrong'));
          }
          throw cause;
        }
      },
      () => null,
      words,
    );
    const switchLanguage = () => setQuery({ lang: language.value === 'zh' ? 'en' : 'zh' });

    return () =>
      h('main', { class: 'sign-in', key: language.value }, [
        h('form', { onSubmit: form.submit, class: 'panel' }, [
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
          asked.value
            ? h('label', [
              t('signIn.code'),
              h('input', {
                ref: codeField,
                name: 'code',
                autocomplete: 'one-time-code',
                required: true,
                maxlength: 40,
              }),
            ])
            : null,
          form.message(),
          h(
            'button',
            { class: 'primary', disabled: form.busy.value },
            form.busy.value ? t('signIn.busy') : t('signIn.go'),
          ),
          session.value?.outside
            ? h('a', { class: 'button', href: '/sign-in/outside' }, say(session.value.outside))
            : null,
          outcome(),
          h('button', { type: 'button', class: 'language plain', onClick: switchLanguage }, t('nav.otherLanguage')),
        ]),
      ]);
  },
});
