// Who looked at what: many lines that are seldom wanted, so they are folded, and asked for when they are opened.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { Look } from '#api';
import { live, query } from '../api.ts';
import { dateTime } from '../format.ts';
import { stale, time, waiting } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t } from '../text.ts';
import { audited } from './audited.tsx';

const MOST = 1000;
const REFRESH_SECONDS = 60;

/** What entries and looks are narrowed to, as the API takes it. */
export interface AuditFilter {
  who: string;
  kind: string;
  id: string;
  from: string | null;
  to: string | null;
}

export const Looks = defineComponent({
  props: { filter: { type: Object as PropType<AuditFilter>, required: true } },
  setup(props) {
    const open = ref(false);
    const path = computed(() => {
      const { who, kind, id, from, to } = props.filter;
      return open.value
        ? query('/audit-log/looks', { who, from, to, limit: MOST, ...(kind && id ? { kind, id } : {}) })
        : null;
    });
    const looks = live<'/audit-log/looks'>(() => path.value, REFRESH_SECONDS);

    const table = (rows: Look[]) =>
      rows.length
        ? [
          <DataTable
            name='looks'
            label={t('looks.title')}
            columns={columns()}
            rows={rows}
            rowKey={(row: Look) => `${row.who} ${row.kind} ${row.id} ${row.first}`}
          />,
          rows.length === MOST ? <p class='hint'>{t('looks.most', { n: MOST })}</p> : null,
        ]
        : <p class='hint'>{t('looks.none')}</p>;

    return () => (
      <details
        class='more'
        open={open.value}
        onToggle={(event: Event) => (open.value = (event.target as HTMLDetailsElement).open)}
      >
        <summary>{t('looks.title')}</summary>
        {!open.value ? null : looks.data.value ? [stale(looks), table(looks.data.value.looks)] : waiting(looks)}
      </details>
    );
  },
});

function columns(): Column<Look>[] {
  return [
    {
      key: 'last',
      title: t('column.lastTime'),
      sort: (row) => row.last,
      cell: (row) => [
        time(row.last),
        row.count > 1 ? <span class='sub'>{t('looks.since', { time: dateTime(row.first) })}</span> : null,
      ],
    },
    {
      key: 'who',
      title: t('looks.by'),
      class: 'fold',
      sort: (row) => row.who,
      group: (row) => row.who,
      cell: (row) => row.who,
    },
    {
      key: 'object',
      title: t('column.object'),
      class: 'fold',
      sort: (row) => `${row.kind} ${row.id}`,
      cell: (row) => audited(row.kind, row.id),
    },
    {
      key: 'count',
      number: true,
      title: t('column.count'),
      sort: (row) => row.count,
      cell: (row) => String(row.count),
    },
  ];
}
