// What a case rests on: its verdicts drawn and listed, each with the way to the data it was made of.
import { computed, defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { caseDigits, isChange } from './casewords.tsx';
import { ChartCanvas } from './chart/canvas.tsx';
import { COLOURS, look } from './chart/colours.ts';
import { base, categoryAxis, tip, tooltip, valueAxis } from './chart/options.ts';
import { exact } from './chart/tip.ts';
import type { ChartOption } from './echarts.ts';
import { kindOf, lasts, unconfirmed } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { addDays, dateTime, plain, share, upToMonth, yearToDate } from './format.ts';
import { badge, coverageColumns, figure, link, shares, time } from './parts.ts';
import type { Tone } from './parts.ts';
import { pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { language, say, t } from './text.ts';

export const CaseEvidence = defineComponent({
  props: { it: { type: Object as PropType<Alert>, required: true } },
  setup(props) {
    const option = computed(() => {
      void [look.value, language.value];
      return evidenceChart(props.it);
    });
    return () => {
      const { it } = props;
      const rows = it.evidence ?? [];
      return [
        drawn(it)
          ? (
            <ChartCanvas
              option={option.value}
              height={230}
              label={t('case.evidence')}
              places={rows.length}
              told={(index: number) => evidenceText(it, rows[index])}
            />
          )
          : null,
        evidenceTable(it),
      ];
    };
  },
});

/** Silence has no figures: its periods are in the table only. */
function drawn(it: Alert): boolean {
  return Boolean(it.evidence?.some((row) => row.figure != null));
}

function evidenceText(it: Alert, row: Evidence): string {
  return `${periodText(it, row)}: ${row.figure ?? '—'} / ${row.limit ?? '—'}, ${outcomeText(it, row)}`;
}

function evidenceChart(it: Alert): ChartOption {
  const rows = it.evidence ?? [];
  const colour = (row: Evidence) =>
    row.phase === 'RUNNING'
      ? COLOURS.running
      : row.outcome === 'RAISES'
      ? (row.confirmed === false ? COLOURS.warn : COLOURS.limit)
      : COLOURS.line;
  return base({
    legend: { show: false },
    xAxis: categoryAxis(rows.map((row) => periodText(it, row))),
    yAxis: valueAxis(it.unit),
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        data: rows.map((row) => ({
          value: row.figure == null ? null : Number(row.figure),
          itemStyle: { color: colour(row) },
        })),
      },
      {
        type: 'line',
        ...(rows.length === 1 ? alone(rows[0]) : {}),
        name: t(isChange(it) ? 'column.target' : 'column.limit'),
        silent: true,
        symbol: 'none',
        step: 'middle',
        lineStyle: { type: 'dashed', width: 1.5, color: COLOURS.limit },
        data: rows.map((row) => (row.limit == null ? null : Number(row.limit))),
      },
    ],
    tooltip: tooltip((points) => {
      const row = rows[points[0].dataIndex];
      return tip(isChange(it) ? yearToDate(row.from ?? '') : `${dateTime(row.from)} – ${dateTime(row.to)}`, [
        [t('column.figure'), row.figure == null ? say(row.reasonText) || '—' : exact(row.figure, row.unit)],
        [
          t(isChange(it) ? 'column.target' : 'column.limit'),
          row.limit == null ? '—' : exact(row.limit, row.unit),
          COLOURS.limit,
        ],
      ], [
        outcomeText(it, row),
        row.phase === 'RUNNING' ? t('series.running') : null,
        coverageText(it, row),
        say(row.sourceText) || row.source || null,
      ]);
    }),
  });
}

/** A step needs a second place: where there is but one, its limit is drawn across. */
function alone(row: Evidence): ChartOption {
  return row.limit == null ? {} : {
    markLine: {
      symbol: 'none',
      silent: true,
      animation: false,
      label: { show: false },
      lineStyle: { type: 'dashed', width: 1.5, color: COLOURS.limit },
      data: [{ yAxis: Number(row.limit) }],
    },
  };
}

function coverageText(it: Alert, row: Evidence): string | null {
  return row.completeness == null
    ? null
    : isChange(it)
    ? `${t('figure.coverage', { ...shares(row) })}\n${t('case.weakerCoverage')}`
    : t('figure.completeness', { share: share(row.completeness) });
}

/** The verdict in words that fit the rule: a target is behind or kept, a device silent, a limit exceeded. */
function outcomeText(it: Alert, row: Evidence): string {
  const kind = kindOf(it);
  if (unconfirmed(it, row)) {
    return t('outlet.unconfirmed');
  }
  return kind && row.outcome !== 'UNJUDGED' ? t(`outcome.${kind}.${row.outcome}`) : t(`outcome.${row.outcome}`);
}

/** The label of a period: what it adds up from January, a month, a day, or the start of an hour. */
function periodText(it: Alert, row: Evidence): string {
  if (isChange(it)) {
    return upToMonth(row.from ?? '');
  }
  const hours = hoursOf(row);
  const from = dateTime(row.from);
  return hours > 24 * 7 ? from.slice(0, 7) : hours > 20 ? from.slice(5, 10) : from.slice(5);
}

function hoursOf(row: Evidence): number {
  return (Date.parse(row.to ?? '') - Date.parse(row.from ?? '')) / 3_600_000;
}

/** The way from a verdict to the data it was made of. */
function way(it: Alert, row: Evidence): string | null {
  const day = (row.from ?? '').slice(0, 10);
  if (it.point) {
    return hoursOf(row) > 20
      ? `${pathOf('points', it.point)}?span=${addDays(day, -7)}..${day}&step=day`
      : `${pathOf('points', it.point)}?span=${day}..${day}&step=hour`;
  }
  return isChange(it) && it.enterprise
    ? `${pathOf('enterprises', it.enterprise.id)}?tab=basis&month=${(row.from ?? '').slice(0, 7)}`
    : null;
}

function evidenceTable(it: Alert): VNode {
  const tones: Record<Evidence['outcome'], Tone> = { RAISES: 'bad', HOLDS: 'warn', CLEARS: 'good', UNJUDGED: 'quiet' };
  const figures = it.evidence?.some((row) => row.figure != null || row.limit != null);
  const measured = it.evidence?.some((row) => row.completeness != null);
  const columns: Column<Evidence>[] = [
    {
      key: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      cell: (row) => {
        const to = way(it, row);
        const text = isChange(it) ? yearToDate(row.from ?? '') : [
          time(row.from),
          ' – ',
          lasts(it, row) ? t('case.untilNow') : time(row.to),
        ];
        return to ? link(to, text) : text;
      },
    },
    // Silence has none.
    ...(figures ? figureColumns(it) : []),
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: (row) => [
        badge(
          row.outcome === 'RAISES' && row.confirmed === false
            ? 'warn'
            : unconfirmed(it, row)
            ? 'quiet'
            : tones[row.outcome],
          outcomeText(it, row),
          say(row.reasonText) || undefined,
        ),
        row.phase === 'RUNNING' ? <span class='sub'>{t('series.runningShort')}</span> : null,
      ],
    },
    // Means of outlets are never estimated; silence has no completeness.
    ...(measured
      ? coverageColumns<Evidence>((row) => row).filter((column) => isChange(it) || column.key === 'completeness')
      : []),
    {
      key: 'source',
      title: t('column.source'),
      class: 'wide',
      cell: (row) => say(row.sourceText) || row.source || '—',
    },
  ];
  return (
    <details class='more' open={!drawn(it)}>
      <summary>{t('energy.table')}</summary>
      <DataTable
        label={t('case.evidence')}
        columns={columns}
        rows={it.evidence ?? []}
        rowKey={(row: Evidence) => `${row.from} ${row.phase}`}
        initial={{ key: 'from', down: true }}
      />
      {isChange(it) && measured ? <p class='hint'>{t('case.weakerCoverage')}</p> : null}
    </details>
  );
}

function figureColumns(it: Alert): Column<Evidence>[] {
  return [
    {
      key: 'figure',
      number: true,
      title: t('column.figure'),
      unit: it.unit,
      sort: (row) => Number(row.figure),
      cell: (row) =>
        figure(row.figure, {
          digits: row.figure == null ? 2 : caseDigits(it.rule, row.figure, row.limit),
          unit: row.unit,
          sign: isChange(it),
          reason: say(row.reasonText),
        }),
    },
    {
      key: 'limit',
      number: true,
      title: t(isChange(it) ? 'column.target' : 'column.limit'),
      unit: it.unit,
      cell: (row) => (row.limit == null ? '—' : isChange(it) ? figure(row.limit, { digits: 2 }) : plain(row.limit)),
    },
  ];
}
