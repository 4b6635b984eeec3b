// A change of the registry as a row: its number, when, by whom and whence.
import type { RegistryChange } from '#api';
import { link, time } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { t, word } from '../text.ts';

type Change = Pick<RegistryChange, 'change' | 'committedAt' | 'who' | 'source'>;

export function changeColumns(): Column<Change>[] {
  return [
    {
      key: 'change',
      title: t('registry.number'),
      number: true,
      sort: (row) => row.change,
      cell: (row) => link(`/changes/${row.change}`, row.change),
    },
    { key: 'when', title: t('registry.when'), sort: (row) => row.committedAt, cell: (row) => time(row.committedAt) },
    { key: 'who', title: t('registry.who'), class: 'name', sort: (row) => row.who, cell: (row) => row.who },
    {
      key: 'source',
      title: t('registry.source'),
      sort: (row) => row.source,
      cell: (row) => word('registry.source', row.source),
    },
  ];
}
