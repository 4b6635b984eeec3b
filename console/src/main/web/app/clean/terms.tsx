// Within how long steps are to be taken, by which source; officers of the whole district set others beside those that are shipped.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { AuditStep, CleanTerm } from '#api';
import { live, post } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { badge, panel, stale, time, waiting } from '../parts.ts';
import { isAnyOfWhole } from '../rights.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { listingText, REASONS, STEPS, stepText } from './words.tsx';

export const TermsPanel = defineComponent({
  setup() {
    const found = live<'/clean-production-terms'>(() => '/clean-production-terms', 60);
    return () => {
      const it = found.data.value;
      return panel(t('clean.terms'), [
        stale(found),
        <p class='hint'>{t('clean.termsNote', { days: it?.remindDaysBefore.join(t('clean.and')) ?? '' })}</p>,
        it
          ? (
            <DataTable
              label={t('clean.terms')}
              columns={columns()}
              rows={it.rows}
              rowKey={(row: CleanTerm) => row.id}
            />
          )
          : waiting(found),
        isAnyOfWhole(['officer'])
          ? (
            <details>
              <summary>{t('clean.setTerm')}</summary>
              <TermForm onDone={found.refresh} />
            </details>
          )
          : null,
      ]);
    };
  },
});

function ofWhom(it: CleanTerm): string {
  return it.register || it.reason
    ? listingText({ register: it.register ?? 'mandatory', reasons: it.reason ? [it.reason] : [] })
    : t('clean.ofAll');
}

function columns(): Column<CleanTerm>[] {
  return [
    {
      key: 'step',
      title: t('clean.stepTaken'),
      class: 'name',
      sort: (row) => STEPS.indexOf(row.step),
      cell: (row) => stepText(row.step),
    },
    {
      key: 'months',
      title: t('clean.termLength'),
      sort: (row) => row.months,
      cell: (row): VNode | string =>
        row.months === null
          ? badge('quiet', t('clean.termEnded'))
          : t('clean.termFrom', { base: row.base ? stepText(row.base) : t('clean.onList'), months: row.months }),
    },
    { key: 'whom', title: t('clean.ofWhom'), sort: ofWhom, cell: ofWhom },
    { key: 'validFrom', title: t('clean.validFrom'), sort: (row) => row.validFrom, cell: (row) => row.validFrom },
    {
      key: 'source',
      title: t('clean.source'),
      text: (row) => say(row.source),
      cell: (row) => (
        <div class='clean-source'>
          {row.confirmed ? badge('good', t('clean.confirmed')) : badge('warn', t('clean.unconfirmed'))}{' '}
          {say(row.source)}
          {row.who
            ? (
              <span class='sub'>
                {say(row.who)} · {time(row.at)}
                {row.word ? ` · ${row.word}` : ''}
              </span>
            )
            : null}
        </div>
      ),
    },
  ];
}

const TermForm = defineComponent({
  emits: { done: () => true },
  setup(_props, { emit }) {
    const step = ref<AuditStep>('started');
    /** Whether what was sent waits for somebody else. */
    let waits = false;
    const form = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name) ?? '').trim() || null;
      const told: object = await post<'/clean-production-terms'>('/clean-production-terms', {
        step: step.value,
        base: text('base'),
        register: text('register'),
        reason: text('reason'),
        months: text('months') ? Number(text('months')) : null,
        validFrom: text('validFrom'),
        sourceZh: text('sourceZh'),
        sourceEn: text('sourceEn'),
        confirmed: fields.get('confirmed') === 'on',
        word: text('word'),
      });
      waits = 'request' in told;
      emit('done');
    }, () => t(waits ? 'document.waits' : 'clean.termSet'));
    /** What it can run from: an earlier step; a listing from the approved list, or from the acceptance before. */
    const bases = (): [string, string][] =>
      step.value === 'listed'
        ? [['', t('clean.onList')], ['accepted', stepText('accepted')]]
        : STEPS.slice(0, STEPS.indexOf(step.value)).map((each) => [each, stepText(each)]);

    return () => (
      <form class='people-form' onSubmit={form.submit}>
        <label>
          {t('clean.stepTaken')}
          <select value={step.value} onChange={(event: Event) => (step.value = valueOf(event) as AuditStep)}>
            {STEPS.map((each) => <option value={each} key={each}>{stepText(each)}</option>)}
          </select>
        </label>
        <label>
          {t('clean.base')}
          <select name='base'>
            {bases().map(([value, words]) => <option value={value} key={value}>{words}</option>)}
          </select>
        </label>
        <label>
          {t('clean.monthsField')}
          <input type='number' name='months' min='1' max='240' inputmode='numeric' />
        </label>
        <label>
          {t('clean.register')}
          <select name='register'>
            <option value=''>{t('clean.ofAll')}</option>
            <option value='mandatory'>{t('clean.register.mandatory')}</option>
            <option value='voluntary'>{t('clean.register.voluntary')}</option>
          </select>
        </label>
        <label>
          {t('clean.reasons')}
          <select name='reason'>
            <option value=''>{t('clean.ofAll')}</option>
            {REASONS.map((each) => <option value={each} key={each}>{t(`clean.reason.${each}`)}</option>)}
          </select>
        </label>
        <label>
          {t('clean.validFrom')}
          <input type='date' name='validFrom' required />
        </label>
        <label>
          {t('clean.sourceZh')}
          <textarea name='sourceZh' rows={2} maxlength={2000} required></textarea>
        </label>
        <label>
          {t('clean.sourceEn')}
          <textarea name='sourceEn' rows={2} maxlength={2000}></textarea>
        </label>
        <label class='check'>
          <input type='checkbox' name='confirmed' /> {t('clean.sourceRead')}
        </label>
        <label>
          {t('clean.why')}
          <input name='word' maxlength={2000} required />
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('clean.setTerm')}</button>
        </div>
      </form>
    );
  },
});
