// The energy account of a park, an enterprise or the district: by carrier, against the year before, and as a table.
import { computed, defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Answers } from '#api';
import { live, query } from './api.ts';
import { objectable, objectionMark } from './objections/mark.tsx';
import { closingBadge, closingLines, closingNotice } from './closingmark.tsx';
import type { Live } from './api.ts';
import { PeriodChart } from './chart/chart.tsx';
import { COLOURS, look } from './chart/colours.ts';
import { exact, tip } from './chart/tip.ts';
import type { TipRow } from './chart/options.ts';
import { yearBefore as beforeOf } from './chart/periods.ts';
import type { Drawn, PeriodPicture } from './chart/periods.ts';
import { RangePicker } from './chart/rangepicker.tsx';
import { slotOf, slots, slotText, spanOfSlot } from './chart/slots.ts';
import { now } from './health.ts';
import {
  choice,
  coverageColumns,
  empty,
  figure,
  panel,
  provenance,
  qualityBadge,
  sortable,
  stale,
  waiting,
} from './parts.ts';
import { askedBasis } from './pickers.tsx';
import { param } from './route.ts';
import { written, yearBefore } from './span.ts';
import type { ChosenSpan, Span } from './span.ts';
import type { Column } from './table/column.ts';
import { language, say, t, word } from './text.ts';

/** Whose accounts are read: the district's path has no id. */
export type AccountPath = `/enterprises/${string}` | `/parks/${string}` | '/district';

type Energy = Answers['/enterprises/{id}/energy'];
export type EnergyRow = Energy['rows'][number];

/** A carrier by its code, the key of its amount, and the unit of that. */
type Carrier = readonly [code: string, key: string, unit: string];

export const CARRIERS: readonly Carrier[] = [
  ['electricity', 'electricityKwh', 'kWh'],
  ['natural-gas', 'naturalGasM3', 'm3'],
  ['steam', 'steamKg', 'kg'],
  ['heat', 'heatMj', 'MJ'],
  ['coke-oven-gas', 'cokeOvenGasM3', 'm3'],
  ['blast-furnace-gas', 'blastFurnaceGasM3', 'm3'],
  ['biogas', 'biogasM3', 'm3'],
  ['raw-coal', 'rawCoalKg', 'kg'],
  ['washed-coal', 'washedCoalKg', 'kg'],
  ['coke', 'cokeKg', 'kg'],
  ['fuel-oil', 'fuelOilKg', 'kg'],
  ['gasoline', 'gasolineKg', 'kg'],
  ['diesel', 'dieselKg', 'kg'],
  ['lpg', 'lpgKg', 'kg'],
  ['lng', 'lngKg', 'kg'],
  ['methanol', 'methanolKg', 'kg'],
  ['water', 'waterM3', 'm3'],
  ['compressed-air', 'compressedAirM3', 'm3'],
  ['oxygen', 'oxygenM3', 'm3'],
  ['nitrogen', 'nitrogenM3', 'm3'],
];

/** Nothing is stacked: it is not energy of the account, or its share is not known. */
const TOTAL = 'tce';

export const EnergyPanel = defineComponent({
  props: {
    path: { type: String as PropType<AccountPath>, required: true },
    chosen: { type: Object as PropType<ChosenSpan>, required: true },
  },
  emits: { data: (_rows: EnergyRow[]) => true },
  setup(props) {
    const shown = param('show', TOTAL);
    const step = () => props.chosen.step.value;
    const account = (span: Span) =>
      query(`${props.path}/energy`, { ...span, step: step(), basis: askedBasis() }) as '/enterprises/{id}/energy';
    const energy = live<'/enterprises/{id}/energy'>(() => account(props.chosen.span.value), 30);
    const before = live<'/enterprises/{id}/energy'>(() => account(yearBefore(props.chosen.span.value)), 300);
    const carriers = computed(() => {
      const rows = energy.data.value?.rows ?? [];
      return CARRIERS.filter(([, key]) => rows.some((row) => key in row));
    });
    const picture = computed(() => {
      void [language.value, look.value];
      return energy.data.value
        ? drawn(energy.data.value, before.data.value, carriers.value, shown.value, props.chosen)
        : null;
    });

    const content = () => {
      const it = energy.data.value;
      if (!it || !picture.value) {
        return waiting(energy);
      }
      if (!carriers.value.length) {
        return empty(t('energy.none'), t('energy.noneAdvice'));
      }
      return [
        stale(energy),
        closingNotice(it.rows),
        choice(
          t('energy.show'),
          [
            [TOTAL, t('energy.allInTce')],
            ...carriers.value.map(([code]): [string, string] => [code, word('carrier', code)]),
          ],
          shown.value,
          (value) => (shown.value = value),
        ),
        <PeriodChart
          title={t('energy.title')}
          picture={picture.value}
          columns={energyColumns(it, carriers.value)}
          rows={it.rows}
          rowKey={(row: EnergyRow) => row.from}
          height={290}
          notes={[t('figure.basis', { basis: word('basis', it.basis) })]}
          opens={step() !== 'hour'}
          onZoom={(span: Span) => props.chosen.choose(written(span))}
          onOpen={(slot: string) => props.chosen.choose(written(spanOfSlot(slot)))}
        />,
      ];
    };

    return () =>
      panel(t('energy.title'), content(), {
        note: energy.data.value ? t('figure.basis', { basis: word('basis', energy.data.value.basis) }) : null,
        actions: [<RangePicker chosen={props.chosen} />],
      });
  },
});

function drawn(
  energy: Energy,
  before: Energy | null,
  carriers: readonly Carrier[],
  shown: string,
  { span, step }: ChosenSpan,
): PeriodPicture {
  const all = slots(span.value, step.value);
  const chosen = carriers.find(([code]) => code === shown);
  const rows = new Map(energy.rows.map((row) => [slotOf(row.from, step.value), row]));
  const value = chosen ? (row: EnergyRow) => amountOf(row, chosen[1]) : (row: EnergyRow) => row.tce;
  const bars = chosen ? [bar(chosen[0], rows, value)] : carriers
    .filter(([code]) => energy.rows.some((row) => row.tceByCarrier?.[code] != null))
    .map(([code]) => bar(code, rows, (row) => row.tceByCarrier?.[code]));
  return {
    unit: chosen ? chosen[2] : 'tce',
    slots: all,
    now: now(),
    drawn: before
      ? [...bars, beforeOf(before.rows.map((row) => [slotOf(row.from, step.value), sortable(value(row))]))]
      : bars,
    tip: (slot) => energyTip(slot, rows.get(slot), energy, carriers),
  };
}

function bar(
  code: string,
  rows: ReadonlyMap<string, EnergyRow>,
  value: (row: EnergyRow) => string | null | undefined,
): Drawn {
  return {
    name: word('carrier', code),
    colour: COLOURS[code] ?? COLOURS.other,
    kind: 'bar',
    stack: 'energy',
    gaps: true,
    marks: new Map(
      [...rows].map(([slot, row]) => [slot, {
        value: sortable(value(row)),
        quality: row.estimatedShare && row.estimatedShare > 0 ? 'ESTIMATED' : row.quality,
        running: row.period === 'RUNNING',
      }]),
    ),
  };
}

/** An amount of a carrier; undefined where the account has none of it. */
export function amountOf(row: EnergyRow, key: string): string | null | undefined {
  return (row as unknown as Record<string, string | null | undefined>)[key];
}

function energyTip(slot: string, row: EnergyRow | undefined, data: Energy, carriers: readonly Carrier[]): HTMLElement {
  if (!row) {
    return tip(slotText(slot), [], [t('chart.noData')]);
  }
  const line = (name: string, key: string, text: string | null | undefined, unit: string, colour?: string): TipRow => [
    name,
    text === null || text === undefined ? say(row.reasonTexts[key]) || '—' : exact(text, unit),
    colour,
  ];
  return tip(slotText(slot), [
    ...carriers.map(([code, key, unit]) =>
      line(word('carrier', code), key, amountOf(row, key), unit, COLOURS[code] ?? COLOURS.other)
    ),
    line(t('column.tce'), 'tce', row.tce, 'tce'),
    line(t('energy.co2'), 'co2T', row.co2T, 't'),
  ], [...provenance(row, data.basis).split('\n'), ...closingLines(row.closing)]);
}

function energyColumns(data: Energy, carriers: readonly Carrier[]): Column<EnergyRow>[] {
  const amount = (key: string, title: string, unit: string, digits: number): Column<EnergyRow> => ({
    key,
    number: true,
    title,
    unit,
    sort: (row) => sortable(amountOf(row, key)),
    text: (row) => amountOf(row, key) ?? '',
    cell: (row) =>
      figure(amountOf(row, key), {
        digits,
        unit,
        reason: say(row.reasonTexts[key]),
        notes: provenance(row, data.basis),
      }),
  });
  const objections = (row: EnergyRow) =>
    data.enterprise && data.step === 'month'
      ? objectable(data.enterprise, { kind: 'energy', month: row.from.slice(0, 7) }, row.objection)
      : objectionMark(row.objection);
  return [
    {
      key: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      cell: (
        row,
      ) => [slotText(slotOf(row.from, data.step ?? 'month')), ' ', closingBadge(row.closing), ' ', objections(row)],
    },
    ...carriers.map(([code, key, unit]) => amount(key, word('carrier', code), unit, 1)),
    amount('tce', t('column.tce'), 'tce', 3),
    amount('co2T', t('energy.co2'), 't', 3),
    ...coverageColumns<EnergyRow>((row) => row),
    {
      key: 'quality',
      title: t('column.quality'),
      sort: (row) => row.quality && word('quality', row.quality),
      cell: (row) => qualityBadge(row.quality),
    },
    {
      key: 'status',
      title: t('column.status'),
      sort: (row) => row.status && word('status', row.status),
      cell: (row) => row.status && word('status', row.status),
    },
    {
      key: 'coefficientSet',
      title: t('column.coefficientSet'),
      sort: (row) => row.coefficientSet,
      cell: (row) => row.coefficientSet ?? '—',
    },
    {
      key: 'basis',
      title: t('column.basis'),
      sort: () => word('basis', data.basis),
      cell: () => word('basis', data.basis),
    },
  ];
}

/** Whether the answers of an account hold anything. */
export function anything(energy: Live<Energy>): boolean {
  return Boolean(energy.data.value?.rows.some((row) => CARRIERS.some(([, key]) => amountOf(row, key) != null)));
}
