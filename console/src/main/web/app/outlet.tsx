// An outlet: its permit, the means of each of its points with the limits drawn in, and what they come to.
import { objectable, objectionMark } from './objections/mark.tsx';
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Limit, OutletPoints } from '#api';
import { RangePicker } from './chart/rangepicker.tsx';
import { plain, unitText } from './format.ts';
import { badge, link, panel } from './parts.ts';
import { notAccepted } from './devicewords.tsx';
import { pathOf } from './route.ts';
import { SeriesCharts } from './series.tsx';
import type { ChosenSpan } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

type LimitLine = {
  point: OutletPoints['points'][number];
  limit: NonNullable<OutletPoints['points'][number]['limits']>[number];
};

export const OutletPanel = defineComponent({
  props: {
    outlet: { type: Object as PropType<OutletPoints>, required: true },
    chosen: { type: Object as PropType<ChosenSpan>, required: true },
    linked: { type: Boolean, default: true },
    /** Whose it is, where people of the enterprise may object to its limits. */
    enterprise: { type: String, default: undefined },
  },
  setup(props) {
    return () => {
      const { outlet } = props;
      return panel(
        say(outlet.name),
        [
          <SeriesCharts
            points={outlet.points.map((each) => each.id)}
            chosen={props.chosen}
            clue={outlet.standing !== 'EVIDENCE'}
            ofOutlet
          />,
          <details class='more'>
            <summary>{t('outlet.limits')}</summary>
            {limitTable(outlet, props.enterprise)}
          </details>,
          <p class='hint'>{t('disclaimer.exceedance')}</p>,
        ],
        {
          id: `outlet-${outlet.id}`,
          note: [
            permitText(outlet) ? `${permitText(outlet)} · ` : null,
            word('medium', outlet.medium),
            ' · ',
            word('standing', outlet.standing),
            props.linked ? [' · ', link(pathOf('outlets', outlet.id), t('outlet.page'))] : null,
          ],
          actions: [<RangePicker chosen={props.chosen} />],
        },
      );
    };
  },
});

/** The standard a limit is from with its clause, or what else it is from. */
export function sourceText(limit: Limit): string {
  const clause = say(limit.clause);
  return limit.standard ? [limit.standard, clause].filter(Boolean).join(' ') : say(limit.sourceText);
}

/** What of the concentration is compared with a limit: as measured, or converted to a reference oxygen; dry or wet. */
export function concentrationText(limit: Limit): string {
  const parts = [
    limit.concentration ? t(`limit.${limit.concentration}`) : null,
    limit.referenceOxygenPercent == null ? null : t('limit.oxygen', { percent: plain(limit.referenceOxygenPercent) }),
    limit.gas ? t(`limit.${limit.gas}`) : null,
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : '—';
}

/** What the permit calls an outlet. */
export function permitText(outlet: Pick<OutletPoints, 'code' | 'permit'>): string {
  return [outlet.code, outlet.permit ? t('outlet.permit', { number: outlet.permit }) : null].filter(Boolean).join(
    ' · ',
  );
}

/** The limits of all points of an outlet, as the permit writes them. */
export function limitTable(outlet: OutletPoints, enterprise?: string) {
  const rows = outlet.points.flatMap((point) => (point.limits ?? []).map((limit): LimitLine => ({ point, limit })));
  const value = (text: string | null | undefined) => (text === null || text === undefined ? '—' : plain(text));
  const columns: Column<LimitLine>[] = [
    {
      key: 'point',
      title: t('column.point'),
      class: 'name',
      sort: (row) => say(row.point.name),
      cell: (row) => [link(pathOf('points', row.point.id), say(row.point.name)), ' ', notAccepted(!row.point.accepted)],
    },
    { key: 'averaging', title: t('column.averaging'), cell: (row) => word('averaging', row.limit.averaging) },
    { key: 'upper', number: true, title: t('outlet.upper'), cell: (row) => value(row.limit.upper) },
    { key: 'lower', number: true, title: t('outlet.lower'), cell: (row) => value(row.limit.lower) },
    { key: 'warn', number: true, title: t('outlet.warn'), cell: (row) => value(row.limit.warnAbove) },
    { key: 'unit', title: t('column.unit'), cell: (row) => unitText(row.limit.unit) || t('unit.none') },
    { key: 'concentration', title: t('limit.concentration'), cell: (row) => concentrationText(row.limit) },
    { key: 'source', title: t('column.source'), class: 'wide', cell: (row) => sourceText(row.limit) },
    {
      key: 'confirmed',
      title: t('column.confirmed'),
      cell: (row) => [
        row.limit.confirmed
          ? badge('good', t('limit.confirmed'))
          : badge('warn', t('limit.unconfirmed'), t('outlet.suspectedWhy')),
        ' ',
        enterprise
          ? objectable(enterprise, { kind: 'limit', id: row.limit.id }, row.limit.objection)
          : objectionMark(row.limit.objection),
      ],
    },
  ];
  return (
    <DataTable
      label={t('outlet.limits')}
      columns={columns}
      rows={rows}
      rowKey={(row: LimitLine) => row.limit.id}
    />
  );
}
