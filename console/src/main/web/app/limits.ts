// How periods of measuring points stand against their limits.
import type { Answers, Limit } from '#api';
import type { Mark } from './chart/periods.ts';
import type { Step } from './span.ts';

export type Series = Answers['/series']['series'][number];
export type Row = Series['rows'][number];

/** `unconfirmed` where no exceedance is seen, by a limit that is not confirmed. */
export type Judged = 'exceeded' | 'suspected' | 'unconfirmed' | 'kept' | 'notJudged';

/** Limits are judged on means of one averaging only; those of the other are not drawn. */
export function limitsOf(series: Pick<Series, 'limits' | 'unit'>, step: Step): Limit[] {
  return (series.limits ?? []).filter((limit) => limit.averaging === step.toUpperCase() && limit.unit === series.unit);
}

const VERDICTS: Record<NonNullable<Row['verdict']>, Judged> = {
  EXCEEDED: 'exceeded',
  SUSPECTED: 'suspected',
  UNCONFIRMED: 'unconfirmed',
  KEPT: 'kept',
  NOT_JUDGED: 'notJudged',
};

/**
 * How a period stands; one that runs, or has no mean, does not. What the rules said counts, by the limits of then; where they have
 * said nothing, the limits of now.
 */
export function judged(row: Row, limits: readonly Limit[], clue: boolean): Judged | undefined {
  if (row.running || row.value === null || row.value === undefined) {
    return undefined;
  }
  if (row.verdict) {
    return VERDICTS[row.verdict];
  }
  const value = Number(row.value);
  const broken = limits.filter((limit) =>
    (limit.upper !== null && value > Number(limit.upper)) || (limit.lower !== null && value < Number(limit.lower))
  );
  if (broken.length > 0) {
    return !clue && broken.some((limit) => limit.confirmed) ? 'exceeded' : 'suspected';
  }
  return limits.every((limit) => limit.confirmed) ? 'kept' : 'unconfirmed';
}

/** Whether a period is outside of a limit. */
export function outside(row: Row, limits: readonly Limit[], clue: boolean): Mark['outside'] {
  const state = judged(row, limits, clue);
  return state === 'exceeded' || state === 'suspected' ? state : undefined;
}

/** How periods none of which is outside of a limit stand together: as the one of them that is least sure. */
export function within(rows: readonly Row[], limits: readonly Limit[], clue: boolean): Judged | undefined {
  const states = new Set(rows.map((row) => judged(row, limits, clue)));
  return (['unconfirmed', 'kept', 'notJudged'] as const).find((state) => states.has(state));
}
