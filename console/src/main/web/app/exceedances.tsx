// The ledger of exceedances: every period that is over and whose mean was outside of the limit of then.
import { objectable } from './objections/mark.tsx';
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Answers } from '#api';
import { live, query } from './api.ts';
import { enterpriseColumn, periodColumn, pointColumn } from './columns.tsx';
import { slotOf, stepOf } from './chart/slots.ts';
import { addDays, judgedDigits, plain, rounded, unitText } from './format.ts';
import { badge, figure, link, listed, sortable } from './parts.ts';
import { pathOf } from './route.ts';
import type { Span } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

type Exceedance = Answers['/exceedances']['rows'][number];

export const ExceedanceTable = defineComponent({
  props: {
    /** Parameters of the API's ledger. */
    filter: { type: Object as PropType<Record<string, string>>, required: true },
    span: { type: Object as PropType<Span>, required: true },
    /** Whether rows say whose outlet it is. */
    about: { type: Boolean, default: true },
  },
  setup(props) {
    const path = () => query('/exceedances', { ...props.filter, ...props.span, limit: 10_000 });
    const found = live<'/exceedances'>(path, 60);
    return () => [
      ...listed(
        found,
        (rows) => (
          <DataTable
            name='exceedances'
            label={t('exceedances.title')}
            columns={columns(props.about)}
            rows={rows}
            rowKey={(row: Exceedance) => `${row.point.id} ${row.from} ${row.averaging}`}
            initial={{ key: 'from', down: true }}
            file={path()}
          />
        ),
        [t('exceedances.none'), t('exceedances.noneAdvice')],
      ),
      found.data.value ? <p class='hint'>{t('disclaimer.exceedance')}</p> : null,
    ];
  },
});

function columns(about: boolean): Column<Exceedance>[] {
  const whose: Column<Exceedance>[] = about
    ? [
      enterpriseColumn(),
      {
        key: 'outlet',
        code: 'outlet',
        title: t('column.outlet'),
        class: 'fold',
        sort: (row) => say(row.outlet?.name),
        group: (row) => say(row.outlet?.name) || null,
        cell: (row) => (row.outlet ? link(pathOf('outlets', row.outlet.id), say(row.outlet.name)) : '—'),
      },
    ]
    : [];
  return [
    periodColumn((row) => stepOf(row.averaging)),
    ...whose,
    {
      key: 'outletCode',
      code: 'outletCode',
      title: t('column.outletCode'),
      class: 'fold',
      sort: (row) => row.outletCode,
      cell: (row) => row.outletCode ?? '—',
    },
    {
      key: 'permit',
      code: 'permit',
      title: t('column.permit'),
      // With its number the ledger would be wider than a desk, and the way to the case out of sight.
      extra: true,
      sort: (row) => row.permit,
      cell: (row) => row.permit ?? '—',
    },
    pointColumn((row) => `span=${around(row)}&step=${stepOf(row.averaging)}`),
    {
      key: 'averaging',
      code: 'averaging',
      title: t('column.averaging'),
      sort: (row) => word('averaging', row.averaging),
      cell: (row) => word('averaging', row.averaging),
    },
    {
      key: 'mean',
      code: 'mean',
      number: true,
      title: t('column.mean'),
      sort: (row) => sortable(row.mean),
      text: (row) => row.mean ?? '',
      cell: (row) => figure(row.mean, { digits: judgedDigits(row.mean ?? 0, [row.limit]), unit: row.unit }),
    },
    {
      key: 'limit',
      code: 'limit',
      number: true,
      title: t('column.limit'),
      sort: (row) => sortable(row.limit),
      text: (row) => row.limit ?? '',
      cell: (row) => `${plain(row.limit ?? '')} ${unitText(row.unit)}`,
    },
    {
      key: 'multiple',
      code: 'multiple',
      number: true,
      title: t('column.multiple'),
      sort: (row) => sortable(row.multiple),
      cell: (row) => (row.multiple == null ? '—' : rounded(row.multiple, 2)),
    },
    {
      key: 'confirmed',
      code: 'confirmed',
      title: t('column.outcome'),
      sort: (row) => row.state,
      text: (row) => t(row.state === 'EXCEEDED' ? 'outlet.exceeded' : 'outlet.suspectedOne'),
      cell: (row) => [
        row.state === 'EXCEEDED' ? badge('bad', t('outlet.exceeded')) : [
          badge('warn', t('outlet.suspectedOne'), t(row.confirmed ? 'outlet.clueWhy' : 'outlet.suspectedWhy')),
          <span class='sub'>{t(row.confirmed ? 'exceedances.clue' : 'exceedances.unconfirmed')}</span>,
        ],
        ' ',
        ...objectable(
          row.enterprise.id,
          { kind: 'mean', id: row.point.id, step: row.averaging.toLowerCase(), from: row.from, to: row.to },
          row.objection,
        ),
      ],
    },
    {
      key: 'evidence',
      code: 'evidence',
      title: t('column.evidence'),
      extra: true,
      sort: (row) => word('standing', row.evidence),
      cell: (row) => word('standing', row.evidence),
    },
    {
      key: 'source',
      code: 'source',
      title: t('column.source'),
      class: 'fold',
      sort: (row) => say(row.sourceText),
      cell: (row) => say(row.sourceText) || '—',
    },
    {
      key: 'case',
      code: 'case',
      title: t('column.case'),
      sort: (row) => row.case,
      cell: (row) => (row.case ? link(pathOf('cases', row.case), t('exceedances.case')) : '—'),
    },
  ];
}

/** The days around an exceedance: the day of an hour, the week before a day. */
function around(row: Exceedance): string {
  const day = slotOf(row.from ?? '', 'day');
  return row.averaging === 'HOUR' ? `${day}..${day}` : `${addDays(day, -7)}..${day}`;
}
