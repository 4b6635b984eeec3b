// A legal basis as it is entered or changed: as a whole.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { LegalBasis } from '#api';
import { put } from '../api.ts';
import { useForm } from '../form.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const MEDIA = ['stack', 'water'] as const;

export const BasisForm = defineComponent({
  props: {
    /** What is changed; null for a new one. */
    basis: { type: Object as PropType<LegalBasis | null>, default: null },
    others: { type: Array as PropType<LegalBasis[]>, required: true },
  },
  /** Whether it is in force, and does not wait for a second person. */
  emits: { done: (_: boolean) => true, cancelled: () => true },
  setup(props, { emit }) {
    const it = props.basis;
    const sent = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name) ?? '').trim();
      const told: object = await put<'/legal-bases/{id}'>(pathOf('legal-bases', it?.id ?? text('id')), {
        based: it?.version ?? 0,
        reason: text('reason'),
        document: { zh: text('documentZh'), en: text('documentEn') || text('documentZh') },
        article: text('article') || null,
        text: { zh: text('textZh'), en: text('textEn') || text('textZh') },
        from: text('from') || null,
        to: text('to') || null,
        successor: text('successor') || null,
        media: MEDIA.filter((each) => fields.get(each) !== null),
        confirmed: fields.get('confirmed') !== null,
        source: text('source') || null,
      });
      emit('done', 'id' in told);
    });

    const line = (name: string, label: string, value: string, required = false, type = 'text'): VNode => (
      <label class='act-field' key={name}>
        <span>{label}</span>
        <input
          name={name}
          type={type}
          value={value}
          required={required}
          maxlength={type === 'text' ? 500 : undefined}
        />
      </label>
    );

    const check = (name: string, label: string, checked: boolean): VNode => (
      <label class='check' key={name}>
        <input type='checkbox' name={name} checked={checked} />
        {label}
      </label>
    );

    return () => (
      <form class='act-form mute-form rule-form' onSubmit={sent.submit} aria-label={t('basis.edit')}>
        <div class='plan-names'>
          {it ? null : line('id', t('basis.id'), '', true)}
          {line('documentZh', t('basis.documentZh'), it?.document.zh ?? '', true)}
          {line('documentEn', t('basis.documentEn'), it?.document.en ?? '')}
          {line('article', t('basis.article'), it?.article ?? '')}
          {line('from', t('basis.from'), it?.from ?? '', false, 'date')}
          {line('to', t('basis.to'), it?.to ?? '', false, 'date')}
          <label class='act-field'>
            <span>{t('basis.successor')}</span>
            <select name='successor' value={it?.successor ?? ''}>
              <option value=''>{t('basis.noSuccessor')}</option>
              {props.others.filter((each) => each.id !== it?.id).map((each) => (
                <option value={each.id} key={each.id}>{say(each.document)}</option>
              ))}
            </select>
          </label>
        </div>
        <label class='act-field'>
          <span>{t('basis.textZh')}</span>
          <textarea name='textZh' rows={2} maxlength={500} required value={it?.text.zh ?? ''}></textarea>
        </label>
        <label class='act-field'>
          <span>{t('basis.textEn')}</span>
          <textarea name='textEn' rows={2} maxlength={500} value={it?.text.en ?? ''}></textarea>
        </label>
        {line('source', t('basis.source'), it?.source ?? '')}
        <div class='chips'>
          {MEDIA.map((each) => check(each, t(`basis.${each}`), it?.media.includes(each) ?? false))}
          {check('confirmed', t('basis.confirmed'), it?.confirmed ?? false)}
        </div>
        <label class='act-field'>
          <span>{t('procedure.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required></textarea>
        </label>
        {sent.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={sent.busy.value}>{t('policy.publish')}</button>
          <button type='button' onClick={() => emit('cancelled')}>{t('handling.cancel')}</button>
        </div>
      </form>
    );
  },
});
