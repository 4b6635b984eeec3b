// What would become of a spreadsheet: how many rows become what, every fault by its cell, and the cells that change.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { SheetPreview } from '#api';
import { badge, panel } from '../parts.ts';
import type { Tone } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { language, t } from '../text.ts';

export type Fault = SheetPreview['faults'][number];
type Row = SheetPreview['rows'][number];
type Outcome = Row['outcome'];
type Words = Fault['toDo'];

const TONES: Record<Outcome, Tone> = {
  ADDED: 'good',
  CHANGED: 'info',
  UNCHANGED: 'quiet',
  REFUSED: 'bad',
  CONFLICT: 'warn',
  NOT_CHECKED: 'warn',
};

export const inWords = (words: Words) => (language.value === 'zh' ? words.zh : words.en);

export const PreviewTables = defineComponent({
  props: { preview: { type: Object as PropType<SheetPreview>, required: true } },
  setup(props) {
    const only = ref(false);
    const rows = computed(() =>
      only.value
        ? props.preview.rows.filter((row) => !['ADDED', 'CHANGED', 'UNCHANGED'].includes(row.outcome))
        : props.preview.rows
    );
    const numbered = computed(() => props.preview.faults.map((fault, at) => ({ ...fault, at })));

    const counts = () => (
      <p class='sheet-counts'>
        {(Object.keys(TONES) as Outcome[])
          .filter((outcome) => props.preview.counts[outcome] > 0)
          .map((outcome) =>
            badge(TONES[outcome], `${t(`sheets.outcome.${outcome}`)} ${props.preview.counts[outcome]}`)
          )}
      </p>
    );

    return () => [
      counts(),
      props.preview.unread.length
        ? <p class='hint'>{t('sheets.unread', { names: props.preview.unread.join('、') })}</p>
        : null,
      panel(
        `${t('sheets.faults')} (${props.preview.faults.length})`,
        props.preview.faults.length
          ? (
            <DataTable
              label={t('sheets.faults')}
              columns={faultColumns()}
              rows={numbered.value}
              rowKey={(row: Fault & { at: number }) => row.at}
            />
          )
          : <p class='hint'>{t('sheets.noFaults')}</p>,
      ),
      panel(
        t('sheets.rows'),
        <div>
          <label class='check'>
            <input type='checkbox' checked={only.value} onChange={() => (only.value = !only.value)} />{' '}
            {t('sheets.onlyFaults')}
          </label>
          {rows.value.length
            ? (
              <DataTable
                label={t('sheets.rows')}
                columns={rowColumns()}
                rows={rows.value}
                rowKey={(row: Row) => `${row.sheet} ${row.row}`}
              />
            )
            : <p class='hint'>{t(only.value ? 'sheets.noFaults' : 'sheets.noRows')}</p>}
        </div>,
      ),
    ];
  },
});

export function faultColumns(): Column<Fault & { at: number }>[] {
  return [
    {
      key: 'cell',
      title: t('sheets.column.cell'),
      class: 'name',
      sort: (row) => row.at,
      text: (row) => `${row.sheet}!${row.cell}`,
      cell: (row) => [<strong>{row.cell}</strong>, <span class='sub'>{row.sheet}</span>],
    },
    { key: 'said', title: t('sheets.column.said'), cell: (row) => row.said || '—' },
    { key: 'allowed', title: t('sheets.column.allowed'), class: 'wide', cell: (row) => inWords(row.allowed) },
    { key: 'toDo', title: t('sheets.column.toDo'), class: 'wide', cell: (row) => inWords(row.toDo) },
  ];
}

function rowColumns(): Column<Row>[] {
  return [
    {
      key: 'row',
      title: t('sheets.column.row'),
      class: 'name',
      cell: (row) => [String(row.row), <span class='sub'>{row.sheet}</span>],
    },
    { key: 'id', title: t('sheets.column.id'), sort: (row) => row.id, cell: (row) => <code>{row.id}</code> },
    {
      key: 'outcome',
      title: t('sheets.column.outcome'),
      sort: (row) => row.outcome,
      text: (row) => t(`sheets.outcome.${row.outcome}`),
      cell: (row) => badge(TONES[row.outcome], t(`sheets.outcome.${row.outcome}`)),
    },
    {
      key: 'changes',
      title: t('sheets.column.changes'),
      class: 'wide',
      text: (row) => changes(row).join('\n'),
      cell: (row) => changes(row).map((line) => <span class='sub'>{line}</span>),
    },
  ];
}

function changes(row: Row): string[] {
  return (row.cells ?? []).map((it) =>
    `${it.cell} ${inWords(it.column)}: ${it.was ?? t('sheets.empty')} → ${it.is ?? t('sheets.empty')}`
  );
}
