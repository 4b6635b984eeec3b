// Energy per value added of a park, an enterprise or the district: month by month against the year before, and the year to date against
// the target. China has no statistics of January alone, so the first point of a year is January and February together.
import { computed, defineComponent, h } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Figure } from '#api';
import { live, query } from './api.ts';
import { PeriodChart } from './chart/chart.tsx';
import { look } from './chart/colours.ts';
import { objectable, objectionMark } from './objections/mark.tsx';
import { closingBadge, closingNotice } from './closingmark.tsx';
import type { AccountPath } from './energy.tsx';
import { tenThousandCny } from './format.ts';
import { today } from './health.ts';
import { hint } from './hints.ts';
import { monthly, pointsOf, toDate } from './intensitypictures.ts';
import type { Point } from './intensitypictures.ts';
import { coverageColumns, empty, figure, panel, provenance, sortable, stale, waiting } from './parts.ts';
import { askedBasis } from './pickers.tsx';
import { param } from './route.ts';
import { reasonOf, verdict, verdictText } from './standing.tsx';
import type { Column } from './table/column.ts';
import { language, say, t, word } from './text.ts';

export const IntensityPanel = defineComponent({
  props: { path: { type: String as PropType<AccountPath>, required: true } },
  setup(props) {
    const chosen = param('year');
    const year = computed(() => Number(/^\d{4}$/.test(chosen.value) ? chosen.value : today().slice(0, 4)));
    const intensity = live<'/enterprises/{id}/intensity'>(
      () =>
        query(`${props.path}/intensity`, {
          from: `${year.value - 1}-01-01`,
          to: `${year.value + 1}-01-01`,
          basis: askedBasis(),
        }),
      30,
    );
    const points = (of: number) => pointsOf(intensity.data.value, of);
    const pictures = computed(() => {
      void [language.value, look.value];
      const basis = intensity.data.value?.basis;
      return {
        monthly: monthly(points(year.value), points(year.value - 1), year.value, basis),
        toDate: toDate(points(year.value), year.value, basis),
      };
    });

    const years = () => (
      <div class='years'>
        <button
          type='button'
          onClick={() => (chosen.value = String(year.value - 1))}
          aria-label={t('energy.yearBefore')}
        >
          ‹
        </button>
        <span>{year.value}</span>
        <button
          type='button'
          disabled={year.value >= Number(today().slice(0, 4))}
          onClick={() => (chosen.value = String(year.value + 1))}
          aria-label={t('energy.yearAfter')}
        >
          ›
        </button>
      </div>
    );

    const content = () => {
      if (!intensity.data.value) {
        return waiting(intensity);
      }
      const [of, before] = [points(year.value), points(year.value - 1)];
      if ([...of, ...before].every((each) => each.figure.tcePer10kCny === null)) {
        return empty(t('intensity.none'), reasonOf(of[0]?.figure, 'tcePer10kCny') || t('intensity.noneAdvice'));
      }
      const shared = {
        columns: columns(intensity.data.value.basis, intensity.data.value.enterprise),
        rows: of,
        rowKey: (row: Point) => row.slot,
        height: 250,
        marked: false,
        notes: [t('figure.basis', { basis: word('basis', intensity.data.value.basis) })],
      };
      return [
        stale(intensity),
        closingNotice(intensity.data.value.rows),
        <div class='two'>
          <PeriodChart title={t('intensity.monthly')} picture={pictures.value.monthly} {...shared} />
          <PeriodChart title={t('intensity.toDate')} picture={pictures.value.toDate} {...shared} />
        </div>,
      ];
    };

    return () =>
      panel(t('intensity.title'), content(), {
        note: intensity.data.value ? t('figure.basis', { basis: word('basis', intensity.data.value.basis) }) : null,
        actions: [years()],
      });
  },
});

function columns(basis: string, enterprise: string | undefined): Column<Point>[] {
  const number = (
    key: string,
    of: (row: Point) => Figure,
    name: 'tce' | 'tcePer10kCny' | 'changePercent',
    title: string,
    more: { unit: string; digits: number; sign?: boolean },
  ): Column<Point> => ({
    key,
    number: true,
    title,
    unit: more.unit,
    sort: (row) => sortable(of(row)[name]),
    text: (row) => of(row)[name] ?? '',
    cell: (row) =>
      figure(of(row)[name], {
        digits: more.digits,
        unit: more.unit,
        sign: more.sign,
        reason: say(of(row).reasonTexts[name]),
        notes: provenance(of(row), basis),
      }),
  });
  const period = (row: Point) => row.figure;
  const toDate = (row: Point) => row.row.yearToDate;
  return [
    {
      key: 'slot',
      title: t('column.period'),
      sort: (row) => row.slot,
      text: (row) => row.label,
      cell: (
        row,
      ) => [
        row.label,
        ' ',
        closingBadge(row.row.closing),
        ' ',
        enterprise
          ? objectable(enterprise, { kind: 'intensity', month: row.slot.slice(0, 7) }, row.row.objection)
          : objectionMark(row.row.objection),
      ],
    },
    number('tce', period, 'tce', t('column.tce'), { unit: 'tce', digits: 2 }),
    {
      key: 'iva',
      number: true,
      title: t('intensity.iva'),
      unit: t('unit.tenThousandCny'),
      sort: (row) => sortable(row.figure.ivaCny),
      text: (row) => tenThousandCny(row.figure.ivaCny) ?? '',
      cell: (row) => valueAdded(row.figure),
    },
    number('intensity', period, 'tcePer10kCny', t('column.intensity'), { unit: t('unit.intensity'), digits: 4 }),
    number('change', period, 'changePercent', t('column.change'), { unit: '%', digits: 2, sign: true }),
    number('ytd', toDate, 'tcePer10kCny', t('intensity.ytd'), { unit: t('unit.intensity'), digits: 4 }),
    number('ytdChange', toDate, 'changePercent', t('intensity.ytdChange'), { unit: '%', digits: 2, sign: true }),
    {
      key: 'gap',
      number: true,
      title: t('column.gap'),
      unit: t('unit.points'),
      sort: (row) => sortable(row.row.standing?.gapPoints),
      cell: (row) =>
        figure(row.row.standing?.gapPoints, { digits: 2, sign: true, reason: say(row.row.standing?.reasonText) }),
    },
    {
      key: 'verdict',
      title: t('column.verdict'),
      sort: (row) => row.row.standing ? verdictText(row.row.standing) : null,
      cell: (row) => [
        verdict(row.row.standing),
        ' ',
        enterprise && row.row.standing
          ? objectable(enterprise, { kind: 'target', id: row.row.standing.target }, row.row.standing.objection)
          : objectionMark(row.row.standing?.objection),
      ],
    },
    ...coverageColumns<Point>((row) => row.figure),
    {
      key: 'status',
      title: t('column.status'),
      sort: (row) => statusText(row.figure),
      cell: (row) => statusText(row.figure),
    },
    { key: 'basis', title: t('column.basis'), sort: () => word('basis', basis), cell: () => word('basis', basis) },
  ];
}

function statusText({ status }: Figure): string {
  return status ? word('status', status) : '—';
}

/** Value added in 10,000 CNY, or why there is none. */
export function valueAdded(figures: Figure): VNode {
  const shown = tenThousandCny(figures.ivaCny);
  return shown === null
    ? h('span', { class: 'missing', ...hint(say(figures.reasonTexts.ivaCny) || t('figure.unknown'), true) }, '—')
    : h('span', { class: 'figure' }, shown);
}
