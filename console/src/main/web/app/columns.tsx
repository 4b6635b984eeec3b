// Columns that several lists share.
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
