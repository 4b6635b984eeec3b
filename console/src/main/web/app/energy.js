// The energy account of a park or an enterprise: stacked by carrier, and as a table with exact figures behind it.
import { h, ref, computed } from 'vue';
import { t, say, word, language } from './text.ts';
import { live, query } from './api.ts';
import { Chart, COLOURS, base, categoryAxis, exact, tip, tooltip, valueAxis } from './chart.ts';
import { DataTable, badge, choice, coverageColumns, empty, figure, panel, provenance, sortable, stale, waiting } from './parts.ts';
import { addDays } from './format.ts';
import { dated, today } from './health.ts';

const CARRIERS = [
  ['electricity', 'electricityKwh', 'kWh'], ['natural-gas', 'naturalGasM3', 'm3'], ['steam', 'steamKg', 'kg'], ['heat', 'heatMj', 'MJ'],
  ['coke-oven-gas', 'cokeOvenGasM3', 'm3'], ['blast-furnace-gas', 'blastFurnaceGasM3', 'm3'], ['biogas', 'biogasM3', 'm3'],
  ['raw-coal', 'rawCoalKg', 'kg'], ['washed-coal', 'washedCoalKg', 'kg'], ['coke', 'cokeKg', 'kg'], ['fuel-oil', 'fuelOilKg', 'kg'],
  ['gasoline', 'gasolineKg', 'kg'], ['diesel', 'dieselKg', 'kg'], ['lpg', 'lpgKg', 'kg'], ['lng', 'lngKg', 'kg'], ['methanol', 'methanolKg', 'kg'],
  ['water', 'waterM3', 'm3'], ['compressed-air', 'compressedAirM3', 'm3'], ['oxygen', 'oxygenM3', 'm3'], ['nitrogen', 'nitrogenM3', 'm3'],
];

const QUALITY_TONES = { MEASURED: 'good', ESTIMATED: 'warn', PARTIAL: 'warn', MISSING: 'quiet', CORRECTED: 'info' };

export const EnergyPanel = dated({
  props: { scope: { type: String, required: true }, id: { type: String, required: true } },
  setup(props) {
    const year = ref(Number(today().slice(0, 4)));
    const step = ref('month');
    const shown = ref('tce');
    const energy = live(() => query(`/${props.scope}/${encodeURIComponent(props.id)}/energy`, { ...span(step.value, year.value), step: step.value }), 30);
    const carriers = computed(() => (energy.data.value ? CARRIERS.filter(([, key]) => energy.data.value.rows.some((row) => key in row)) : []));
    const option = computed(() => chart(energy.data.value, carriers.value, shown.value, language.value));

    return () =>
      panel(t('energy.title'), content(energy, carriers.value, shown, option), {
        note: energy.data.value ? t('figure.basis', { basis: word('basis', energy.data.value.basis) }) : null,
        actions: [
          step.value === 'month' ? years(year) : null,
          choice(t('energy.step'), [['month', t('energy.month')], ['day', t('energy.day')], ['hour', t('energy.hour')]], step.value, (value) => (step.value = value)),
        ],
      });
  },
});

/** A year of months, the last 60 days, or the last three days of hours. */
function span(step, year) {
  const tomorrow = addDays(today(), 1);
  return step === 'month'
    ? { from: `${year}-01-01`, to: `${year + 1}-01-01` }
    : { from: addDays(tomorrow, step === 'day' ? -60 : -3), to: tomorrow };
}

export function years(year) {
  return h('div', { class: 'years' }, [
    h('button', { type: 'button', onClick: () => (year.value -= 1), 'aria-label': t('energy.yearBefore') }, '‹'),
    h('span', String(year.value)),
    h('button', { type: 'button', onClick: () => (year.value += 1), 'aria-label': t('energy.yearAfter') }, '›'),
  ]);
}

function content(energy, carriers, shown, option) {
  if (!energy.data.value) {
    return waiting(energy);
  }
  if (carriers.length === 0) {
    return empty(t('energy.none'), t('energy.noneAdvice'));
  }
  return [
    stale(energy),
    choice(t('energy.show'), [['tce', t('energy.allInTce')], ...carriers.map(([code]) => [code, word('carrier', code)])], shown.value, (value) => (shown.value = value)),
    h(Chart, { option: option.value, height: 280, label: t('energy.title') }),
    energy.data.value.rows.some((row) => row.estimatedShare > 0) ? h('p', { class: 'soft' }, t('energy.estimatedNote')) : null,
    h('details', { class: 'more' }, [h('summary', t('energy.table')), table(energy.data.value, carriers)]),
  ];
}

export function periodLabel(row, step) {
  return step === 'hour' ? row.from.slice(5, 16).replace('T', ' ') : step === 'day' ? row.from.slice(5) : row.from.slice(0, 7);
}

function chart(data, carriers, shown, lang) {
  if (!data) {
    return {};
  }
  const chosen = carriers.find(([code]) => code === shown);
  const rows = data.rows;
  const series = chosen
    ? [bar(chosen[0], rows, (row) => row[chosen[1]])]
    : carriers.filter(([code]) => rows.some((row) => row.tceByCarrier[code] !== undefined)).map(([code]) => bar(code, rows, (row) => row.tceByCarrier[code]));
  return base({
    xAxis: categoryAxis(rows.map((row) => periodLabel(row, data.step))),
    yAxis: valueAxis(chosen ? chosen[2] : 'tce'),
    series,
    tooltip: tooltip((points) => energyTip(rows[points[0].dataIndex], data, carriers, lang)),
  });
}

/** Bars of periods that are estimated in part are paler. */
function bar(code, rows, value) {
  return {
    name: word('carrier', code),
    type: 'bar',
    stack: 'energy',
    barMaxWidth: 38,
    itemStyle: { color: COLOURS[code] ?? COLOURS.other },
    data: rows.map((row) => {
      const known = value(row);
      return known === null || known === undefined ? null : { value: Number(known), itemStyle: { opacity: row.estimatedShare > 0 ? 0.45 : 1 } };
    }),
  };
}

function energyTip(row, data, carriers) {
  const amounts = carriers.map(([code, key, unit]) => [
    word('carrier', code),
    row[key] === null || row[key] === undefined ? say(row.reasonTexts[key]) || '—' : exact(row[key], unit),
    COLOURS[code] ?? COLOURS.other,
  ]);
  return tip(`${row.from} – ${row.to}`, [
    ...amounts,
    [t('column.tce'), row.tce === null ? say(row.reasonTexts.tce) || '—' : exact(row.tce, 'tce')],
    [t('energy.co2'), row.co2T === null ? say(row.reasonTexts.co2T) || '—' : exact(row.co2T, 't')],
  ], provenance(row, data.basis).split('\n'));
}

function table(data, carriers) {
  const amount = (key, title, unit, digits) => ({
    key,
    number: true,
    title,
    unit,
    sort: (row) => sortable(row[key]),
    cell: (row) => figure(row[key], { digits, unit, reason: say(row.reasonTexts[key]), notes: provenance(row, data.basis) }),
  });
  const columns = [
    { key: 'from', title: t('column.period'), sort: (row) => row.from, cell: (row) => periodLabel(row, data.step) },
    ...carriers.map(([code, key, unit]) => amount(key, word('carrier', code), unit, 1)),
    amount('tce', t('column.tce'), 'tce', 3),
    amount('co2T', t('energy.co2'), 't', 3),
    ...coverageColumns((row) => row),
    { key: 'quality', title: t('column.quality'), sort: (row) => row.quality, cell: (row) => row.quality ? badge(QUALITY_TONES[row.quality], t(`quality.${row.quality}`)) : '—' },
    { key: 'status', title: t('column.status'), sort: (row) => row.status, cell: (row) => row.status ? t(`status.${row.status}`) : '—' },
  ];
  return h(DataTable, { label: t('energy.table'), columns, rows: data.rows, rowKey: (row) => row.from, initial: { key: 'from', down: false } });
}
