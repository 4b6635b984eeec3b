// A rule as it is made or changed: as a whole, from a day on.
import { computed, defineComponent, reactive, ref, useId } from 'vue';
import type { PropType, VNode } from 'vue';
import type { AlertRule, AlertRules, LegalBasis } from '#api';
import { post, put } from '../api.ts';
import { choices, idCalled } from '../document/choose.ts';
import type { Choice } from '../document/choose.ts';
import { useForm, valueOf } from '../form.ts';
import { health } from '../health.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

type Form = AlertRules['forms'][number];

export const RuleForm = defineComponent({
  props: {
    forms: { type: Array as PropType<Form[]>, required: true },
    bases: { type: Array as PropType<LegalBasis[]>, required: true },
    /** What is changed; null for a new one. */
    rule: { type: Object as PropType<AlertRule | null>, default: null },
    /** Of which kind a new one is at first, with its values. */
    like: { type: Object as PropType<AlertRule | null>, default: null },
  },
  /** What is in force; null where it waits for a second person. */
  emits: { done: (_: AlertRule | null) => true, cancelled: () => true },
  setup(props, { emit }) {
    const list = useId();
    const hits = ref<Choice[]>([]);
    const today = (health.value.time ?? '').slice(0, 10);
    const begin = props.rule ?? props.like;
    const base = props.rule !== null && props.rule.id === props.rule.kind;
    const values = reactive({
      kind: begin?.kind ?? props.forms[0].kind,
      scope: props.rule?.scope as string ?? 'enterprise',
      target: props.rule?.target ?? '',
      parameters: Object.fromEntries((begin?.parameters ?? []).map((each) => [each.name, each.value])),
      bases: begin?.bases.map((each) => each.id) ?? [],
      trial: props.rule?.trial ?? false,
    });
    const form = computed(() => props.forms.find((each) => each.kind === values.kind) ?? props.forms[0]);
    const scopes = () => form.value.scopes.filter((each) => each.code !== 'district');

    const sent = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name) ?? '').trim();
      const season = text('seasonFrom') || text('seasonTo') ? { from: text('seasonFrom'), to: text('seasonTo') } : null;
      const body = {
        based: props.rule?.version ?? 0,
        reason: text('reason'),
        emergency: fields.get('emergency') !== null,
        kind: values.kind,
        scope: props.rule ? props.rule.scope : values.scope,
        target: props.rule ? props.rule.target : values.target.trim(),
        parameters: Object.fromEntries(
          form.value.parameters.map((each) => {
            const value = String(values.parameters[each.name] ?? '').trim();
            return [each.name, each.form === 'whole' && /^\d+$/.test(value) ? Number(value) : value];
          }),
        ),
        season,
        trial: values.trial,
        from: text('from'),
        to: text('to') || null,
        bases: [...values.bases],
        confirmed: fields.get('confirmed') !== null,
        note: text('note'),
      };
      const told: object = props.rule
        ? await put<'/alert-rules/{id}'>(pathOf('alert-rules', props.rule.id), body)
        : await post<'/alert-rules'>('/alert-rules', body);
      emit('done', 'id' in told ? told as AlertRule : null);
    });

    async function suggest(text: string): Promise<void> {
      hits.value = await choices(values.scope, text);
    }

    async function chosen(text: string): Promise<void> {
      values.target = text;
      const id = await idCalled(values.scope, text);
      if (id !== null && values.target === text) {
        values.target = id;
      }
    }

    const about = (): VNode | null =>
      props.rule ? null : (
        <div class='plan-names'>
          <label class='act-field'>
            <span>{t('rules.kind')}</span>
            <select value={values.kind} onChange={(event: Event) => (values.kind = valueOf(event))}>
              {props.forms.filter((each) => each.scopes.length > 1).map((each) => (
                <option value={each.kind} key={each.kind}>{say(each.text)}</option>
              ))}
            </select>
          </label>
          <label class='act-field'>
            <span>{t('rules.scope')}</span>
            <select
              value={values.scope}
              onChange={(event: Event) => {
                values.scope = valueOf(event);
                values.target = '';
                hits.value = [];
              }}
            >
              {scopes().map((each) => <option value={each.code} key={each.code}>{say(each.text)}</option>)}
            </select>
          </label>
          <label class='act-field'>
            <span>{t('rules.target')}</span>
            <input
              value={values.target}
              list={list}
              autocomplete='off'
              required
              placeholder={t('rules.targetHint')}
              onFocus={() => void suggest(values.target).catch(() => {})}
              onInput={(event: Event) => void suggest(valueOf(event)).catch(() => {})}
              onChange={(event: Event) => void chosen(valueOf(event).trim()).catch(() => {})}
            />
            <datalist id={list}>
              {hits.value.map((hit) => <option value={hit.id} key={hit.id}>{say(hit.name)}</option>)}
            </datalist>
          </label>
        </div>
      );

    const parameters = (): VNode => (
      <div class='plan-names'>
        {form.value.parameters.map((each) => (
          <label class='act-field' key={`${values.kind} ${each.name}`}>
            <span>{`${say(each.text)}${say(each.unit) ? ` · ${say(each.unit)}` : ''}`}</span>
            <input
              value={values.parameters[each.name] ?? ''}
              required
              inputmode={each.form === 'length' ? 'text' : 'decimal'}
              placeholder={each.form === 'length' ? t('rules.lengthHint') : `${each.least}–${each.most}`}
              onInput={(event: Event) => (values.parameters[each.name] = valueOf(event))}
            />
          </label>
        ))}
      </div>
    );

    const field = (name: string, type: string, value: string, required = false): VNode => (
      <label class='act-field'>
        <span>{t(`rules.${name}` as 'rules.from')}</span>
        <input
          type={type}
          name={name}
          value={value}
          required={required}
          placeholder={name.startsWith('season') ? '06-01' : undefined}
        />
      </label>
    );

    const check = (text: string, checked: boolean, change: ((on: boolean) => void) | null, name?: string): VNode => (
      <label class='check' key={text}>
        <input
          type='checkbox'
          name={name}
          checked={checked}
          onChange={(event: Event) => change?.((event.target as HTMLInputElement).checked)}
        />
        {text}
      </label>
    );

    return () => (
      <form
        class='act-form mute-form rule-form'
        onSubmit={sent.submit}
        aria-label={t(props.rule ? 'rules.edit' : 'rules.add')}
      >
        {about()}
        {parameters()}
        <div class='plan-names'>
          {field('from', 'date', today, true)}
          {base ? null : field('to', 'date', props.rule?.to ?? '')}
          {base ? null : field('seasonFrom', 'text', props.rule?.season?.from ?? '')}
          {base ? null : field('seasonTo', 'text', props.rule?.season?.to ?? '')}
        </div>
        <fieldset>
          <legend>{t('rules.bases')}</legend>
          {props.bases.map((each) =>
            check(
              `${say(each.document)}${each.article ? ` ${each.article}` : ''}`,
              values.bases.includes(each.id),
              (on) => (values.bases = on ? [...values.bases, each.id] : values.bases.filter((id) => id !== each.id)),
            )
          )}
        </fieldset>
        <div class='chips'>
          {base || form.value.besides ? check(t('rules.onTrial'), values.trial, (on) => (values.trial = on)) : null}
          {check(t('rules.confirmed'), props.rule?.confirmed ?? false, null, 'confirmed')}
        </div>
        <p class='hint'>{t('rules.trialHint')}</p>
        <label class='act-field'>
          <span>{t('rules.note')}</span>
          <input name='note' maxlength={500} value={props.rule?.note ?? ''} />
        </label>
        <label class='act-field'>
          <span>{t('procedure.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required></textarea>
        </label>
        {check(t('document.emergency'), false, null, 'emergency')}
        {sent.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={sent.busy.value}>{t('policy.publish')}</button>
          <button
            type='button'
            onClick={() => emit('cancelled')}
          >
            {t('handling.cancel')}
          </button>
        </div>
      </form>
    );
  },
});
