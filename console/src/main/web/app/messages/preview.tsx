// What would be told of a real case: nobody is, and nothing is kept.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { MessageTemplates, Orders } from '#api';
import { live, post, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { panel } from '../parts.ts';
import { say, t, word } from '../text.ts';
import { LANGUAGES, stepName } from './words.ts';

const TIERS = ['enterprise', 'office', 'maintainer'] as const;
const REFRESH_SECONDS = 600;

export const MessagePreview = defineComponent({
  props: {
    templates: { type: Object as PropType<MessageTemplates>, required: true },
    /** Whether what is shown is to be tried, and not what is in force. */
    draft: { type: Boolean, required: true },
  },
  setup(props) {
    const cases = live<'/alerts'>(() => query('/alerts', { limit: 50 }), REFRESH_SECONDS);
    const chosen = ref('');
    const channel = ref('mail');
    const event = ref('raised');
    const tier = ref<typeof TIERS[number]>('enterprise');
    const written = ref<typeof LANGUAGES[number]>('zh');
    const busy = ref(false);
    const problem = ref<string | null>(null);
    const shown = ref<Orders['/message-templates/preview'] | null>(null);
    const all = computed(() => cases.data.value?.alerts ?? []);

    async function show(): Promise<void> {
      busy.value = true;
      problem.value = null;
      const { events, factors, texts, sms } = props.templates;
      try {
        shown.value = await post<'/message-templates/preview'>('/message-templates/preview', {
          case: chosen.value || all.value[0]?.id,
          channel: channel.value,
          event: event.value,
          tier: tier.value,
          language: written.value,
          ...(props.draft ? { events, factors, texts, sms } : {}),
        });
      } catch (cause) {
        shown.value = null;
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    const choice = (name: string, value: string, options: [string, string][], change: (to: string) => void) => (
      <label>
        {name}
        <select value={value} onChange={(changed: Event) => change(valueOf(changed))}>
          {options.map(([code, text]) => <option value={code} key={code}>{text}</option>)}
        </select>
      </label>
    );

    const channels = (): [string, string][] => [
      ...props.templates.channels.map((each): [string, string] => [each.code, say(each.name)]),
      ['sms', t('message.sms')],
    ];

    function message() {
      const it = shown.value;
      if (!it) {
        return null;
      }
      if (!it.told) {
        return <p role='status'>{t('message.notTold')}</p>;
      }
      return [
        it.happened ? null : <p class='hint'>{t('message.madeUp')}</p>,
        it.subject ? <p class='message-subject'>{it.subject}</p> : null,
        <pre class='message-preview' lang={written.value}>{it.text}</pre>,
        it.html
          ? (
            <a
              class='button'
              download='preview.html'
              href={`data:text/html;charset=utf-8,${encodeURIComponent(it.html)}`}
            >
              {t('message.html')}
            </a>
          )
          : null,
      ];
    }

    return () =>
      panel(t('message.preview'), [
        <p class='hint'>{t('message.previewHint')}</p>,
        all.value.length
          ? [
            <div class='message-choices'>
              {choice(
                t('message.case'),
                chosen.value || all.value[0].id,
                all.value.map((each): [string, string] => [
                  each.id,
                  `${each.handling?.number ?? ''} ${say(each.title)}`.trim(),
                ]),
                (to) => (chosen.value = to),
              )}
              {choice(t('message.channel'), channel.value, channels(), (to) => (channel.value = to))}
              {choice(
                t('message.step'),
                event.value,
                props.templates.steps.map((step): [string, string] => [step, stepName(props.templates, step)]),
                (to) => (event.value = to),
              )}
              {choice(
                t('message.recipient'),
                tier.value,
                TIERS.map((each): [string, string] => [each, word('plan.tier', each)]),
                (to) => (tier.value = to as typeof TIERS[number]),
              )}
              {choice(
                t('message.language'),
                written.value,
                LANGUAGES.map((each): [string, string] => [each, t(each === 'zh' ? 'message.zh' : 'message.en')]),
                (to) => (written.value = to as typeof LANGUAGES[number]),
              )}
            </div>,
            <p>
              <button type='button' disabled={busy.value} onClick={show}>{t('message.show')}</button>
            </p>,
            problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
            message(),
          ]
          : <p class='hint'>{t('message.noCase')}</p>,
      ]);
  },
});
