// The readings of a point one by one, as its device sent them.
import { computed, defineComponent } from 'vue';
import type { Answers } from '#api';
import { live, query } from './api.ts';
import { RangePicker } from './chart/rangepicker.tsx';
import { addDays, commonDigits, rounded } from './format.ts';
import { today } from './health.ts';
import { empty, panel, sortable, stale, time, timesRatio, waiting } from './parts.ts';
import { pathOf } from './route.ts';
import { days, written } from './span.ts';
import type { ChosenSpan, Span } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { t, word } from './text.ts';

type Point = Answers['/points/{id}'];
type Reading = Answers['/points/{id}/series']['rows'][number];

/** Readings are listed for so many days at most. */
const READING_DAYS = 7;

/** That what a register shows is to be multiplied; null where it is not, or where the device has done so. */
export function ratioNote(it: Point): string | null {
  const now = it.facts.at(-1);
  return now && !now.ratioApplied ? timesRatio(now.ratio) : null;
}

/** Of a longer span the last days in which there can be readings: those before today, or before the newest reading. */
function listed(span: Span, newest: string | null | undefined): Span {
  if (days(span) <= READING_DAYS) {
    return span;
  }
  const known = newest ? addDays(newest.slice(0, 10), 1) : addDays(today(), 1);
  const to = [span.to, addDays(today(), 1), known > span.from ? known : span.to].sort()[0];
  return { from: [addDays(to, -READING_DAYS), span.from].sort()[1], to };
}

export const Readings = defineComponent({
  props: {
    point: { type: Object as () => Point, required: true },
    chosen: { type: Object as () => ChosenSpan, required: true },
  },
  setup(props) {
    const span = computed(() => listed(props.chosen.span.value, props.point.newest?.time));
    const readings = live<'/points/{id}/series'>(
      () => query(`${pathOf('points', props.point.id)}/series`, { ...span.value }),
      30,
    );
    const columns = (digits: number): Column<Reading>[] => [
      { key: 'time', title: t('column.time'), sort: (row) => row.time, cell: (row) => time(row.time) },
      {
        key: 'value',
        number: true,
        title: t('column.value'),
        unit: props.point.unit,
        sort: (row) => sortable(row.value),
        text: (row) => row.value ?? '',
        cell: (row) => rounded(row.value, digits) ?? '—',
      },
      {
        key: 'flag',
        title: t('column.flag'),
        sort: (row) => row.flag,
        group: (row) => word('flag', row.flag ?? ''),
        cell: (row) => word('flag', row.flag ?? ''),
      },
    ];
    const content = () => {
      const rows = readings.data.value?.rows;
      return !rows ? waiting(readings) : rows.length
        ? [
          stale(readings),
          ratioNote(props.point) ? <p class='hint'>{ratioNote(props.point)}</p> : null,
          <DataTable
            name='readings'
            label={t('tab.readings')}
            columns={columns(commonDigits(rows.map((each) => each.value)))}
            rows={rows}
            rowKey={(row: Reading) => row.time ?? ''}
            initial={{ key: 'time', down: true }}
          />,
        ]
        : empty(t('point.noReadings'), t('point.noReadingsAdvice'));
    };
    return () =>
      panel(t('tab.readings'), content(), {
        note: span.value === props.chosen.span.value
          ? null
          : t('point.onlyLast', { n: READING_DAYS, span: written(span.value).replace('..', ' – ') }),
        actions: [<RangePicker chosen={props.chosen} />],
      });
  },
});
