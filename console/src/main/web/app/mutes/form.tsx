// A time in which nobody is told of the cases of something, as it is entered.
import { defineComponent, reactive, ref, useId } from 'vue';
import { post } from '../api.ts';
import { RULES } from '../caserules.ts';
import { choices, idCalled } from '../document/choose.ts';
import type { Choice } from '../document/choose.ts';
import { useForm, valueOf } from '../form.ts';
import { health } from '../health.ts';
import { nameOf } from '../names.ts';
import { isAnyOfWhole } from '../rights.ts';
import { say, t, word } from '../text.ts';
import { hoursLater, SCOPES, tomorrowAt } from './words.ts';

const MORNING = '08:30';
const KINDS = { park: 'PARK', enterprise: 'ENTERPRISE', outlet: 'OUTLET', device: 'DEVICE' } as const;

export const MuteForm = defineComponent({
  props: {
    /** What it is filled in with. */
    scope: { type: String, default: '' },
    target: { type: String, default: '' },
  },
  emits: { done: () => true, cancelled: () => true },
  setup(props, { emit }) {
    const list = useId();
    const hits = ref<Choice[]>([]);
    // The platform's time, in the park's zone, whatever the browser says.
    const now = (health.value.time ?? '').slice(0, 16);
    const values = reactive({
      scope: SCOPES.find((each) => each === props.scope) ?? 'outlet',
      target: props.target,
      from: now,
      to: now && hoursLater(now, 2),
      rules: [] as string[],
    });
    const scopes = () => SCOPES.filter((each) => each !== 'district' || isAnyOfWhole(['officer']));

    const form = useForm(async (fields) => {
      await post<'/mutes'>('/mutes', {
        kind: fields.get('kind'),
        scope: values.scope,
        ...(values.scope === 'district' ? {} : { target: values.target.trim() }),
        ...(values.rules.length ? { rules: values.rules } : {}),
        from: values.from,
        to: values.to,
        reason: String(fields.get('reason') ?? ''),
      });
      emit('done');
    });

    async function suggest(text: string): Promise<void> {
      hits.value = await choices(values.scope, text);
    }

    /** A name that only one has stands for its id. */
    async function chosen(text: string): Promise<void> {
      values.target = text;
      const id = await idCalled(values.scope, text);
      if (id !== null && values.target === text) {
        values.target = id;
      }
    }

    const quick = (): [string, string][] => {
      const from = values.from || now;
      return from
        ? [
          [t('mute.hours', { n: 2 }), hoursLater(from, 2)],
          [t('mute.hours', { n: 8 }), hoursLater(from, 8)],
          [t('mute.tomorrow', { at: MORNING }), tomorrowAt(from, MORNING)],
          [t('mute.days', { n: 3 }), hoursLater(from, 72)],
        ]
        : [];
    };

    const kind = (code: 'maintenance' | 'known', first: boolean) => (
      <label class='act-choice' key={code}>
        <input type='radio' name='kind' value={code} checked={first} required />
        <span>{t(`mute.kind.${code}`)}</span>
      </label>
    );

    const target = () =>
      values.scope === 'district' ? null : (
        <label class='act-field'>
          <span>{t('mute.target')}</span>
          <input
            name='target'
            value={values.target}
            list={list}
            autocomplete='off'
            required
            placeholder={t('mute.targetHint')}
            onFocus={() => void suggest(values.target).catch(() => {})}
            onInput={(event: Event) => void suggest(valueOf(event)).catch(() => {})}
            onChange={(event: Event) => void chosen(valueOf(event).trim()).catch(() => {})}
          />
          <datalist id={list}>
            {hits.value.map((hit) => <option value={hit.id} key={hit.id}>{say(hit.name)}</option>)}
          </datalist>
          {values.target ? <span class='hint'>{nameOf(KINDS[values.scope], values.target)}</span> : null}
        </label>
      );

    const moment = (field: 'from' | 'to') => (
      <label class='act-field'>
        <span>{t(`mute.${field}`)}</span>
        <input
          type='datetime-local'
          name={field}
          value={values[field]}
          required
          onChange={(event: Event) => (values[field] = valueOf(event))}
        />
      </label>
    );

    return () => (
      <form class='act-form mute-form' onSubmit={form.submit} aria-label={t('mute.enter')}>
        <div class='act-choices' role='radiogroup' aria-label={t('mute.kind')}>
          {[kind('maintenance', true), kind('known', false)]}
        </div>
        <div class='plan-names'>
          <label class='act-field'>
            <span>{t('mute.scope')}</span>
            <select
              name='scope'
              value={values.scope}
              onChange={(event: Event) => {
                values.scope = valueOf(event) as typeof values.scope;
                values.target = '';
                hits.value = [];
              }}
            >
              {scopes().map((each) => <option value={each} key={each}>{t(`mute.scope.${each}`)}</option>)}
            </select>
          </label>
          {target()}
        </div>
        <fieldset>
          <legend>{t('mute.rules')}</legend>
          {RULES.map((each) => (
            <label class='check' key={each}>
              <input
                type='checkbox'
                value={each}
                checked={values.rules.includes(each)}
                onChange={(event: Event) => {
                  const others = values.rules.filter((one) => one !== each);
                  values.rules = (event.target as HTMLInputElement).checked ? [...others, each] : others;
                }}
              />
              {word('rule', each)}
            </label>
          ))}
          <p class='hint'>{t('mute.rulesHint')}</p>
        </fieldset>
        <div class='plan-names'>{[moment('from'), moment('to')]}</div>
        <div class='chips' role='group' aria-label={t('mute.until')}>
          {quick().map(([name, to]) => (
            <button type='button' key={name} aria-pressed={values.to === to} onClick={() => (values.to = to)}>
              {name}
            </button>
          ))}
        </div>
        <label class='act-field'>
          <span>{t('mute.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required placeholder={t('mute.reasonHint')}></textarea>
        </label>
        <p class='hint'>{t('mute.hint')}</p>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('mute.save')}</button>
          <button type='button' onClick={() => emit('cancelled')}>{t('handling.cancel')}</button>
        </div>
      </form>
    );
  },
});
