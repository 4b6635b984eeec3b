// Corrections: values of hours and days that were shown once, and what is shown in their place.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Answers } from '#api';
import { live, query } from './api.ts';
import { slotOf, slotText } from './chart/slots.ts';
import { enterpriseColumn } from './columns.tsx';
import { unitText } from './format.ts';
import { empty, figure, link, qualityBadge, sortable, stale, time, waiting } from './parts.ts';
import { pathOf } from './route.ts';
import type { Span } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

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
    return () => {
      const it = found.data.value;
      if (!it) {
        return waiting(found);
      }
      return [
        stale(found),
        it.rows.length
          ? (
            <DataTable
              name='corrections'
              label={t('corrections.title')}
              columns={columns(props.about)}
              rows={it.rows}
              rowKey={(row: Former) => row.id}
              initial={{ key: 'replacedAt', down: true }}
              file={path()}
            />
          )
          : empty(t('corrections.none'), t('corrections.noneAdvice')),
      ];
    };
  },
});

function columns(about: boolean): Column<Former>[] {
  return [
    {
      key: 'replacedAt',
      code: 'replacedAt',
      title: t('corrections.replacedAt'),
      sort: (row) => row.replacedAt,
      cell: (row) => time(row.replacedAt),
    },
    ...(about ? [enterpriseColumn<Former>()] : []),
    {
      key: 'point',
      code: 'point',
      title: t('column.point'),
      class: 'name',
      sort: (row) => say(row.point.name),
      group: (row) => say(row.point.name),
      cell: (row) =>
        link(
          `${pathOf('points', row.point.id)}?span=${slotOf(row.from, 'day')}..${slotOf(row.from, 'day')}&step=hour`,
          say(row.point.name),
        ),
    },
    {
      key: 'from',
      code: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      cell: (row) => slotText(slotOf(row.from, row.step)),
    },
    {
      key: 'what',
      code: 'what',
      title: t('corrections.what'),
      extra: true,
      sort: (row) => word('corrections', row.what),
      cell: (row) => word('corrections', row.what),
    },
    {
      key: 'former',
      code: 'former',
      number: true,
      title: t('corrections.former'),
      sort: (row) => sortable(row.former),
      text: (row) => row.former ?? '',
      cell: (row) => [figure(row.former, { unit: row.unit }), ' ', qualityBadge(row.formerQuality)],
    },
    {
      key: 'value',
      code: 'value',
      number: true,
      title: t('corrections.now'),
      sort: (row) => sortable(row.value),
      text: (row) => row.value ?? '',
      cell: (row) => [figure(row.value, { unit: row.unit }), ' ', qualityBadge(row.quality)],
    },
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
