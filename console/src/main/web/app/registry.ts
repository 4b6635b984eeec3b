// The registry on the operations page: how its files stand, what people changed beside them, and the last changes.
import { defineComponent, h, ref } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { RegistryChange, RegistryFiles } from '#api';
import { say, t, word } from './text.ts';
import { live, post } from './api.ts';
import { badge, empty, panel, stale, time, waiting } from './parts.ts';
import { DataTable } from './table/table.tsx';
import type { Tone } from './parts.ts';
import type { Column } from './table/column.ts';

const REFRESH_SECONDS = 10;
const CHANGES = 10;
const TONES: Record<RegistryFiles['state'], Tone> = { IN_FORCE: 'good', FAULTY: 'bad', WAITING: 'warn' };

export const RegistryPanels = defineComponent({
  setup() {
    const files = live<'/registry/files'>(() => '/registry/files', REFRESH_SECONDS);
    const changes = live<'/registry/changes'>(() => `/registry/changes?limit=${CHANGES}`, REFRESH_SECONDS);
    const busy = ref(false);
    const problem = ref<string | null>(null);

    /** @param confirm the id of what waits, as it is shown; null to confirm nothing */
    async function reload(confirm: string | null): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await post<'/registry/files/reload'>('/registry/files/reload', { confirm });
        await Promise.all([files.refresh(), changes.refresh()]);
      } catch (cause) {
        problem.value = (cause as Error).message;
        await files.refresh();
      } finally {
        busy.value = false;
      }
    }

    function buttons({ waiting: waits }: RegistryFiles): VNode[] {
      const read = h(
        'button',
        { type: 'button', disabled: busy.value, onClick: () => reload(null) },
        t('registry.reload'),
      );
      return waits
        ? [
          read,
          h('button', {
            type: 'button',
            class: 'primary',
            disabled: busy.value,
            onClick: () => reload(waits.id),
          }, t('registry.confirm', { id: waits.id })),
        ]
        : [read];
    }

    return () => {
      const now = files.data.value;
      return [
        panel(
          t('registry.files'),
          now
            ? [
              stale(files),
              problem.value ? h('p', { class: 'problem', role: 'alert' }, problem.value) : null,
              ...standing(now),
              h('div', { class: 'registry-buttons' }, buttons(now)),
            ]
            : waiting(files),
        ),
        now && now.differences.length
          ? panel(t('registry.differences'), differences(now), {
            note: t('registry.differencesNote', { n: now.differenceCount }),
          })
          : null,
        panel(
          t('registry.changes'),
          changes.data.value ? [stale(changes), lastChanges(changes.data.value.changes)] : waiting(changes),
        ),
      ];
    };
  },
});

function standing(now: RegistryFiles): VNodeChild[] {
  return [
    h('p', [
      badge(TONES[now.state], word('registry.state', now.state), now.state),
      ' ',
      t('registry.since'),
      ' ',
      time(now.since),
      now.lastTaken === null ? null : [' · ', t('registry.lastTaken', { n: now.lastTaken })],
    ]),
    now.state === 'IN_FORCE'
      ? null
      : h('p', t(now.state === 'FAULTY' ? 'registry.faultyAdvice' : 'registry.waitingAdvice')),
    now.waiting ? h('p', [t('registry.confirmCommand'), ' ', h('code', now.waiting.command)]) : null,
    now.faults.length ? faults(now) : null,
    now.gone.length
      ? h(
        'ul',
        { class: 'troubles' },
        now.gone.map((each) =>
          h(
            'li',
            { key: each.kind },
            t('registry.gone', { kind: word('registry.kind', each.kind), n: each.gone, had: each.had }),
          )
        ),
      )
      : null,
  ];
}

function faults(now: RegistryFiles): VNode {
  const more = now.faultCount - now.faults.length;
  return h('ul', { class: 'troubles' }, [
    ...now.faults.map((each, i) =>
      h('li', { key: i }, [
        each.place ? [h('code', each.place), ' '] : null,
        h('code', each.key),
        ' ',
        say(each.messageText),
      ])
    ),
    more > 0 ? h('li', { key: 'more' }, t('registry.moreFaults', { n: more })) : null,
  ]);
}

type Difference = RegistryFiles['differences'][number];

function differences(now: RegistryFiles): VNode {
  const columns: Column<Difference>[] = [
    {
      key: 'document',
      title: t('registry.document'),
      class: 'name',
      sort: (row) => row.kind + row.id,
      cell: (row) => [word('registry.kind', row.kind), h('code', { class: 'sub' }, row.id)],
    },
    {
      key: 'field',
      title: t('registry.field'),
      sort: (row) => row.field,
      cell: (row) => (row.field ? h('code', row.field) : t('registry.whole')),
    },
    {
      key: 'why',
      title: t('column.why'),
      class: 'wide',
      sort: (row) => row.why,
      cell: (row) => word('registry.why', row.why),
    },
  ];
  return h(DataTable, {
    label: t('registry.differences'),
    columns,
    rows: now.differences,
    rowKey: (row: Difference) => `${row.kind}:${row.id}:${row.field}`,
  });
}

function lastChanges(rows: RegistryChange[]): VNode {
  if (!rows.length) {
    return empty(t('registry.noChanges'), t('registry.noChangesAdvice'));
  }
  const columns: Column<RegistryChange>[] = [
    { key: 'change', number: true, title: t('registry.number'), sort: (row) => row.change, cell: (row) => row.change },
    {
      key: 'committedAt',
      title: t('registry.when'),
      sort: (row) => row.committedAt,
      cell: (row) => time(row.committedAt),
    },
    { key: 'who', title: t('registry.who'), class: 'name', sort: (row) => row.who, cell: (row) => row.who },
    {
      key: 'source',
      title: t('registry.source'),
      sort: (row) => row.source,
      cell: (row) => word('registry.source', row.source),
    },
    { key: 'reason', title: t('registry.reason'), class: 'wide', cell: (row) => row.reason },
  ];
  return h(DataTable, { label: t('registry.changes'), columns, rows, rowKey: (row: RegistryChange) => row.change });
}
