// Measuring points over time: means of outlets against their limits, amounts of meters. Several points are asked for at once.
import { computed, defineComponent } from 'vue';
import type { PropType, VNodeChild } from 'vue';
import type { Limit } from '#api';
import { live, query } from './api.ts';
import { PeriodChart } from './chart/chart.tsx';
import { COLOURS, look } from './chart/colours.ts';
import type { TipRow } from './chart/options.ts';
import { yearBefore as beforeOf } from './chart/periods.ts';
import type { Across, Mark, PeriodPicture } from './chart/periods.ts';
import { slotOf, slots, slotText, spanOfSlot } from './chart/slots.ts';
import { exact, tip } from './chart/tip.ts';
import { plain, share, unitText } from './format.ts';
import { now } from './health.ts';
import { limitsOf, outside, within } from './limits.ts';
import type { Judged, Row, Series } from './limits.ts';
import { badge, empty, sortable, stale, waiting } from './parts.ts';
import { go, pathOf } from './route.ts';
import { seriesColumns } from './seriestable.tsx';
import { written, yearBefore } from './span.ts';
import type { ChosenSpan, Span, Step } from './span.ts';
import { language, say, t } from './text.ts';

/** A set of points, each with a chart of its own. */
export const SeriesCharts = defineComponent({
  props: {
    points: { type: Array as PropType<string[]>, required: true },
    chosen: { type: Object as PropType<ChosenSpan>, required: true },
    /** Whether the year before is drawn, too. */
    before: { type: Boolean, default: false },
    /** Whether what is measured is but a clue, so that nothing is exceeded, only suspected. */
    clue: { type: Boolean, default: false },
    /** Whether a chart leads to the page of its point. */
    linked: { type: Boolean, default: true },
    /** Whether what is measured is discharged, so that it is said where there is no limit for it. */
    ofOutlet: { type: Boolean, default: false },
    /** Whether tables say what registers showed when periods began and ended. */
    registers: { type: Boolean, default: false },
  },
  setup(props) {
    const ask = (span: Span, registers = false) =>
      query('/series', {
        points: props.points.join(','),
        ...span,
        step: props.chosen.step.value,
        registers: registers ? 'true' : null,
      });
    const found = live<'/series'>(
      () => (props.points.length ? ask(props.chosen.span.value, props.registers) : null),
      30,
    );
    const former = live<'/series'>(() => (props.before ? ask(yearBefore(props.chosen.span.value)) : null), 300);
    const pictures = computed(() => {
      void [language.value, look.value];
      const { span, step } = props.chosen;
      return new Map(
        (found.data.value?.series ?? []).map((each) => [
          each.point,
          pictureOf(
            each,
            former.data.value?.series.find((was) => was.point === each.point),
            span.value,
            step.value,
            props.clue,
          ),
        ]),
      );
    });

    /** A closer look at a period; at an hour, the readings themselves. */
    function open(series: Series, slot: string): void {
      if (props.chosen.step.value === 'hour') {
        go(`${pathOf('points', series.point)}?span=${written(spanOfSlot(slot))}&tab=readings`);
      } else {
        props.chosen.choose(written(spanOfSlot(slot)));
      }
    }

    return () => {
      const it = found.data.value;
      if (!props.points.length) {
        return empty(t('series.noPoints'), t('series.noPointsAdvice'));
      }
      if (!it) {
        return waiting(found);
      }
      const step = props.chosen.step.value;
      return [
        stale(found),
        <div class={it.series.length > 1 ? 'two' : null}>
          {it.series.map((each) => (
            <PeriodChart
              key={each.point}
              title={`${say(each.name)}${each.unit && unitText(each.unit) ? ` (${unitText(each.unit)})` : ''}`}
              picture={pictures.value.get(each.point)!}
              columns={seriesColumns(each, step, props.clue)}
              rows={each.rows}
              rowKey={(row: Row) => row.from}
              height={it.series.length > 1 ? 220 : 280}
              notes={limitsOf(each, step).length ? [t('disclaimer.exceedance')] : []}
              opens
              onZoom={(span: Span) => props.chosen.choose(written(span))}
              onOpen={(slot: string) => open(each, slot)}
            >
              {{
                summary: () => [
                  summary(each, step, props.clue, props.ofOutlet),
                  props.linked ? <a href={`#${pathOf('points', each.point)}`}>{t('series.point')}</a> : null,
                ],
              }}
            </PeriodChart>
          ))}
        </div>,
      ];
    };
  },
});

/** What the periods of a chart come to: how many are outside, and of how many anything is known. */
function summary(series: Series, step: Step, clue: boolean, ofOutlet: boolean): VNodeChild[] {
  const known = series.knownPeriods;
  const coverage = t(
    step === 'hour' ? 'series.knownHours' : step === 'day' ? 'series.knownDays' : 'series.knownMonths',
    {
      known,
      all: series.expectedPeriods,
    },
  );
  const limits = limitsOf(series, step);
  if (!limits.length) {
    return [
      known === 0
        ? badge('quiet', t('outlet.noData'))
        : (series.limits ?? []).length
        ? badge('quiet', t('outlet.notJudged'), t('outlet.notJudgedWhy'))
        : ofOutlet
        ? badge('quiet', t('outlet.noLimit'), t('outlet.noLimitWhy'))
        : null,
      ' ',
      coverage,
    ];
  }
  const count = (kind: Mark['outside']) => series.rows.filter((row) => outside(row, limits, clue) === kind).length;
  const [exceeded, suspected] = [count('exceeded'), count('suspected')];
  const periods = (n: number) => t(step === 'hour' ? 'outlet.hours' : 'outlet.dayCount', { n });
  return [
    exceeded ? badge('bad', t('outlet.over', { n: periods(exceeded) })) : null,
    suspected ? badge('warn', t('outlet.suspected', { n: periods(suspected) }), t('outlet.suspectedWhy')) : null,
    exceeded + suspected === 0 && known ? withinBadge(within(series.rows, limits, clue)) : null,
    known === 0 ? badge('quiet', t('outlet.noData')) : null,
    ' ',
    coverage,
  ];
}

function withinBadge(state: Judged | undefined): VNodeChild {
  return state === 'kept'
    ? badge('good', t('outlet.kept'))
    : state === 'unconfirmed'
    ? badge('quiet', t('outlet.unconfirmed'), t('outlet.suspectedWhy'))
    : state === 'notJudged'
    ? badge('quiet', t('outlet.notJudged'))
    : null;
}

function pictureOf(series: Series, former: Series | undefined, span: Span, step: Step, clue: boolean): PeriodPicture {
  const limits = limitsOf(series, step);
  const rows = new Map(series.rows.map((row) => [slotOf(row.from, step), row]));
  const amounts = series.what === 'AMOUNT';
  const all = slots(span, step);
  const marks = new Map(
    [...rows].map(([slot, row]): [string, Mark] => [slot, {
      value: sortable(row.value),
      quality: row.quality,
      running: row.running,
      outside: outside(row, limits, clue),
    }]),
  );
  return {
    unit: series.unit ?? '',
    slots: all,
    now: now(),
    fromZero: !limits.some((limit) => limit.lower !== null),
    across: limits.flatMap(across),
    drawn: [
      { name: say(series.name), colour: COLOURS.line, kind: amounts ? 'bar' : 'line', gaps: true, marks },
      ...(former ? [beforeOf(former.rows.map((row) => [slotOf(row.from, step), sortable(row.value)]))] : []),
    ],
    tip: (slot) => meanTip(slot, rows.get(slot), series, limits, clue),
  };
}

function across(limit: Limit): Across[] {
  const colour = limit.confirmed ? COLOURS.limit : COLOURS.unconfirmed;
  const line = (value: string | null | undefined, key: 'outlet.upper' | 'outlet.lower' | 'outlet.warn', tone: string) =>
    value === null || value === undefined
      ? []
      : [{ value: Number(value), text: `${t(key)} ${plain(value)}`, colour: tone }];
  return [
    ...line(limit.upper, 'outlet.upper', colour),
    ...line(limit.lower, 'outlet.lower', colour),
    ...line(limit.warnAbove, 'outlet.warn', COLOURS.warn),
  ];
}

function meanTip(
  slot: string,
  row: Row | undefined,
  series: Series,
  limits: readonly Limit[],
  clue: boolean,
): HTMLElement {
  const bounds = limits.flatMap((limit) =>
    across(limit).map(({ text, colour }): TipRow => [text, unitText(limit.unit), colour])
  );
  if (!row || row.value === null || row.value === undefined) {
    return tip(slotText(slot), bounds, [t('outlet.noMean')]);
  }
  const state = outside(row, limits, clue);
  return tip(slotText(slot), [[say(series.name), exact(row.value, series.unit), COLOURS.line], ...bounds], [
    row.running ? t('series.running') : null,
    state === 'exceeded' ? t('outlet.exceeded') : state === 'suspected' ? t('outlet.suspectedOne') : null,
    row.validSamples === undefined || row.validSamples === null ? null : t('outlet.samples', { n: row.validSamples }),
    row.completeness === undefined ? null : t('figure.completeness', { share: share(row.completeness) }),
    row.quality ? t('figure.quality', { quality: t(`quality.${row.quality}` as 'quality.MEASURED') }) : null,
    ...limits.map((limit) =>
      t(limit.confirmed ? 'outlet.source' : 'outlet.sourceUnconfirmed', { source: say(limit.sourceText) })
    ),
    state ? t('disclaimer.exceedance') : null,
  ]);
}
