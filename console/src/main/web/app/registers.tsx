// What a register showed when periods began and ended: amounts can be checked by difference and ratio.
import type { Answers } from '#api';
import { commonDigits, grouped, rounded } from './format.ts';
import { figure, link, sortable, time } from './parts.ts';
import { pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { t } from './text.ts';

type Series = Answers['/series']['series'][number];
type Row = Series['rows'][number];
type Reading = NonNullable<NonNullable<Row['registers']>['opening']>;

/** Columns of registers; none where their readings were not asked for. */
export function registerColumns(series: Series): Column<Row>[] {
  if (!series.rows.some((row) => row.registers)) {
    return [];
  }
  const all = series.rows.flatMap((row) => [row.registers?.opening?.value, row.registers?.closing.value]);
  const digits = commonDigits(all);
  const reading = (key: 'opening' | 'closing', title: string): Column<Row> => ({
    key,
    number: true,
    title,
    sort: (row) => sortable(row.registers?.[key]?.value),
    text: (row) => row.registers?.[key]?.value ?? '',
    cell: (row) => readingCell(series.point, row.registers?.[key], digits),
  });
  return [
    reading('opening', t('register.opening')),
    reading('closing', t('register.closing')),
    {
      key: 'ratio',
      number: true,
      title: t('fact.ratio'),
      sort: (row) => sortable(row.registers?.ratio),
      cell: (row) => (row.registers ? `× ${grouped(row.registers.ratio)}` : '—'),
    },
    {
      key: 'byRegister',
      number: true,
      title: t('register.amount'),
      unit: series.unit,
      sort: (row) => sortable(row.registers?.amount),
      text: (row) => row.registers?.amount ?? '',
      cell: (row) =>
        figure(row.registers?.amount, {
          reason: t(row.registers?.replaced ? 'register.replaced' : 'register.noAmount'),
        }),
    },
  ];
}

/** A reading and its time, with the way to the readings around it. */
function readingCell(point: string, reading: Reading | null | undefined, digits: number) {
  if (!reading) {
    return '—';
  }
  const day = reading.time.slice(0, 10);
  return [
    link(`${pathOf('points', point)}?span=${day}..${day}&tab=readings`, rounded(reading.value, digits)),
    <span class='sub'>{time(reading.time)}</span>,
  ];
}
