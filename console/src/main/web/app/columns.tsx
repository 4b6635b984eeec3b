// Columns that several lists share.
import { slotOf, slotText } from './chart/slots.ts';
import type { Step } from './span.ts';
import { link } from './parts.ts';
import { pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { say, t } from './text.ts';
import type { Name } from './text.ts';

/** Whose a row is, with the way there. */
export function enterpriseColumn<R extends { enterprise: { id: string; name: Name } }>(): Column<R> {
  return {
    key: 'enterprise',
    code: 'enterprise',
    title: t('column.enterprise'),
    class: 'fold',
    sort: (row) => say(row.enterprise.name),
    group: (row) => say(row.enterprise.name),
    cell: (row) => link(pathOf('enterprises', row.enterprise.id), say(row.enterprise.name), { class: 'soft' }),
  };
}

/** The hour, day or month that a row is of. */
export function periodColumn<R extends { from: string }>(step: (row: R) => Step): Column<R> {
  return {
    key: 'from',
    code: 'from',
    title: t('column.period'),
    sort: (row) => row.from,
    cell: (row) => slotText(slotOf(row.from, step(row))),
  };
}

/** The point that a row is of, with the way to what it said around the time of the row. */
export function pointColumn<R extends { point: { id: string; name: Name } }>(shown: (row: R) => string): Column<R> {
  return {
    key: 'point',
    code: 'point',
    title: t('column.point'),
    class: 'name',
    sort: (row) => say(row.point.name),
    group: (row) => say(row.point.name),
    cell: (row) => link(`${pathOf('points', row.point.id)}?${shown(row)}`, say(row.point.name)),
  };
}
