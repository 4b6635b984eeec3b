// What officers enter of an enterprise: that a step was taken, an order, and who sees to the next step.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { AuditStep, CleanProductionRound } from '#api';
import { live, post, query } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { REASONS, stepText } from './words.tsx';

const AUTHORITY: readonly AuditStep[] = ['listed', 'assessed', 'accepted'];

function textOf(fields: FormData, name: string): string | null {
  return String(fields.get(name) ?? '').trim() || null;
}

/** The document that a form names; null where it names none. */
export function paperOf(fields: FormData): { number: string; authority: string; attachment: string | null } | null {
  const number = textOf(fields, 'number');
  const authority = textOf(fields, 'authority');
  return number || authority
    ? { number: number ?? '', authority: authority ?? '', attachment: textOf(fields, 'attachment') }
    : null;
}

/** The fields of a document; its file is one of those that are attached to something already. */
export const PaperFields = defineComponent({
  props: {
    kind: { type: String, required: true },
    id: { type: String, required: true },
    required: { type: Boolean, default: false },
  },
  setup(props) {
    const files = live<'/attachments'>(() => query('/attachments', { kind: props.kind, id: props.id }), 30);
    return () => (
      <fieldset class='clean-paper'>
        <legend>{t('clean.document')}</legend>
        <label>
          {t('clean.number')}
          <input name='number' maxlength={200} required={props.required} placeholder={t('clean.numberHint')} />
        </label>
        <label>
          {t('clean.authority')}
          <input name='authority' maxlength={200} required={props.required} />
        </label>
        <label>
          {t('clean.attachment')}
          <select name='attachment'>
            <option value=''>{t('clean.noFile')}</option>
            {(files.data.value?.attachments ?? []).map((each) => (
              <option value={each.id} key={each.id}>{each.name}</option>
            ))}
          </select>
        </label>
        <p class='hint'>{t('clean.attachmentHint')}</p>
      </fieldset>
    );
  },
});

export const StepForm = defineComponent({
  props: { it: { type: Object as PropType<CleanProductionRound>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const chosen = ref<AuditStep | ''>('');
    const register = ref<'mandatory' | 'voluntary'>('mandatory');
    /**
     * Those that can be entered: of the round that runs what is open; where none runs, or what runs is voluntary, a listing.
     */
    const steps = computed<AuditStep[]>(() => {
      const { running, rounds } = props.it;
      return [
        ...(running ? rounds[0].steps.filter((each) => each.day === null).map((each) => each.step) : []),
        ...(running && rounds[0].listing.register === 'mandatory' ? [] : ['listed' as const]),
      ];
    });
    const step = computed<AuditStep>(
      () => (chosen.value && steps.value.includes(chosen.value) ? chosen.value : steps.value[0]),
    );
    const form = useForm(async (fields) => {
      const listing = step.value === 'listed';
      await post<'/clean-production/{id}/entries'>(`${pathOf('clean-production', props.it.enterprise.id)}/entries`, {
        version: props.it.version,
        step: step.value,
        day: textOf(fields, 'day'),
        document: paperOf(fields),
        word: textOf(fields, 'word'),
        ...(listing
          ? { register: register.value, reasons: register.value === 'mandatory' ? fields.getAll('reasons') : [] }
          : {}),
      });
      chosen.value = '';
      emit('done');
    }, () => t('clean.entered'));

    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <label>
          {t('clean.stepTaken')}
          <select value={step.value} onChange={(event: Event) => (chosen.value = valueOf(event) as AuditStep)}>
            {steps.value.map((each) => <option value={each} key={each}>{stepText(each)}</option>)}
          </select>
        </label>
        {step.value === 'listed'
          ? [
            <label>
              {t('clean.register')}
              <select
                value={register.value}
                onChange={(event: Event) => (register.value = valueOf(event) as 'mandatory' | 'voluntary')}
              >
                <option value='mandatory'>{t('clean.register.mandatory')}</option>
                <option value='voluntary'>{t('clean.register.voluntary')}</option>
              </select>
            </label>,
            register.value === 'mandatory'
              ? (
                <fieldset>
                  <legend>{t('clean.reasons')}</legend>
                  {REASONS.map((each) => (
                    <label class='check' key={each}>
                      <input type='checkbox' name='reasons' value={each} /> {t(`clean.reason.${each}`)}
                    </label>
                  ))}
                </fieldset>
              )
              : null,
          ]
          : null}
        <label>
          {t('clean.day')}
          <input type='date' name='day' required max={props.it.today} />
        </label>
        <PaperFields
          kind='enterprise'
          id={props.it.enterprise.id}
          required={AUTHORITY.includes(step.value)}
        />
        <label>
          {t('clean.word')}
          <input name='word' maxlength={2000} />
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('clean.enter')}</button>
        </div>
      </form>
    );
  },
});

export const OrderForm = defineComponent({
  props: { it: { type: Object as PropType<CleanProductionRound>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const kind = ref('rectify');
    const inForce = computed(() => props.it.orders.filter((each) => each.state === 'in-force' && each.kind !== 'lift'));
    const form = useForm(async (fields) => {
      await post<'/clean-production/{id}/orders'>(`${pathOf('clean-production', props.it.enterprise.id)}/orders`, {
        version: props.it.ordersVersion,
        kind: kind.value,
        day: textOf(fields, 'day'),
        dueOn: textOf(fields, 'dueOn'),
        document: paperOf(fields),
        lifts: kind.value === 'lift' ? Number(fields.get('lifts')) : null,
        fine: kind.value === 'fine'
          ? { amountCny: textOf(fields, 'amountCny') ?? '', basis: textOf(fields, 'basis') ?? '' }
          : null,
        word: textOf(fields, 'word'),
      });
      emit('done');
    }, () => t('clean.entered'));

    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <p class='hint'>{t('clean.orderHint')}</p>
        <label>
          {t('clean.orderKind')}
          <select value={kind.value} onChange={(event: Event) => (kind.value = valueOf(event))}>
            {(['rectify', 'limit', 'stop', 'fine'] as const).map((each) => (
              <option value={each} key={each}>{t(`clean.order.${each}`)}</option>
            ))}
            {inForce.value.length ? <option value='lift'>{t('clean.order.lift')}</option> : null}
          </select>
        </label>
        {kind.value === 'lift'
          ? (
            <label>
              {t('clean.lifts')}
              <select name='lifts' required>
                {inForce.value.map((each) => (
                  <option value={each.number} key={each.number}>
                    {t(`clean.order.${each.kind}`)} {each.document.number} {each.day}
                  </option>
                ))}
              </select>
            </label>
          )
          : (
            <label>
              {t('clean.orderDue')}
              <input type='date' name='dueOn' />
            </label>
          )}
        {kind.value === 'fine'
          ? [
            <label>
              {t('clean.fineAmount')}
              <input name='amountCny' required inputmode='decimal' pattern='[0-9]{1,12}([.][0-9]{1,2})?' />
            </label>,
            <label>
              {t('clean.fineBasis')}
              <input name='basis' required maxlength={200} placeholder={t('clean.fineExample')} />
            </label>,
          ]
          : null}
        <label>
          {t('clean.orderDay')}
          <input type='date' name='day' required max={props.it.today} />
        </label>
        <PaperFields kind='enterprise' id={props.it.enterprise.id} required />
        <label>
          {t('clean.word')}
          <input name='word' maxlength={2000} />
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('clean.enter')}</button>
        </div>
      </form>
    );
  },
});

export const StepOwnerForm = defineComponent({
  props: { it: { type: Object as PropType<CleanProductionRound>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const people = live<'/case-owners'>(() => '/case-owners', 60);
    const form = useForm(async (fields) => {
      const to = textOf(fields, 'to');
      await post<'/clean-production/{id}/owner'>(`${pathOf('clean-production', props.it.enterprise.id)}/owner`, {
        to,
        office: to ? null : textOf(fields, 'office'),
      });
      emit('done');
    }, () => t('clean.ownerDone'));

    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <label>
          {t('clean.ownerAccount')}
          <select name='to'>
            <option value=''>{t('clean.ownerOffice', { office: say(props.it.office) })}</option>
            {(people.data.value?.rows ?? []).map((each) => (
              <option value={each.userName} key={each.userName} selected={each.userName === props.it.owner.account}>
                {each.fullName}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('clean.ownerWords')}
          <input name='office' maxlength={200} />
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' disabled={form.busy.value}>{t('clean.ownerGo')}</button>
        </div>
      </form>
    );
  },
});
