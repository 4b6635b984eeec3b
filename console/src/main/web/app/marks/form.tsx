// A time of own data, as its enterprise marks it: on a phone with one thumb, photos first, and what was typed stays where the line breaks.
import { computed, defineComponent, reactive, ref, watch } from 'vue';
import type { MarkingRules } from '#api';
import { get, live, post } from '../api.ts';
import { FilePicker } from '../attachment/picker.tsx';
import { useSendings } from '../attachment/sending.ts';
import { dateTime } from '../format.ts';
import { valueOf } from '../form.ts';
import { health } from '../health.ts';
import { hoursLater } from '../mutes/words.ts';
import { waiting } from '../parts.ts';
import { pathOf, route } from '../route.ts';
import { say, t } from '../text.ts';
import type { Name } from '../text.ts';

const TAKEN = 'image/*,.heic,.heif,application/pdf,.xlsx,.docx,.csv,.txt';
const LONGEST_REASON = 1_000;
const GROUPS = ['monitoring', 'production', 'treatment'] as const;

/** Something whose data may be marked. */
interface Target {
  scope: 'outlet' | 'device';
  id: string;
  name: Name;
}

export const MarkForm = defineComponent({
  emits: { done: (_id: string) => true, cancelled: () => true },
  setup(_, { emit }) {
    const asked = route.value.query;
    const rules = live<'/marking-rules'>(() => '/marking-rules');
    const enterprises = live<'/enterprises'>(() => '/enterprises?limit=1000');
    const targets = ref<Target[]>([]);
    const industry = ref('');
    const now = (health.value.time ?? '').slice(0, 16);
    const values = reactive({
      enterprise: asked.enterprise ?? '',
      target: asked.target ? `${asked.scope ?? 'outlet'} ${asked.target}` : '',
      kind: asked.kind ?? '',
      from: (asked.from ?? (now && hoursLater(now, -1))).slice(0, 16),
      to: (asked.to ?? now).slice(0, 16),
      reason: '',
    });
    const sendings = useSendings();
    const busy = ref(false);
    const problem = ref<string | null>(null);

    watch(() => enterprises.data.value, (found) => {
      if (!values.enterprise && found?.enterprises.length) {
        values.enterprise = found.enterprises[0].id;
      }
    });
    watch(() => values.enterprise, (id) => id && void load(id), { immediate: true });

    async function load(id: string): Promise<void> {
      try {
        const it = await get<'/enterprises/{id}'>(pathOf('enterprises', id) as `/enterprises/${string}`);
        industry.value = it.industry;
        const devices = new Map<string, Target>();
        for (const meter of it.meters) {
          devices.set(meter.device, { scope: 'device', id: meter.device, name: meter.name });
        }
        targets.value = [
          ...it.outlets.map((outlet): Target => ({ scope: 'outlet', id: outlet.id, name: outlet.name })),
          ...devices.values(),
        ];
        if (!values.target && targets.value.length) {
          values.target = `${targets.value[0].scope} ${targets.value[0].id}`;
        }
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    // What was wrong with the files is over once there is another one.
    watch(() => sendings.chosen.length, () => (problem.value = null));

    const rule = computed(() => ruleOf(rules.data.value, values.kind, industry.value));
    const late = computed(() =>
      values.from !== '' && (rules.data.value?.earliest ?? '') !== '' &&
      values.from < rules.data.value!.earliest!.slice(0, 16)
    );

    async function submit(event: Event): Promise<void> {
      event.preventDefault();
      if (busy.value) {
        return;
      }
      busy.value = true;
      problem.value = null;
      try {
        if (!await sendings.arrived(rule.value?.file ?? false)) {
          return;
        }
        const [scope, ...id] = values.target.split(' ');
        const made = await post<'/marks'>('/marks', {
          scope,
          target: id.join(' '),
          kind: values.kind,
          from: values.from,
          to: values.to,
          reason: values.reason.trim(),
          files: sendings.ids(),
        });
        sendings.keep('mark', made.id);
        emit('done', made.id);
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    const moment = (field: 'from' | 'to') => (
      <label class='act-field'>
        <span>{t(`mark.${field}`)}</span>
        <input
          type='datetime-local'
          name={field}
          value={values[field]}
          max={now}
          required
          onChange={(event: Event) => (values[field] = valueOf(event))}
        />
      </label>
    );

    const kinds = (it: MarkingRules) =>
      GROUPS.map((group) => {
        const own = it.kinds.filter((each) => each.group === group);
        return (
          <fieldset class='act-field' key={group}>
            <legend>{say(own[0].groupName)}</legend>
            <div class='act-choices'>
              {own.map((each) => (
                <label class='act-choice' key={each.kind}>
                  <input
                    type='radio'
                    name='kind'
                    value={each.kind}
                    checked={values.kind === each.kind}
                    required
                    onChange={() => (values.kind = each.kind)}
                  />
                  <span>{say(each.name)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      });

    const chosen = () =>
      rule.value
        ? (
          <p class='hint'>
            {t(`mark.rule.${rule.value.effect}`)} {say(rule.value.source)}
            {rule.value.confirmed ? null : t('mark.unconfirmed')}
          </p>
        )
        : null;

    return () => {
      const it = rules.data.value;
      if (!it) {
        return waiting(rules);
      }
      const own = enterprises.data.value?.enterprises ?? [];
      return (
        <form class='act-form mute-form mark-form' onSubmit={submit} aria-label={t('mark.make')}>
          <p class='mark-note'>{t('mark.notOfficial')}</p>
          {own.length > 1
            ? (
              <label class='act-field'>
                <span>{t('column.enterprise')}</span>
                <select
                  value={values.enterprise}
                  onChange={(event: Event) => {
                    values.target = '';
                    values.enterprise = valueOf(event);
                  }}
                >
                  {own.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
                </select>
              </label>
            )
            : null}
          <label class='act-field'>
            <span>{t('mark.target')}</span>
            <select value={values.target} required onChange={(event: Event) => (values.target = valueOf(event))}>
              {targets.value.map((each) => (
                <option value={`${each.scope} ${each.id}`} key={each.id}>{say(each.name)}</option>
              ))}
            </select>
          </label>
          {kinds(it)}
          {chosen()}
          <div class='plan-names'>{[moment('from'), moment('to')]}</div>
          {late.value
            ? <p class='problem' role='status'>{t('mark.late', { earliest: dateTime(it.earliest) })}</p>
            : null}
          <label class='act-field'>
            <span>{t('mark.reason')}</span>
            <textarea
              name='reason'
              rows={2}
              maxlength={LONGEST_REASON}
              required
              placeholder={t('mark.reasonHint')}
              value={values.reason}
              onInput={(event: Event) => (values.reason = valueOf(event))}
            >
            </textarea>
          </label>
          <FilePicker
            sendings={sendings}
            label={t('mark.files')}
            accept={TAKEN}
            note={t(rule.value?.file ? 'mark.filesNeeded' : 'mark.filesWelcome')}
          />
          {sendings.waits.value ? <p class='hint' role='status'>{t('handling.waitsForFiles')}</p> : null}
          {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={busy.value}>{t('mark.send')}</button>
            <button type='button' onClick={() => emit('cancelled')}>{t('handling.cancel')}</button>
          </div>
        </form>
      );
    };
  },
});

/** The first rule that takes a kind is its own. */
function ruleOf(rules: MarkingRules | null, kind: string, industry: string): MarkingRules['rules'][number] | null {
  return kind
    ? rules?.rules.find((each) =>
      (!each.kinds?.length || each.kinds.includes(kind)) &&
      (!each.industries?.length || each.industries.includes(industry))
    ) ?? null
    : null;
}
