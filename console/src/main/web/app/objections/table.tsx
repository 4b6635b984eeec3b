// Objections in a table.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { ObjectionLine } from '#api';
import { badge, link, time } from '../parts.ts';
import { pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { objectionState } from './mark.tsx';

export const ObjectionTable = defineComponent({
  props: {
    rows: { type: Array as PropType<ObjectionLine[]>, required: true },
    /** Whether the rows say whose they are. */
    whose: { type: Boolean, default: false },
    /** Where the rows are had as a file. */
    file: { type: String, default: undefined },
  },
  setup(props) {
    return () => (
      <DataTable
        name='objections'
        label={t('nav.objections')}
        columns={columns(props.whose)}
        rows={props.rows}
        rowKey={(row: ObjectionLine) => row.number}
        file={props.file}
      />
    );
  },
});

function columns(whose: boolean): Column<ObjectionLine>[] {
  const enterprise: Column<ObjectionLine> = {
    key: 'enterprise',
    code: 'enterprise',
    title: t('column.enterprise'),
    sort: (row) => say(row.enterprise.name),
    group: (row) => say(row.enterprise.name),
    cell: (row) => link(pathOf('enterprises', row.enterprise.id), say(row.enterprise.name)),
  };
  return [
    {
      key: 'name',
      code: 'name',
      title: t('objection.about'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => [
        link(pathOf('objections', row.number), say(row.name)),
        <span class='sub'>{row.number}</span>,
      ],
    },
    ...(whose ? [enterprise] : []),
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => row.state,
      group: (row) => say(row.stateText),
      text: (row) => say(row.stateText),
      cell: (row) => [objectionState(row), ' ', row.overdue ? badge('bad', t('objection.overdue')) : null],
    },
    {
      key: 'filedAt',
      code: 'filedAt',
      title: t('objection.filedAt'),
      sort: (row) => row.filedAt,
      cell: (row) => time(row.filedAt),
    },
    { key: 'dueOn', code: 'dueOn', title: t('objection.dueOn'), sort: (row) => row.dueOn, cell: (row) => row.dueOn },
    {
      key: 'endedAt',
      code: 'endedAt',
      title: t('objection.endedAt'),
      sort: (row) => row.ending?.at,
      cell: (row) => (row.ending ? time(row.ending.at) : '—'),
    },
  ];
}
