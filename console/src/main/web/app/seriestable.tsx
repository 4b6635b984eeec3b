// Periods of measuring points as a table, and whether each is within the limits.
import { objectable, objectionMark } from './objections/mark.tsx';
import type { Limit } from '#api';
import { slotOf, slotText } from './chart/slots.ts';
import { judgedDigits, share } from './format.ts';
import { judged, limitsOf } from './limits.ts';
import type { Judged, Row, Series } from './limits.ts';
import { badge, figure, qualityBadge, sortable } from './parts.ts';
import { registerColumns } from './registers.tsx';
import type { Step } from './span.ts';
import type { Column } from './table/column.ts';
import { t } from './text.ts';
import type { TextKey } from './text.ts';

const STATES: Record<Judged, TextKey> = {
  exceeded: 'outlet.exceeded',
  suspected: 'outlet.suspectedOne',
  unconfirmed: 'outlet.unconfirmed',
  kept: 'outlet.kept',
  notJudged: 'outlet.notJudged',
};

/** The columns of a series. */
export function seriesColumns(series: Series, step: Step, clue: boolean): Column<Row>[] {
  const limits = limitsOf(series, step);
  const all: (Column<Row> | null)[] = [
    {
      key: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      text: (row) => slotText(slotOf(row.from, step)),
      cell: (row) => [
        slotText(slotOf(row.from, step)),
        ' ',
        // Means of outlets are judged, and objected to; amounts are by the month of the enterprise.
        limits.length && step !== 'month' && !row.running
          ? objectable(
            series.enterprise,
            { kind: 'mean', id: series.point, step, from: row.from, to: row.to },
            row.objection,
          )
          : objectionMark(row.objection),
      ],
    },
    {
      key: 'value',
      number: true,
      title: t(series.what === 'AMOUNT' ? 'column.amount' : 'column.mean'),
      unit: series.unit,
      sort: (row) => sortable(row.value),
      text: (row) => row.value ?? '',
      cell: (row) =>
        figure(row.value, {
          unit: series.unit,
          digits: limits.length && row.value != null
            ? judgedDigits(row.value, limits.flatMap((each) => [each.lower, each.upper]))
            : undefined,
        }),
    },
    ...registerColumns(series),
    limits.length
      ? {
        key: 'state',
        title: t('column.outcome'),
        sort: (row) => stateText(row, limits, clue),
        cell: (row) => stateText(row, limits, clue),
      }
      : null,
    series.what === 'MEAN'
      ? {
        key: 'samples',
        number: true,
        title: t('column.samples'),
        sort: (row) => row.validSamples,
        cell: (row) => row.validSamples ?? '—',
      }
      : null,
    {
      key: 'completeness',
      number: true,
      title: t('column.completeness'),
      sort: (row) => row.completeness,
      cell: (row) => (row.completeness === undefined ? '—' : share(row.completeness)),
    },
    {
      key: 'quality',
      title: t('column.quality'),
      sort: (row) => row.quality,
      cell: (row) => (row.running ? badge('info', t('series.runningShort')) : qualityBadge(row.quality)),
    },
  ];
  return all.filter((each) => each !== null);
}

function stateText(row: Row, limits: readonly Limit[], clue: boolean): string {
  const state = judged(row, limits, clue);
  return row.running ? t('series.runningShort') : state ? t(STATES[state]) : '—';
}
