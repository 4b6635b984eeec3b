// Periods of measuring points as a table, and whether each is within the limits.
import type { Answers, Limit } from '#api';
import { slotOf, slotText } from './chart/slots.ts';
import type { Mark } from './chart/periods.ts';
import { judgedDigits, share } from './format.ts';
import { badge, figure, qualityBadge, sortable } from './parts.ts';
import { registerColumns } from './registers.tsx';
import type { Step } from './span.ts';
import type { Column } from './table/column.ts';
import { t } from './text.ts';

export type Series = Answers['/series']['series'][number];
export type Row = Series['rows'][number];

/** Limits are judged on means of one averaging only; those of the other are not drawn. */
export function limitsOf(series: Pick<Series, 'limits' | 'unit'>, step: Step): Limit[] {
  return (series.limits ?? []).filter((limit) => limit.averaging === step.toUpperCase() && limit.unit === series.unit);
}

const OUTSIDE: Partial<Record<NonNullable<Row['verdict']>, Mark['outside']>> = {
  EXCEEDED: 'exceeded',
  SUSPECTED: 'suspected',
};

/**
 * Whether a period is outside of a limit; one that runs never is. What the rules said counts, by the limits of then; where they
 * have said nothing, the limits of now.
 */
export function outside(row: Row, limits: readonly Limit[], clue: boolean): Mark['outside'] {
  if (row.running || row.value === null || row.value === undefined) {
    return undefined;
  }
  if (row.verdict) {
    return OUTSIDE[row.verdict];
  }
  const value = Number(row.value);
  const broken = limits.filter((limit) =>
    (limit.upper !== null && value > Number(limit.upper)) || (limit.lower !== null && value < Number(limit.lower))
  );
  return broken.length === 0 ? undefined : !clue && broken.some((limit) => limit.confirmed) ? 'exceeded' : 'suspected';
}

/** The columns of a series. */
export function seriesColumns(series: Series, step: Step, clue: boolean): Column<Row>[] {
  const limits = limitsOf(series, step);
  const all: (Column<Row> | null)[] = [
    {
      key: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      text: (row) => slotText(slotOf(row.from, step)),
      cell: (row) => slotText(slotOf(row.from, step)),
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
  const state = outside(row, limits, clue);
  return row.running
    ? t('series.runningShort')
    : state === 'exceeded'
    ? t('outlet.exceeded')
    : state === 'suspected'
    ? t('outlet.suspectedOne')
    : t('outlet.kept');
}
