// How a figure came to be: amounts times coefficients, the sum by value added, and where each of them comes from.
import { computed, defineComponent } from 'vue';
import type { PropType, VNodeChild } from 'vue';
import type { Answers, Point } from '#api';
import { live, query } from './api.ts';
import { CorrectionTable } from './corrections.tsx';
import { amountOf, CARRIERS } from './energy.tsx';
import type { AccountPath, EnergyRow } from './energy.tsx';
import { addDays, grouped, rounded, signed, tenThousandCny, unitText } from './format.ts';
import { today } from './health.ts';
import { valueAdded } from './intensity.tsx';
import type { IntensityRow } from './intensitypictures.ts';
import { empty, figure, link, panel, provenance, waiting, withUnit } from './parts.ts';
import { missingReasons } from './missing.ts';
import { param, pathOf } from './route.ts';
import { addMonths } from './span.ts';
import { askedBasis, MonthPicker } from './pickers.tsx';
import { reasonOf, verdict } from './standing.tsx';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

type Set = Answers['/coefficient-sets']['rows'][number];
type Coefficient = Set['coefficients'][number];

/** A carrier of an account with its amount and its coefficient. */
interface Line {
  code: string;
  amount: string | null;
  unit: string;
  coefficient: Coefficient | undefined;
  tce: string | null;
  reason: string;
}

export const ExplainPanel = defineComponent({
  props: {
    path: { type: String as PropType<AccountPath>, required: true },
    id: { type: String, required: true },
    /** The newest month that can be stated. */
    newest: { type: String as PropType<string | null>, default: null },
    meters: { type: Array as PropType<Point[]>, default: () => [] },
  },
  setup(props) {
    const asked = param('month');
    const month = computed(() => asked.value || props.newest || addMonths(`${today().slice(0, 7)}-01`, -1).slice(0, 7));
    const next = computed(() => addMonths(`${month.value}-01`, 1));
    const energy = live<'/enterprises/{id}/energy'>(
      () =>
        query(`${props.path}/energy`, {
          from: `${month.value}-01`,
          to: next.value,
          step: 'month',
          basis: askedBasis(),
        }),
      60,
    );
    const intensity = live<'/enterprises/{id}/intensity'>(
      () => query(`${props.path}/intensity`, { from: `${month.value}-01`, to: next.value, basis: askedBasis() }),
      60,
    );
    const sets = live<'/coefficient-sets'>(() => '/coefficient-sets', 300);

    return () => {
      const row = energy.data.value?.rows[0];
      const figures = intensity.data.value?.rows[0];
      const set = sets.data.value?.rows.find((each) => each.id === row?.coefficientSet);
      return [
        panel(
          t('explain.energy'),
          !energy.data.value
            ? waiting(energy)
            : !sets.data.value
            ? waiting(sets)
            : account(row, set, props.meters, month.value),
          {
            note: row ? t('figure.basis', { basis: word('basis', energy.data.value!.basis) }) : null,
            actions: [<MonthPicker month={month.value} />],
          },
        ),
        panel(t('explain.intensity'), figures ? perValueAdded(figures) : waiting(intensity)),
        panel(t('explain.versions'), [
          <p class='hint'>{t('explain.versionsNote')}</p>,
          <CorrectionTable
            filter={{ enterprise: props.id }}
            span={{ from: `${month.value}-01`, to: next.value }}
            about={false}
          />,
          <p>{link(`/enterprises/${encodeURIComponent(props.id)}?tab=quality`, t('explain.findings'))}</p>,
        ]),
      ];
    };
  },
});

function account(
  row: EnergyRow | undefined,
  set: Set | undefined,
  meters: readonly Point[],
  month: string,
): VNodeChild {
  if (!row) {
    return empty(t('energy.none'), t('energy.noneAdvice'));
  }
  const lines = CARRIERS.filter(([, key]) => amountOf(row, key) !== undefined).map(([code, key, unit]): Line => ({
    code,
    amount: amountOf(row, key) ?? null,
    unit,
    coefficient: set?.coefficients.find((each) => each.carrier === code),
    tce: row.tceByCarrier?.[code] ?? null,
    reason: say(row.reasonTexts[key]),
  }));
  const columns: Column<Line>[] = [
    {
      key: 'carrier',
      title: t('column.carrier'),
      class: 'name',
      sort: (line) => word('carrier', line.code),
      cell: (line) => word('carrier', line.code),
    },
    {
      key: 'amount',
      number: true,
      title: t('column.amount'),
      sort: (line) => Number(line.amount),
      text: (line) => `${line.amount ?? ''} ${line.unit}`,
      cell: (
        line,
      ) => [
        withUnit(figure(line.amount, { digits: 1, unit: line.unit, reason: line.reason }), line.unit),
        <span class='sub'>{summands(meters.filter((each) => each.carrier === line.code), month)}</span>,
      ],
    },
    {
      key: 'coefficient',
      number: true,
      title: t('explain.coefficient'),
      text: (line) => line.coefficient?.kgcePerUnit ?? '',
      cell: (line) => coefficientText(line),
    },
    {
      key: 'tce',
      number: true,
      title: t('column.tce'),
      unit: 'tce',
      sum: (line) => (line.tce === null ? null : Number(line.tce)),
      total: (sum) => rounded(sum, 3),
      text: (line) => line.tce ?? '',
      cell: (line) =>
        figure(line.tce, {
          digits: 3,
          unit: 'tce',
          reason: line.coefficient && !line.coefficient.countsInComprehensiveEnergy
            ? t('explain.notCounted')
            : line.reason,
        }),
    },
    {
      key: 'source',
      title: t('column.source'),
      class: 'wide',
      cell: (line) => say(line.coefficient?.sourceText ?? set?.sourceText) || '—',
    },
  ];
  return [
    <p>{t('explain.energyFormula')}</p>,
    <DataTable label={t('explain.energy')} columns={columns} rows={lines} rowKey={(line: Line) => line.code} sums />,
    set
      ? <p class='hint'>{t('explain.set', { name: setName(set), set: set.id, from: set.validFrom ?? '—' })}</p>
      : null,
    row.tce === null ? <p class='hint'>{reasonOf(row, 'tce')}</p> : null,
    <p class='hint'>{provenance(row).split('\n').join(' · ')}</p>,
  ];
}

/** The meters that an amount is the sum of, with the ways to their days of the month. */
function summands(meters: readonly Point[], month: string): VNodeChild[] {
  const last = addDays(addMonths(`${month}-01`, 1), -1);
  return meters.filter((each) => each.factor).map((each, i) => [
    i || (each.factor ?? 0) < 0 ? ((each.factor ?? 0) < 0 ? ' − ' : ' + ') : null,
    link(`${pathOf('points', each.id)}?span=${month}-01..${last}&step=day`, say(each.name)),
  ]);
}

/** Standards as sources name them. */
const STANDARD = /\b(?:GB|DB|ISO)(?:\/T)?[ \d/]*\d-\d{4}/;

/** What a set is called by people: the standard that its coefficients are from, and its basis. */
function setName(set: Set): string {
  return [STANDARD.exec(set.source)?.[0], word('basis', set.basis)].filter(Boolean).join(t('list.comma'));
}

function coefficientText(line: Line): VNodeChild {
  const { coefficient } = line;
  return coefficient?.kgcePerUnit == null
    ? '—'
    : withUnit(grouped(coefficient.kgcePerUnit), `kgce/${unitText(line.unit)}`);
}

function perValueAdded(row: IntensityRow): VNodeChild {
  const line = (name: string, value: VNodeChild) => [<dt>{name}</dt>, <dd>{value}</dd>];
  const of = (title: string, figures: IntensityRow['month']) => (
    <div>
      <h3>{title}</h3>
      <dl class='facts'>
        {line(t('column.tce'), [
          figure(figures.tce, { digits: 3, unit: 'tce', reason: reasonOf(figures, 'tce') }),
          ` ${t('unit.tce')}`,
        ])}
        {line(t('intensity.iva'), [valueAdded(figures), ` ${t('unit.tenThousandCny')}`])}
        {line(t('column.intensity'), [
          figure(figures.tcePer10kCny, { digits: 4, reason: reasonOf(figures, 'tcePer10kCny') }),
          ` ${t('unit.intensity')}`,
        ])}
        {line(t('column.change'), [
          figure(figures.changePercent, { digits: 2, sign: true, reason: reasonOf(figures, 'changePercent') }),
          ' %',
        ])}
        {line(t('column.quality'), provenance(figures).split('\n').join(' · ') || '—')}
      </dl>
      {missingReasons(figures).map((why) => <p class='hint'>{why}</p>)}
    </div>
  );
  return [
    <p>{t('explain.intensityFormula')}</p>,
    <div class='two'>
      {of(row.from.slice(0, 7), row.month)}
      {of(t('explain.toDate', { month: row.from.slice(0, 7) }), row.yearToDate)}
    </div>,
    <h3>{t('tile.standing')}</h3>,
    <p>
      {verdict(row.standing)} {row.standing
        ? t('explain.target', {
          target: signed(row.standing.targetChangePercent, 2),
          year: row.standing.baseYear,
          change: signed(row.standing.changePercent, 2) ?? '—',
          gap: signed(row.standing.gapPoints, 2) ?? '—',
        })
        : t('verdict.noTargetWhy')}
    </p>,
    <p class='hint'>{t('explain.statistics', { iva: tenThousandCny(row.month.ivaCny) ?? '—' })}</p>,
  ];
}
