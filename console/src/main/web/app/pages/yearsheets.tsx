// Yearly sheets of enterprises: all of a year, one to be entered by an officer, and one to be confirmed by its enterprise.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { YearSheet, YearSheetRow } from '#api';
import { live, post, put, query, refusalOf, request } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { shown as asShown } from '../plan/values.ts';
import { isAny, isAnyOfWhole } from '../rights.ts';
import { param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

const MOST = 10_000;
const STATES = ['not-begun', 'entered', 'confirmed', 'objected'] as const;
const TONES: Record<YearSheetRow['state'], Tone> = {
  'not-begun': 'quiet',
  entered: 'info',
  confirmed: 'good',
  objected: 'bad',
};
const TRUTHS = ['aboveScale', 'polluting', 'inPark'];

type Figures = YearSheetRow['figures'];

function stateBadge(state: YearSheetRow['state']): VNode {
  return badge(TONES[state], t(`sheet.state.${state}`));
}

function shown(figures: Figures, code: string): string {
  const value = (figures as Record<string, string | boolean | null | undefined>)[code];
  if (value === null || value === undefined) {
    return '—';
  }
  return typeof value === 'boolean'
    ? t(value ? 'sheet.yes' : 'sheet.no')
    : /^-?[\d.]+$/.test(value)
    ? asShown(value)
    : value;
}

export const YearSheetsPage = defineComponent({
  setup() {
    const year = param('year');
    const state = param('state');
    const path = computed(() =>
      query('/year-sheets', { year: year.value || null, state: state.value || null, limit: MOST })
    );
    const found = live<'/year-sheets'>(() => path.value, 60);
    const writes = isAnyOfWhole(['officer']);
    const faults = ref<{ cell: string; words: { zh: string; en: string } }[]>([]);
    const taken = useForm(async (fields) => {
      faults.value = [];
      const file = fields.get('file') as File;
      const type = file.name.endsWith('.csv')
        ? 'text/csv'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const response = await request(
        query('/year-sheets', { year: found.data.value?.year, source: String(fields.get('source')) }),
        { method: 'POST', headers: { 'content-type': type }, body: file },
      );
      if (!response.ok) {
        throw await refusalOf(response);
      }
      const it = await response.json();
      faults.value = it.faults;
      if (!it.taken) {
        throw new Error(t('sheet.notTaken', { n: it.faults.length }));
      }
      announce(t('sheet.taken', { n: it.enterprises }));
      void found.refresh();
    }, () => t('sheet.takenAll'));

    const column = (code: keyof Figures & string, title: string, extra = false): Column<YearSheetRow> => ({
      key: `figures.${code}`,
      code: `figures.${code}`,
      title,
      number: !TRUTHS.includes(code) && code !== 'performanceClass' && code !== 'industry',
      extra,
      cell: (row) => shown(row.figures, code),
    });
    const columns = (): Column<YearSheetRow>[] => [
      {
        key: 'enterprise',
        code: 'enterprise',
        title: t('column.enterprise'),
        class: 'name',
        sort: (row) => say(row.enterprise.name),
        cell: (row) => link(pathOf('year-sheets', `${row.enterprise.id}:${row.year}`), say(row.enterprise.name)),
      },
      {
        key: 'park',
        code: 'park',
        title: t('column.park'),
        class: 'fold',
        group: (row) => say(row.park.name),
        cell: (row) => say(row.park.name),
      },
      {
        key: 'state',
        code: 'state',
        title: t('column.state'),
        sort: (row) => STATES.indexOf(row.state),
        group: (row) => t(`sheet.state.${row.state}`),
        cell: (row) => [stateBadge(row.state), row.words ? <span class='sub'>{row.words}</span> : null],
      },
      column('landMu', t('sheet.landMu')),
      column('taxCny', t('sheet.taxCny')),
      column('salesCny', t('sheet.salesCny')),
      column('outputCny', t('sheet.outputCny')),
      column('researchCny', t('sheet.researchCny'), true),
      column('performanceClass', t('sheet.performanceClass')),
      column('aboveScale', t('sheet.aboveScale')),
      column('inPark', t('sheet.inPark'), true),
      column('polluting', t('sheet.polluting'), true),
    ];

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.yearSheets')}>{{ default: () => t('sheet.note') }}</PageHead>,
        stale(found),
        panel(t('nav.yearSheets'), [
          <div class='filters'>
            <input
              type='number'
              aria-label={t('sheet.year')}
              min={1990}
              value={year.value || it?.year}
              onChange={(event: Event) => /^\d{4}$/.test(valueOf(event)) && (year.value = valueOf(event))}
            />
            <select
              aria-label={t('column.state')}
              value={state.value}
              onChange={(event: Event) => (state.value = valueOf(event))}
            >
              <option value=''>{t('sheet.allStates')}</option>
              {STATES.map((each) => (
                <option value={each} key={each}>{t(`sheet.state.${each}`)} {it ? it.states[each] : ''}</option>
              ))}
            </select>
          </div>,
          it
            ? (
              <DataTable
                name='sheets'
                label={t('nav.yearSheets')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: YearSheetRow) => row.enterprise.id}
                file={path.value}
              />
            )
            : waiting(found),
        ]),
        it && writes
          ? panel(t('sheet.take', { year: it.year }), [
            <form class='people-form' onSubmit={taken.submit}>
              <p class='hint'>{t('sheet.takeNote')}</p>
              <label>
                {t('sheet.file')}
                <input
                  type='file'
                  name='file'
                  required
                  accept='.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
                />
              </label>
              <label>
                {t('sheet.source')}
                <input name='source' required maxlength={200} placeholder={t('sheet.sourceExample')} />
              </label>
              {taken.message()}
              {faults.value.length
                ? (
                  <ul class='plan-faults'>
                    {faults.value.map((each) => <li key={each.cell}>{each.cell}：{say(each.words)}</li>)}
                  </ul>
                )
                : null}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={taken.busy.value}>{t('sheet.takeNow')}</button>
              </div>
            </form>,
          ])
          : null,
      ];
    };
  },
});

/** All fields of a sheet in one form. */
const SheetForm = defineComponent({
  props: { it: { type: Object as PropType<YearSheet>, required: true } },
  emits: { kept: () => true },
  setup(props, { emit }) {
    const typed = reactive<Record<string, string>>({});
    const text = (code: string) => {
      const value = (props.it.figures as Record<string, string | boolean | null | undefined>)[code];
      return typed[code] ?? (value === null || value === undefined ? '' : String(value));
    };
    const form = useForm(async (fields) => {
      const figures: Record<string, string | boolean | null> = {};
      for (const { code } of props.it.fields) {
        const value = text(code).trim();
        figures[code] = value === '' ? null : TRUTHS.includes(code) ? value === 'true' : value;
      }
      await put<'/year-sheets/{id}/{year}'>(sheetPath(props.it), {
        version: props.it.version,
        figures,
        source: String(fields.get('source') ?? '').trim(),
        allowedUse: String(fields.get('allowedUse')),
      });
      announce(t('sheet.kept'));
      emit('kept');
    }, () => t('sheet.kept'));
    const choices = (code: string): [string, string][] | null =>
      TRUTHS.includes(code)
        ? [['true', t('sheet.yes')], ['false', t('sheet.no')]]
        : code === 'performanceClass'
        ? ['A', 'B', 'C', 'D'].map((each) => [each, each])
        : null;
    const field = (code: string) => {
      const of = choices(code);
      return of
        ? (
          <select value={text(code)} onChange={(event: Event) => (typed[code] = valueOf(event))}>
            <option value=''>—</option>
            {of.map(([value, words]) => <option value={value} key={value}>{words}</option>)}
          </select>
        )
        : (
          <input
            inputmode={code === 'industry' ? undefined : 'decimal'}
            pattern={code === 'industry' ? undefined : '[0-9]{1,15}([.][0-9]{1,6})?'}
            title={code === 'industry' ? undefined : t('plan.number')}
            value={text(code)}
            onInput={(event: Event) => (typed[code] = valueOf(event))}
          />
        );
    };
    return () =>
      panel(t('sheet.enter'), [
        <form class='people-form year-sheet' onSubmit={form.submit}>
          {props.it.fields.map((each) => (
            <label key={each.code}>
              {say(each.name)}
              {each.unit ? `（${say(each.unit)}）` : ''}
              {field(each.code)}
            </label>
          ))}
          <label>
            {t('sheet.source')}
            <input
              name='source'
              required
              maxlength={200}
              value={props.it.source}
              placeholder={t('sheet.sourceExample')}
            />
          </label>
          <label>
            {t('sheet.use')}
            <select name='allowedUse' value={props.it.allowedUse}>
              <option value='judge'>{t('sheet.use.judge')}</option>
              <option value='show-own'>{t('sheet.use.show-own')}</option>
            </select>
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('sheet.keep')}</button>
          </div>
        </form>,
      ]);
  },
});

function sheetPath(it: YearSheetRow): string {
  return `${pathOf('year-sheets', it.enterprise.id)}/${it.year}`;
}

/** An enterprise's own word: it is right, in one press, or what is wrong with it. */
const SheetAnswer = defineComponent({
  props: { it: { type: Object as PropType<YearSheet>, required: true } },
  emits: { answered: () => true },
  setup(props, { emit }) {
    const objects = ref(false);
    const send = async (right: boolean, words: string | null) => {
      await post<'/year-sheets/{id}/{year}/answer'>(`${sheetPath(props.it)}/answer`, {
        version: props.it.version,
        right,
        words,
      });
      announce(t('sheet.answered'));
      void askWaiting();
      emit('answered');
    };
    const confirm = useForm(() => send(true, null), () => t('sheet.answered'));
    const object = useForm(
      (fields) => send(false, String(fields.get('words') ?? '').trim() || null),
      () => t('sheet.answered'),
    );
    return () => (
      <section class={['panel', 'sheet-answer', objects.value ? null : 'at-hand']} aria-label={t('sheet.answer')}>
        {objects.value
          ? (
            <form class='people-form' onSubmit={object.submit}>
              <label>
                {t('sheet.whatIsWrong')}
                <textarea name='words' rows={3} maxlength={2000} required></textarea>
              </label>
              {object.message()}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={object.busy.value}>{t('sheet.send')}</button>
                <button type='button' onClick={() => (objects.value = false)}>{t('people.cancel')}</button>
              </div>
            </form>
          )
          : (
            <form onSubmit={confirm.submit}>
              {confirm.message()}
              <div class='buttons'>
                {props.it.state === 'entered'
                  ? <button type='submit' class='primary' disabled={confirm.busy.value}>{t('sheet.confirm')}</button>
                  : null}
                <button type='button' onClick={() => (objects.value = true)}>{t('sheet.object')}</button>
              </div>
            </form>
          )}
      </section>
    );
  },
});

export const YearSheetPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const colon = props.id.lastIndexOf(':');
    const path = `${pathOf('year-sheets', props.id.slice(0, colon))}/${props.id.slice(colon + 1)}`;
    const found = live<'/year-sheets/{id}/{year}'>(() => path, 300);
    const refresh = () => void found.refresh();

    const steps = (): Column<YearSheetRow>[] => [
      { key: 'changedAt', title: t('plan.at'), cell: (row) => time(row.changedAt) },
      { key: 'who', title: t('plan.who'), cell: (row) => row.changedBy ?? '—' },
      { key: 'state', title: t('column.state'), cell: (row) => stateBadge(row.state) },
      { key: 'words', title: t('plan.words'), cell: (row) => row.words ?? '—' },
      { key: 'source', title: t('sheet.source'), cell: (row) => row.source },
      { key: 'tax', title: t('sheet.taxCny'), number: true, cell: (row) => shown(row.figures, 'taxCny') },
      { key: 'land', title: t('sheet.landMu'), number: true, cell: (row) => shown(row.figures, 'landMu') },
    ];

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/year-sheets', t('nav.yearSheets')]];
      if (!it) {
        return [<PageHead title={t('nav.yearSheets')} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={t('sheet.title', { enterprise: say(it.enterprise.name), year: it.year })} crumbs={crumbs}>
          {{ marks: () => stateBadge(it.state), default: () => t('sheet.note') }}
        </PageHead>,
        stale(found),
        isAnyOfWhole(['officer'])
          ? <SheetForm key={it.version} it={it} onKept={refresh} />
          : panel(t('sheet.figures'), [
            <dl class='plan-facts'>
              {it.fields.map((each) => [
                <dt>{say(each.name)}{each.unit ? `（${say(each.unit)}）` : ''}</dt>,
                <dd>{shown(it.figures, each.code)}</dd>,
              ])}
              <dt>{t('sheet.source')}</dt>
              <dd>{it.source || '—'}</dd>
            </dl>,
          ]),
        isAny(['enterprise-contact']) && (it.state === 'entered' || it.state === 'confirmed')
          ? <SheetAnswer key={it.version} it={it} onAnswered={refresh} />
          : null,
        it.steps.length
          ? panel(t('plan.history'), [
            <DataTable
              label={t('plan.history')}
              columns={steps()}
              rows={[...it.steps].reverse()}
              rowKey={(row: YearSheetRow) => row.version}
            />,
          ])
          : null,
      ];
    };
  },
});
