// An outlet: the means of each of its points with the limits drawn in.
import { h, computed, ref } from 'vue';
import { t, say, language } from './text.ts';
import { live, query } from './api.ts';
import { Chart, COLOURS, base, categoryAxis, exact, grid, limitLine, tip, tooltip, valueAxis } from './chart.ts';
import { badge, choice, empty, panel, stale, waiting } from './parts.ts';
import { addDays, rounded, digitsFor, share, unitText } from './format.ts';
import { dated, today } from './health.ts';

const SPANS = { hour: [2, 7, 30], day: [30, 90, 365] };

export const OutletPanel = {
  props: { outlet: { type: Object, required: true } },
  setup(props) {
    const step = ref(props.outlet.medium === 'STACK' ? 'hour' : 'day');
    const days = ref(SPANS[step.value][1]);
    function choose(value) {
      step.value = value;
      days.value = SPANS[value][1];
    }
    return () =>
      panel(say(props.outlet.name), h('div', { class: 'two' }, props.outlet.points.map((point) => h(PointChart, { key: point.id, point, step: step.value, days: days.value }))), {
        id: `outlet-${props.outlet.id}`,
        note: [t(`medium.${props.outlet.medium}`), ' · ', t(`standing.${props.outlet.standing}`)],
        actions: [
          choice(t('outlet.span'), SPANS[step.value].map((n) => [n, t('outlet.days', { n })]), days.value, (value) => (days.value = value)),
          choice(t('energy.step'), [['hour', t('outlet.hourly')], ['day', t('outlet.daily')]], step.value, choose),
        ],
      });
  },
};

const PointChart = dated({
  props: { point: { type: Object, required: true }, step: { type: String, required: true }, days: { type: Number, required: true } },
  setup(props) {
    const series = live(() => {
      const to = addDays(today(), 1);
      return query(`/points/${encodeURIComponent(props.point.id)}/series`, { from: addDays(to, -props.days), to, step: props.step });
    }, 30);
    const option = computed(() => (series.data.value ? chart(props.point, series.data.value, language.value) : {}));
    return () =>
      h('figure', [
        h('figcaption', [h('strong', say(props.point.name)), ' ', h('span', { class: 'unit' }, unitText(props.point.unit)), ' ', summary(props.point, series.data.value)]),
        series.data.value === null
          ? waiting(series)
          : series.data.value.rows.length
            ? [stale(series), h(Chart, { option: option.value, height: 220, label: say(props.point.name) })]
            : empty(t('outlet.none'), t('outlet.noneAdvice')),
      ]);
  },
});

/** Limits are judged on means of one averaging only; those of the other are not drawn. */
function limitsOf(point, step) {
  return point.limits.filter((limit) => limit.averaging === step.toUpperCase() && limit.unit === point.unit);
}

function outside(row, limits) {
  const mean = Number(row.mean);
  return row.mean !== null && limits.some((limit) => (limit.upper !== null && mean > Number(limit.upper)) || (limit.lower !== null && mean < Number(limit.lower)));
}

function summary(point, data) {
  if (!data || data.rows.length === 0) {
    return null;
  }
  const limits = limitsOf(point, data.step);
  if (limits.length === 0) {
    return badge('quiet', t('outlet.notJudged'), t('outlet.notJudgedWhy'));
  }
  const over = data.rows.filter((row) => outside(row, limits)).length;
  const step = t(data.step === 'hour' ? 'outlet.hours' : 'outlet.dayCount', { n: over });
  return over ? badge('bad', t('outlet.over', { n: step })) : badge('good', t('outlet.kept'));
}

function chart(point, data) {
  const limits = limitsOf(point, data.step);
  const rows = gapped(data.rows);
  const lines = limits.flatMap((limit) => [
    limit.upper === null ? null : limitLine(limit.upper, t('outlet.upper'), limit.unit, COLOURS.limit),
    limit.lower === null ? null : limitLine(limit.lower, t('outlet.lower'), limit.unit, COLOURS.limit),
    limit.warnAbove === null ? null : limitLine(limit.warnAbove, t('outlet.warn'), limit.unit, COLOURS.warn),
  ]).filter(Boolean);
  const means = rows.map((row) => (row.mean === null ? null : Number(row.mean)));
  const reach = [...means.filter((value) => value !== null), ...lines.map((line) => line.yAxis)];
  const top = Math.max(...reach);
  const bottom = Math.min(...reach);
  return base({
    legend: { show: false },
    grid: grid(24),
    xAxis: timeAxis(rows, data.step),
    yAxis: valueAxis('', { min: bottom > top * 0.4 ? nice(bottom * 0.85) : 0, max: nice(top * 1.12), axisLabel: { color: '#5b6b79', showMaxLabel: false, showMinLabel: bottom <= top * 0.4 } }),
    series: [
      {
        type: 'line',
        name: say(point.name),
        data: means,
        showSymbol: false,
        lineStyle: { width: 1.6, color: COLOURS.line },
        color: COLOURS.line,
        markLine: { symbol: 'none', silent: true, data: lines, animation: false },
      },
      {
        type: 'scatter',
        name: t('outlet.upper'),
        symbolSize: 6,
        color: COLOURS.limit,
        data: rows.map((row) => (outside(row, limits) ? Number(row.mean) : null)),
      },
    ],
    tooltip: tooltip((points) => meanTip(rows[points[0].dataIndex], point, limits)),
  });
}

/** Hours are labelled where a day begins, and within a short span every six hours; the span's ends may be in between. */
function timeAxis(rows, step) {
  if (step !== 'hour') {
    return categoryAxis(rows.map((row) => row.from.slice(5)), { boundaryGap: false });
  }
  const names = rows.map((row) => (row.from.slice(11, 13) === '00' ? row.from.slice(5, 10) : row.from.slice(11, 16)));
  const every = rows.length > 4 * 24 ? 24 : 6;
  const marked = (index) => Number(rows[index].from.slice(11, 13)) % every === 0;
  const axis = categoryAxis(names, { boundaryGap: false });
  return { ...axis, axisLabel: { ...axis.axisLabel, interval: marked, alignMinLabel: 'left' } };
}

/** A row without a mean wherever periods are missing, so that the line breaks there. */
function gapped(rows) {
  const filled = [];
  for (const row of rows) {
    const before = filled.at(-1);
    if (before && before.to !== row.from) {
      filled.push({ from: before.to, to: row.from, mean: null });
    }
    filled.push(row);
  }
  return filled;
}

function nice(value) {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 10;
  // Rounded: the axis would make room for the digits of a binary fraction.
  return Number((Math.ceil(value / step) * step).toPrecision(6));
}

function meanTip(row, point, limits) {
  const bounds = limits.flatMap((limit) => [
    limit.upper === null ? null : [t('outlet.upper'), exact(limit.upper, limit.unit), COLOURS.limit],
    limit.lower === null ? null : [t('outlet.lower'), exact(limit.lower, limit.unit), COLOURS.limit],
  ]).filter(Boolean);
  const title = `${row.from.slice(0, 16).replace('T', ' ')} – ${row.to.slice(0, 16).replace('T', ' ')}`;
  if (row.mean === null) {
    return tip(title, bounds, [t('outlet.noMean')]);
  }
  return tip(title, [[say(point.name), exact(row.mean, point.unit), COLOURS.line], ...bounds], [
    t('outlet.samples', { n: row.validSamples }),
    t('figure.completeness', { share: share(row.completeness) }),
    t('figure.quality', { quality: t(`quality.${row.quality}`) }),
    ...limits.map((limit) => t(limit.confirmed ? 'outlet.source' : 'outlet.sourceUnconfirmed', { source: limit.source })),
  ]);
}

/** The newest mean against its limit, in words, for lists. */
export function against(figureText, limitText, unit) {
  return `${rounded(figureText, digitsFor(figureText))} / ${rounded(limitText, digitsFor(limitText))} ${unitText(unit)}`;
}
