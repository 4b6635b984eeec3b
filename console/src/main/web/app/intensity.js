// Intensity of a park or an enterprise: month by month against the year before, and the year to date against the target.
import { h, ref, computed } from 'vue';
import { t, say, word, language } from './text.ts';
import { live, query } from './api.ts';
import { Chart, COLOURS, base, categoryAxis, exact, tip, tooltip, valueAxis } from './chart.ts';
import { DataTable, coverageColumns, figure, panel, provenance, sortable, stale, waiting, empty } from './parts.ts';
import { dated, today } from './health.ts';
import { years } from './energy.js';
import { reasonOf, verdict, verdictText } from './standing.ts';

export const IntensityPanel = dated({
  props: { scope: { type: String, required: true }, id: { type: String, required: true } },
  setup(props) {
    const year = ref(Number(today().slice(0, 4)));
    const intensity = live(() => query(`/${props.scope}/${encodeURIComponent(props.id)}/intensity`, { from: `${year.value - 1}-01-01`, to: `${year.value + 1}-01-01` }), 30);
    const now = computed(() => rowsOf(intensity.data.value, year.value));
    const before = computed(() => rowsOf(intensity.data.value, year.value - 1));
    const monthly = computed(() => monthChart(now.value, before.value, year.value, intensity.data.value?.basis, language.value));
    const toDate = computed(() => changeChart(now.value, intensity.data.value?.basis, language.value));

    return () =>
      panel(t('intensity.title'), intensity.data.value ? content() : waiting(intensity), {
        note: intensity.data.value ? t('figure.basis', { basis: word('basis', intensity.data.value.basis) }) : null,
        actions: [years(year)],
      });

    function content() {
      if (now.value.every((row) => row.month.tcePer10kCny === null) && before.value.every((row) => row.month.tcePer10kCny === null)) {
        return empty(t('intensity.none'), reasonOf(now.value[0]?.month) || t('intensity.noneAdvice'));
      }
      return [
        stale(intensity),
        h('div', { class: 'two' }, [
          h('figure', [h('figcaption', t('intensity.monthly')), h(Chart, { option: monthly.value, height: 240, label: t('intensity.monthly') })]),
          h('figure', [h('figcaption', t('intensity.toDate')), h(Chart, { option: toDate.value, height: 240, label: t('intensity.toDate') })]),
        ]),
        h('details', { class: 'more' }, [h('summary', t('energy.table')), table(now.value, intensity.data.value.basis)]),
      ];
    }
  },
});

function rowsOf(data, year) {
  return data ? data.rows.filter((row) => row.from.startsWith(String(year))) : [];
}

function numbers(rows, pick) {
  return rows.map((row) => {
    const value = pick(row);
    return value === null || value === undefined ? null : Number(value);
  });
}

function monthChart(now, before, year, basis) {
  const unit = t('unit.intensity');
  return base({
    xAxis: categoryAxis(now.map((row) => word('month', Number(row.from.slice(5, 7))))),
    yAxis: valueAxis(unit),
    series: [
      { name: String(year - 1), type: 'bar', barMaxWidth: 16, itemStyle: { color: COLOURS.before }, data: numbers(before, (row) => row.month.tcePer10kCny) },
      { name: String(year), type: 'bar', barMaxWidth: 16, itemStyle: { color: COLOURS.now }, data: numbers(now, (row) => row.month.tcePer10kCny) },
    ],
    tooltip: tooltip((points) => {
      const row = now[points[0].dataIndex];
      const last = before[points[0].dataIndex];
      return tip(row.from.slice(0, 7), [
        [String(year), told(row.month, 'tcePer10kCny', unit), COLOURS.now],
        [String(year - 1), last ? told(last.month, 'tcePer10kCny', unit) : '—', COLOURS.before],
        [t('column.change'), told(row.month, 'changePercent', '%')],
      ], provenance(row.month, basis).split('\n'));
    }),
  });
}

function told(figures, name, unit) {
  return figures[name] === null ? reasonOf(figures, name) || '—' : exact(figures[name], unit);
}

function changeChart(now, basis) {
  return base({
    xAxis: categoryAxis(now.map((row) => word('month', Number(row.from.slice(5, 7))))),
    yAxis: valueAxis('%'),
    series: [
      { name: t('intensity.change'), type: 'line', symbolSize: 6, lineStyle: { width: 2 }, color: COLOURS.now, data: numbers(now, (row) => row.standing ? row.standing.changePercent : row.yearToDate.changePercent) },
      { name: t('intensity.target'), type: 'line', step: 'middle', symbol: 'none', lineStyle: { type: 'dashed', width: 2 }, color: COLOURS.limit, data: numbers(now, (row) => row.standing?.targetChangePercent) },
    ],
    tooltip: tooltip((points) => {
      const row = now[points[0].dataIndex];
      const standing = row.standing;
      return tip(row.from.slice(0, 7), [
        [t('intensity.change'), standing ? standing.changePercent === null ? say(standing.reasonText) || '—' : exact(standing.changePercent, '%') : told(row.yearToDate, 'changePercent', '%'), COLOURS.now],
        [t('intensity.target'), standing ? exact(standing.targetChangePercent, '%') : t('verdict.noTarget'), COLOURS.limit],
      ], [standing ? verdictText(standing) : null, say(standing?.reasonText) || null, ...provenance(row.yearToDate, basis).split('\n')]);
    }),
  });
}

function table(rows, basis) {
  const number = (key, part, name, title, unit, digits, sign) => ({
    key,
    number: true,
    title,
    unit,
    sort: (row) => sortable(row[part][name]),
    cell: (row) => figure(row[part][name], { digits, unit, sign, reason: say(row[part].reasonTexts[name]), notes: provenance(row[part], basis) }),
  });
  const columns = [
    { key: 'from', title: t('column.period'), sort: (row) => row.from, cell: (row) => row.from.slice(0, 7) },
    number('tce', 'month', 'tce', t('column.tce'), 'tce', 2),
    number('iva', 'month', 'ivaCny', t('intensity.iva'), 'CNY', 0),
    number('monthly', 'month', 'tcePer10kCny', t('column.intensity'), t('unit.intensity'), 4),
    number('change', 'month', 'changePercent', t('column.change'), '%', 2, true),
    number('ytd', 'yearToDate', 'tcePer10kCny', t('intensity.ytd'), t('unit.intensity'), 4),
    number('ytdChange', 'yearToDate', 'changePercent', t('intensity.ytdChange'), '%', 2, true),
    ...coverageColumns((row) => row.month),
    { key: 'status', title: t('column.status'), cell: (row) => row.month.status ? t(`status.${row.month.status}`) : '—' },
    { key: 'verdict', title: t('column.verdict'), cell: (row) => verdict(row.standing) },
  ];
  return h(DataTable, { label: t('intensity.title'), columns, rows, rowKey: (row) => row.from, initial: { key: 'from', down: false } });
}
