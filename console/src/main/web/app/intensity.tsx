// Energy per value added of a park, an enterprise or the district: month by month against the year before, and the year to date against
// the target. China has no statistics of January alone, so the first point of a year is January and February together.
import { computed, defineComponent, h } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers, Figure } from '#api';
import { live, query } from './api.ts';
import { PeriodChart } from './chart/chart.tsx';
import { COLOURS, look } from './chart/colours.ts';
import type { TipRow } from './chart/options.ts';
import type { Drawn, Mark, PeriodPicture } from './chart/periods.ts';
import { exact, tip } from './chart/tip.ts';
import { closingBadge, closingLines, closingNotice } from './closingmark.tsx';
import type { AccountPath } from './energy.tsx';
import { signed, tenThousandCny } from './format.ts';
import { now, today } from './health.ts';
import { hint } from './hints.ts';
import { coverageColumns, empty, figure, panel, provenance, sortable, stale, waiting } from './parts.ts';
import { askedBasis } from './pickers.tsx';
import { param } from './route.ts';
import { reasonOf, verdict, verdictText } from './standing.tsx';
import type { Column } from './table/column.ts';
import { language, say, t, word } from './text.ts';

type Intensity = Answers['/enterprises/{id}/intensity'];
export type IntensityRow = Intensity['rows'][number];

/** A point of a year: January and February together, then month by month. */
interface Point {
  slot: string;
  label: string;
  row: IntensityRow;
  figure: Figure;
}

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
        columns: columns(intensity.data.value.basis),
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

function pointsOf(data: Intensity | null, year: number): Point[] {
  return (data?.rows ?? [])
    .filter((row) => row.from.startsWith(String(year)) && !row.from.startsWith(`${year}-01`))
    .map((row) => {
      const month = Number(row.from.slice(5, 7));
      return {
        slot: row.from.slice(0, 7),
        label: month === 2 ? t('month.1to2') : word('month', month),
        row,
        figure: month === 2 ? row.yearToDate : row.month,
      };
    });
}

/** Places of the axis: those of the months from February on, which stands for January, too. */
function places(year: number): { slots: string[]; labels: string[] } {
  const months = Array.from({ length: 11 }, (_, i) => i + 2);
  return {
    slots: months.map((month) => `${year}-${String(month).padStart(2, '0')}`),
    labels: months.map((month) => (month === 2 ? t('month.1to2') : word('month', month))),
  };
}

function drawnAs(
  name: string,
  colour: string,
  kind: Drawn['kind'],
  points: Point[],
  year: number,
  mark: (of: Point) => Mark,
): Drawn {
  return { name, colour, kind, marks: new Map(points.map((each) => [`${year}${each.slot.slice(4)}`, mark(each)])) };
}

function monthly(points: Point[], before: Point[], year: number, basis?: string): PeriodPicture {
  const unit = t('unit.intensity');
  const bars = (of: Point[], name: number, colour: string): Drawn => ({
    ...drawnAs(String(name), colour, 'bar', of, year, (each) => ({
      value: sortable(each.figure.tcePer10kCny),
      quality: (each.figure.estimatedShare ?? 0) > 0 ? 'ESTIMATED' : 'MEASURED',
      running: each.row.period === 'RUNNING',
    })),
    gaps: name === year,
  });
  return {
    unit,
    ...places(year),
    now: now(),
    drawn: [bars(before, year - 1, COLOURS.before), bars(points, year, COLOURS.now)],
    tip: (slot) => {
      const [it, was] = [points, before].map((all) => all.find((each) => each.slot.slice(4) === slot.slice(4)));
      return tip(`${year} ${it?.label ?? ''}`, [
        [String(year), told(it?.figure, 'tcePer10kCny', unit), COLOURS.now],
        [String(year - 1), told(was?.figure, 'tcePer10kCny', unit), COLOURS.before],
        [t('column.change'), told(it?.figure, 'changePercent', '%')],
      ], it ? [...provenance(it.figure, basis).split('\n'), ...closingLines(it.row.closing)] : []);
    },
  };
}

/** The change of the year to date, the target, and the gap between them. */
function toDate(points: Point[], year: number, basis?: string): PeriodPicture {
  const line = (
    name: string,
    colour: string,
    value: (of: Point) => string | null | undefined,
    dashed = false,
  ): Drawn => ({
    ...drawnAs(
      name,
      colour,
      'line',
      points,
      year,
      (each) => ({ value: sortable(value(each)), running: each.row.period === 'RUNNING' }),
    ),
    dashed,
  });
  const gap = (behind: boolean): Drawn =>
    drawnAs(
      t(behind ? 'intensity.gapBehind' : 'intensity.gapAhead'),
      behind ? COLOURS.warn : COLOURS.now,
      'bar',
      points,
      year,
      (each) => {
        const value = sortable(each.row.standing?.gapPoints);
        return { value: value !== null && value > 0 === behind ? value : null, quality: 'PARTIAL' };
      },
    );
  const targeted = points.some((each) => each.row.standing);
  return {
    unit: '%',
    ...places(year),
    now: now(),
    drawn: [
      line(t('intensity.change'), COLOURS.now, changeOf),
      ...(targeted
        ? [
          line(t('intensity.target'), COLOURS.limit, (each) => each.row.standing?.targetChangePercent, true),
          { ...gap(true), stack: 'gap' },
          { ...gap(false), stack: 'gap' },
        ]
        : []),
    ],
    tip: (slot) => {
      const it = points.find((each) => each.slot === slot);
      const standing = it?.row.standing;
      const rows: TipRow[] = [
        [t('intensity.change'), it && changeOf(it) !== null ? `${signed(changeOf(it), 2)} %` : whyNot(it), COLOURS.now],
        [
          t('intensity.target'),
          standing ? `${signed(standing.targetChangePercent, 2)} %` : t('verdict.noTarget'),
          COLOURS.limit,
        ],
        ...(standing?.gapPoints ? [[t('column.gap'), signed(standing.gapPoints, 2)!, COLOURS.warn] as TipRow] : []),
      ];
      return tip(`${year} ${it ? t('intensity.untilMonth', { month: it.label }) : ''}`, rows, [
        standing ? verdictText(standing) : null,
        ...(it ? provenance(it.row.yearToDate, basis).split('\n') : []),
      ]);
    },
  };
}

function changeOf({ row }: Point): string | null {
  return row.standing ? row.standing.changePercent : row.yearToDate.changePercent;
}

function whyNot(point: Point | undefined): string {
  const standing = point?.row.standing;
  return (standing ? say(standing.reasonText) : reasonOf(point?.row.yearToDate, 'changePercent')) || '—';
}

function told(figures: Figure | undefined, name: 'tcePer10kCny' | 'changePercent', unit: string): string {
  const value = figures?.[name];
  return value === null || value === undefined ? reasonOf(figures, name) || '—' : exact(value, unit);
}

function columns(basis: string): Column<Point>[] {
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
      cell: (row) => [row.label, ' ', closingBadge(row.row.closing)],
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
      cell: (row) => verdict(row.row.standing),
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
