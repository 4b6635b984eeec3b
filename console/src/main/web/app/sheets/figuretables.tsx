// What becomes of somebody's own sheet: faults and questions by cell, sums beside what will be in the registry, and every figure.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { FigureSheetPreview } from '#api';
import { grouped } from '../format.ts';
import { badge, panel, sortable } from '../parts.ts';
import type { Tone } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { figureWord, sheetUnit } from './figures.ts';
import type { Row } from './figures.ts';
import { faultColumns, inWords } from './preview.tsx';
import type { Fault } from './preview.tsx';
import { saidOf } from './rows.tsx';

type Total = FigureSheetPreview['totals'][number];
type Check = FigureSheetPreview['checks'][number];
type Figure = FigureSheetPreview['figures'][number];

const TONES: Record<string, Tone> = {
  NEW: 'good',
  CHANGED: 'info',
  SAME: 'quiet',
  REFUSED: 'bad',
  MISSING: 'quiet',
};

const STATES: Record<Row['state'], Tone> = {
  MATCHED: 'good',
  SHARED: 'info',
  TO_ALLOT: 'warn',
  UNMATCHED: 'bad',
  SEVERAL: 'bad',
  LEFT_OUT: 'quiet',
};

export const FigureTables = defineComponent({
  props: { preview: { type: Object as PropType<FigureSheetPreview>, required: true } },
  setup(props) {
    const only = ref(true);
    const faults = computed(() => props.preview.faults.map((fault, at) => ({ ...fault, at })));
    const wrong = computed(() => props.preview.checks.filter(({ right }) => !right));
    const shown = computed(() => props.preview.figures.filter(({ outcome }) => !only.value || outcome !== 'SAME'));
    const nameOf = (id: string) => say(props.preview.names[id]) || id;

    const counts = () => (
      <p class='sheet-counts'>
        {Object.keys(TONES)
          .filter((outcome) => props.preview.counts[outcome as 'NEW'] > 0)
          .map((outcome) =>
            badge(
              TONES[outcome],
              `${t(`figures.outcome.${outcome as 'NEW'}`)} ${props.preview.counts[outcome as 'NEW']}`,
            )
          )}
      </p>
    );

    const asked = () =>
      props.preview.asked.length
        ? panel(
          `${t('figures.asked')} (${props.preview.asked.length})`,
          <ul class='sheet-rows'>
            {props.preview.asked.map((each) => (
              <li key={each.code + each.places[0]}>
                <span>
                  <strong>{t(`figures.asked.${each.code}`)}</strong>
                  <span class='sub'>
                    {each.places.slice(0, 5).join('、') + (each.count > 5 ? ` … (${each.count})` : '')}
                  </span>
                </span>
                <span>{inWords(each.text)}</span>
              </li>
            ))}
          </ul>,
        )
        : null;

    return () =>
      props.preview.sheets.some(({ mapping }) => mapping)
        ? [
          counts(),
          props.preview.unread.length
            ? <p class='hint'>{t('sheets.unread', { names: props.preview.unread.join('、') })}</p>
            : null,
          faults.value.length
            ? panel(
              `${t('sheets.faults')} (${faults.value.length})`,
              <DataTable
                label={t('sheets.faults')}
                columns={faultColumns()}
                rows={faults.value}
                rowKey={(row: Fault & { at: number }) => row.at}
              />,
            )
            : null,
          asked(),
          panel(
            t('figures.totals'),
            <DataTable
              label={t('figures.totals')}
              columns={totalColumns()}
              rows={props.preview.totals}
              rowKey={(row: Total) => `${row.figure} ${row.month} ${row.unit}`}
            />,
          ),
          props.preview.checks.length
            ? panel(
              t('figures.checks', {
                right: props.preview.checks.length - wrong.value.length,
                all: props.preview.checks.length,
              }),
              wrong.value.length
                ? (
                  <DataTable
                    label={t('figures.wrongSums')}
                    columns={checkColumns()}
                    rows={wrong.value}
                    rowKey={(row: Check) => `${row.sheet} ${row.cell}`}
                  />
                )
                : <p class='hint'>{t('figures.allRight')}</p>,
            )
            : null,
          panel(
            `${t('figures.rows')} (${props.preview.rows.length})`,
            <DataTable
              label={t('figures.rows')}
              columns={rowColumns(nameOf)}
              rows={props.preview.rows}
              rowKey={(row: Row) => `${row.sheet} ${row.row}`}
            />,
          ),
          panel(
            t('figures.cells'),
            <div>
              <label class='check'>
                <input type='checkbox' checked={only.value} onChange={() => (only.value = !only.value)} />{' '}
                {t('figures.onlyChanges')}
              </label>
              <DataTable
                label={t('figures.cells')}
                columns={figureColumns(nameOf)}
                rows={shown.value}
                rowKey={(row: Figure) => `${row.enterprise} ${row.month} ${row.figure}`}
              />
            </div>,
          ),
        ]
        : null;
  },
});

const amount = (text: string | null | undefined) =>
  text === null || text === undefined ? '—' : text === '***' ? text : grouped(text);

function totalColumns(): Column<Total>[] {
  return [
    { key: 'month', title: t('field.month'), class: 'name', sort: (row) => row.month, cell: (row) => row.month },
    { key: 'figure', title: t('figures.figure'), cell: (row) => figureWord(row.figure) },
    { key: 'cells', title: t('figures.cellsRead'), number: true, cell: (row) => String(row.cells) },
    {
      key: 'read',
      title: t('figures.read'),
      number: true,
      sort: (row) => sortable(row.read),
      cell: (row) => told(row.read, sheetUnit(row.unit)),
    },
    {
      key: 'taken',
      title: t('figures.taken'),
      number: true,
      sort: (row) => sortable(row.taken),
      cell: (row) => told(row.taken, sheetUnit(row.unit)),
    },
    {
      key: 'kept',
      title: t('figures.kept'),
      number: true,
      sort: (row) => sortable(row.kept),
      cell: (row) => `${amount(row.kept)} ${unitOf(row.keptUnit)}`,
    },
  ];
}

/** An amount in its unit; one that begins with a number is multiplied: 137,165.45 × 10,000 CNY. */
const told = (value: string, unit: string) => `${amount(value)} ${/^\d/.test(unit) ? '× ' : ''}${unit}`;

const unitOf = (code: string) => (code === 'CNY' ? sheetUnit('元') : sheetUnit(code));

function checkColumns(): Column<Check>[] {
  return [
    {
      key: 'cell',
      title: t('sheets.column.cell'),
      class: 'name',
      cell: (row) => [<strong>{row.cell}</strong>, <span class='sub'>{row.sheet}</span>],
    },
    { key: 'label', title: t('figures.heading'), cell: (row) => row.label },
    { key: 'said', title: t('sheets.column.said'), number: true, cell: (row) => amount(row.said) },
    { key: 'sum', title: t('figures.sum'), number: true, cell: (row) => amount(row.sum) },
  ];
}

function rowColumns(nameOf: (id: string) => string): Column<Row>[] {
  return [
    {
      key: 'row',
      title: t('sheets.column.row'),
      class: 'name',
      cell: (row) => [String(row.row), <span class='sub'>{row.sheet}</span>],
    },
    { key: 'said', title: t('sheets.column.said'), class: 'wide', cell: (row) => saidOf(row) },
    {
      key: 'state',
      title: t('sheets.column.outcome'),
      sort: (row) => row.state,
      text: (row) => t(`figures.state.${row.state}`),
      cell: (row) => badge(STATES[row.state], t(`figures.state.${row.state}`)),
    },
    {
      key: 'enterprise',
      title: t('figures.enterprise'),
      class: 'wide',
      text: (row) => about(row, nameOf),
      cell: (row) => [about(row, nameOf), <span class='sub'>{t(`figures.by.${row.by}`)}</span>],
    },
  ];
}

function about(row: Row, nameOf: (id: string) => string): string {
  const parts = row.parts.map(({ enterprise, share }) =>
    share === '1' ? nameOf(enterprise) : `${nameOf(enterprise)} × ${share}`
  );
  return (parts.length ? parts : row.state === 'TO_ALLOT' ? row.proposals.map(({ name }) => name) : []).join('、') ||
    '—';
}

function figureColumns(nameOf: (id: string) => string): Column<Figure>[] {
  return [
    {
      key: 'enterprise',
      title: t('figures.enterprise'),
      class: 'name',
      sort: (row) => nameOf(row.enterprise),
      cell: (row) => nameOf(row.enterprise),
    },
    { key: 'month', title: t('field.month'), sort: (row) => row.month, cell: (row) => row.month },
    { key: 'figure', title: t('figures.figure'), cell: (row) => figureWord(row.figure) },
    {
      key: 'outcome',
      title: t('sheets.column.outcome'),
      sort: (row) => row.outcome,
      text: (row) => t(`figures.outcome.${row.outcome}`),
      cell: (row) => badge(TONES[row.outcome], t(`figures.outcome.${row.outcome}`)),
    },
    {
      key: 'was',
      title: t('figures.was'),
      number: true,
      sort: (row) => sortable(row.was),
      cell: (row) => amount(row.was),
    },
    {
      key: 'is',
      title: t('figures.is'),
      number: true,
      sort: (row) => sortable(row.is),
      cell: (row) => `${amount(row.is)} ${unitOf(row.unit)}`,
    },
    { key: 'cells', title: t('sheets.column.cell'), class: 'wide', cell: (row) => row.cells.join('、') },
  ];
}
