// Who is told of what when: read by the office, changed as a whole by officers of the whole district.
import { computed, defineComponent, nextTick, reactive, ref } from 'vue';
import type { VNode } from 'vue';
import type { NoticePlan } from '#api';
import { live, put, query, Refusal } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { RuleEdit } from '../noticeplan/ruleedit.tsx';
import { rulesTable, stepsTable } from '../noticeplan/rules.tsx';
import { timeEdit, timePanel } from '../noticeplan/time.tsx';
import { MANNERS, mannerText, stepText } from '../noticeplan/words.ts';
import type { Rule } from '../noticeplan/words.ts';
import { announce, PageHead, toHead } from '../page.tsx';
import { openReview } from '../openreview.tsx';
import { panel, stale, waiting } from '../parts.ts';
import { policyReason } from '../policyreason.tsx';
import { policyVersions } from '../policyversions.tsx';
import { isAnyOfWhole } from '../rights.ts';
import { param } from '../route.ts';
import { t, word } from '../text.ts';

const REFRESH_SECONDS = 300;
const LONGEST_CODE = 40;
const LONGEST_NAME = 60;

/** A copy under another code and name, to be changed. */
function copyOf(rule: Rule, all: readonly Rule[]): Rule {
  const taken = new Set(all.map((each) => each.code));
  let n = 2;
  const code = () => `${rule.code.slice(0, LONGEST_CODE - 1 - String(n).length)}-${n}`;
  while (taken.has(code())) {
    n++;
  }
  const copy: Rule = JSON.parse(JSON.stringify(rule));
  copy.code = code();
  copy.name = {
    zh: `${rule.name.zh}（${n}）`.slice(0, LONGEST_NAME),
    en: `${rule.name.en} (${n})`.slice(0, LONGEST_NAME),
  };
  return copy;
}

export const NoticePlanPage = defineComponent({
  setup() {
    const version = param('version');
    const path = computed(() => query('/notice-plan', { version: version.value || null }));
    const found = live<'/notice-plan'>(() => path.value, REFRESH_SECONDS);
    const draft = ref<NoticePlan | null>(null);
    /** Whether somebody else has changed the plan meanwhile. */
    const overtaken = ref(false);

    const form = useForm(async (fields) => {
      const it = draft.value!;
      overtaken.value = false;
      let told: NoticePlan;
      try {
        told = await put<'/notice-plan'>('/notice-plan', {
          based: it.version,
          reason: String(fields.get('reason') ?? ''),
          emergency: fields.get('emergency') !== null,
          rules: it.rules,
          steps: it.steps,
          caps: it.caps,
          time: it.time,
          monday: it.monday,
        });
      } catch (cause) {
        overtaken.value = cause instanceof Refusal && cause.status === 409;
        // What was refused is told at the head, beside all that it may be about.
        void nextTick(() => document.querySelector('.plan-refused')?.scrollIntoView({ block: 'center' }));
        throw cause;
      }
      draft.value = null;
      version.value = '';
      announce(t(told.version === it.version ? 'document.waits' : 'plan.done'));
      await found.refresh();
      toHead();
    });

    function edit(it: NoticePlan): void {
      overtaken.value = false;
      version.value = '';
      draft.value = reactive(JSON.parse(JSON.stringify(it)));
    }

    async function loadAnew(): Promise<void> {
      await found.refresh();
      if (found.data.value) {
        edit(found.data.value);
      }
    }

    /** Goes on with what was typed, on the version that came in between. */
    async function goOn(): Promise<void> {
      await found.refresh();
      if (draft.value && found.data.value) {
        draft.value.version = found.data.value.version;
        overtaken.value = false;
      }
    }

    const chooser = (it: NoticePlan) => (step: string, tier: string): VNode => (
      <select
        aria-label={`${stepText(step)}: ${word('plan.tier', tier)}`}
        value={it.steps[step]?.[tier] ?? 'never'}
        onChange={(event: Event) => {
          const { [tier]: _, ...others } = it.steps[step] ?? {};
          const manner = valueOf(event);
          const now = manner === 'never' ? others : { ...others, [tier]: manner };
          if (Object.keys(now).length) {
            it.steps[step] = now;
          } else {
            delete it.steps[step];
          }
        }}
      >
        {MANNERS.map((each) => <option value={each} key={each}>{mannerText(each, it.time.digestAt)}</option>)}
      </select>
    );

    const editing = (it: NoticePlan): VNode[] => [
      panel(t('plan.rules'), [
        <p class='hint'>{t('plan.rulesHint')}</p>,
        it.rules.map((rule, place) => (
          <RuleEdit
            key={rule.code}
            rule={rule}
            place={place}
            count={it.rules.length}
            digestAt={it.time.digestAt}
            onMoved={(by: number) => it.rules.splice(place + by, 0, ...it.rules.splice(place, 1))}
            onCopied={() => it.rules.splice(place, 0, copyOf(rule, it.rules))}
            onRemoved={() => it.rules.splice(place, 1)}
          />
        )),
      ]),
      stepsTable(it, chooser(it)),
      timeEdit(it),
      policyReason(form, t('procedure.save'), () => {
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
              <a class='button' href='#/notice-plan' target='_blank' rel='noopener'>{t('plan.seeNewest')}</a>
              <button type='button' onClick={goOn}>{t('plan.goOn')}</button>
              <button type='button' onClick={loadAnew}>{t('plan.loadAnew')}</button>
            </div>
          )
          : null}
      </div>
    );

    return () => {
      const shown = draft.value ?? found.data.value;
      return [
        <PageHead title={t('plan.title')} crumbs={[['/cases', t('nav.cases')]]}>
          {{ default: () => (shown ? t('handling.version', { n: shown.version }) : '') }}
        </PageHead>,
        stale(found),
        draft.value ? refused() : null,
        !shown ? waiting(found) : [
          shown.newest ? openReview(shown.review) : null,
          draft.value ? editing(draft.value) : [
            rulesTable(shown),
            stepsTable(shown, null),
            timePanel(shown),
            shown.newest && isAnyOfWhole(['officer'])
              ? (
                <p>
                  <button type='button' onClick={() => edit(shown)}>{t('plan.edit')}</button>
                </p>
              )
              : null,
          ],
          policyVersions('/notice-plan', shown.versions),
        ],
      ];
    };
  },
});
