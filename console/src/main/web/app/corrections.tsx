// Corrections: values of hours and days that were shown once, and what is shown in their place.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Answers } from '#api';
import { live, query } from './api.ts';
import { slotOf } from './chart/slots.ts';
import { enterpriseColumn, periodColumn, pointColumn } from './columns.tsx';
import { unitText } from './format.ts';
import { objectionMark } from './objections/mark.tsx';
import { figure, listed, qualityBadge, sortable, time } from './parts.ts';
import type { Span } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { t, word } from './text.ts';

type Former = Answers['/former-values']['rows'][number];

export const CorrectionTable = defineComponent({
  props: {
    /** Parameters of the API's list. */
    filter: { type: Object as PropType<Record<string, string>>, required: true },
    span: { type: Object as PropType<Span>, required: true },
    /** Whether rows say whose point it is. */
    about: { type: Boolean, default: true },
  },
  setup(props) {
    const path = () => query('/former-values', { ...props.filter, ...props.span, limit: 10_000 });
    const found = live<'/former-values'>(path, 60);
    return () =>
      listed(
        found,
        (rows) => (
          <DataTable
            name='corrections'
            label={t('corrections.title')}
            columns={columns(props.about)}
            rows={rows}
            rowKey={(row: Former) => row.id}
            initial={{ key: 'replacedAt', down: true }}
            file={path()}
          />
        ),
        [t('corrections.none'), t('corrections.noneAdvice')],
      );
  },
});

function columns(about: boolean): Column<Former>[] {
  return [
    {
      key: 'replacedAt',
      code: 'replacedAt',
      title: t('corrections.replacedAt'),
      sort: (row) => row.replacedAt,
      cell: (row) => [time(row.replacedAt), ' ', objectionMark(row.objection)],
    },
    ...(about ? [enterpriseColumn<Former>()] : []),
    pointColumn((row) => `span=${slotOf(row.from, 'day')}..${slotOf(row.from, 'day')}&step=hour`),
    periodColumn((row) => row.step),
    {
      key: 'what',
      code: 'what',
      title: t('corrections.what'),
      extra: true,
      sort: (row) => word('corrections', row.what),
      cell: (row) => word('corrections', row.what),
    },
    valueColumn('former', t('corrections.former'), (row) => row.former, (row) => row.formerQuality),
    valueColumn('value', t('corrections.now'), (row) => row.value, (row) => row.quality),
    { key: 'unit', code: 'unit', title: t('column.unit'), cell: (row) => unitText(row.unit) },
    {
      key: 'shownSince',
      code: 'shownSince',
      title: t('corrections.shownSince'),
      extra: true,
      sort: (row) => row.shownSince,
      cell: (row) => time(row.shownSince),
    },
  ];
}

/** A value with its quality. */
function valueColumn(
  key: string,
  title: string,
  value: (row: Former) => string | null | undefined,
  quality: (row: Former) => string | null | undefined,
): Column<Former> {
  return {
    key,
    code: key,
    number: true,
    title,
    sort: (row) => sortable(value(row)),
    text: (row) => value(row) ?? '',
    cell: (row) => [figure(value(row), { unit: row.unit }), ' ', qualityBadge(quality(row))],
  };
}
