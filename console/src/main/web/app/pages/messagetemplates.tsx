// What messages say: read by the office, edited with a preview by a real case and put in force by officers of the whole district.
import { computed, defineComponent, nextTick, reactive, ref } from 'vue';
import type { VNode } from 'vue';
import type { MessageTemplates } from '#api';
import { live, put, query, Refusal } from '../api.ts';
import { useForm } from '../form.ts';
import { MessagePreview } from '../messages/preview.tsx';
import { factorsEdit, smsEdit, stepsEdit, textsEdit } from '../messages/edit.tsx';
import { fieldsPanel, textsPanel } from '../messages/shown.tsx';
import { openReview } from '../openreview.tsx';
import { announce, PageHead, toHead } from '../page.tsx';
import { stale, waiting } from '../parts.ts';
import { policyReason } from '../policyreason.tsx';
import { policyVersions } from '../policyversions.tsx';
import { isAnyOfWhole } from '../rights.ts';
import { param } from '../route.ts';
import { t } from '../text.ts';

const REFRESH_SECONDS = 300;

export const MessageTemplatesPage = defineComponent({
  setup() {
    const version = param('version');
    const path = computed(() => query('/message-templates', { version: version.value || null }));
    const found = live<'/message-templates'>(() => path.value, REFRESH_SECONDS);
    const draft = ref<MessageTemplates | null>(null);
    /** Whether somebody else has changed them meanwhile. */
    const overtaken = ref(false);

    const form = useForm(async (fields) => {
      const it = draft.value!;
      overtaken.value = false;
      let told: MessageTemplates;
      try {
        told = await put<'/message-templates'>('/message-templates', {
          based: it.versions[0].version,
          reason: String(fields.get('reason') ?? ''),
          emergency: fields.get('emergency') !== null,
          events: it.events,
          factors: it.factors,
          texts: it.texts,
          sms: it.sms,
        });
      } catch (cause) {
        overtaken.value = cause instanceof Refusal && cause.status === 409;
        void nextTick(() => document.querySelector('.plan-refused')?.scrollIntoView({ block: 'center' }));
        throw cause;
      }
      draft.value = null;
      version.value = '';
      announce(t(told.version === it.versions[0].version ? 'document.waits' : 'message.done'));
      await found.refresh();
      toHead();
    });

    /** Of a former version too: what is saved is put in force on the newest, so that one can be taken back. */
    function edit(it: MessageTemplates): void {
      overtaken.value = false;
      draft.value = reactive(JSON.parse(JSON.stringify(it)));
      toHead();
    }

    /** Goes on with what was typed, on the version that came in between. */
    async function goOn(): Promise<void> {
      version.value = '';
      await nextTick();
      await found.refresh();
      if (draft.value && found.data.value) {
        draft.value.versions = found.data.value.versions;
        overtaken.value = false;
      }
    }

    const editing = (it: MessageTemplates): VNode[] => [
      ...(it.newest ? [] : [<p class='hint'>{t('message.ofFormer', { n: it.version })}</p>]),
      fieldsPanel(it),
      ...textsEdit(it),
      smsEdit(it),
      stepsEdit(it),
      factorsEdit(it),
      <MessagePreview templates={it} draft />,
      policyReason(form, t('policy.publish'), () => {
        draft.value = null;
        toHead();
      }),
    ];

    const refused = (): VNode => (
      <div class='plan-refused'>
        {form.message()}
        {overtaken.value
          ? (
            <div class='buttons'>
              <a class='button' href='#/message-templates' target='_blank' rel='noopener'>{t('plan.seeNewest')}</a>
              <button type='button' onClick={goOn}>{t('plan.goOn')}</button>
            </div>
          )
          : null}
      </div>
    );

    return () => {
      const shown = draft.value ?? found.data.value;
      const edits = isAnyOfWhole(['officer']);
      return [
        <PageHead title={t('message.title')} crumbs={[['/cases', t('nav.cases')]]}>
          {{ default: () => (shown ? t('handling.version', { n: shown.version }) : '') }}
        </PageHead>,
        stale(found),
        draft.value ? refused() : null,
        !shown ? waiting(found) : [
          shown.newest ? openReview(shown.review) : null,
          draft.value ? editing(draft.value) : [
            textsPanel(shown),
            edits
              ? [
                <p>
                  <button type='button' onClick={() => edit(shown)}>
                    {shown.newest ? t('message.edit') : t('message.takeBack')}
                  </button>
                </p>,
                <MessagePreview templates={shown} draft={!shown.newest} />,
              ]
              : null,
          ],
          policyVersions('/message-templates', shown.versions),
        ],
      ];
    };
  },
});
