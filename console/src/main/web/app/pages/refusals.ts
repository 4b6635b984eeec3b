// Dead letters: what was refused and why.
import { computed, defineComponent, h, ref, watch } from 'vue';
import type { VNode } from 'vue';
import type { DeadLetters } from '#api';
import { say, t, word } from '../text.ts';
import { get, live, query } from '../api.ts';
import { PageHead } from '../page.tsx';
import { dateTime } from '../format.ts';
import { isAny } from '../rights.ts';
import { address, param, pathOf, route } from '../route.ts';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { DataTable } from '../table/table.tsx';
import type { Column } from '../table/column.ts';

type Letter = DeadLetters['rows'][number];

export const RefusalsPage = defineComponent({
  setup() {
    const reason = param('reason');
    const older = ref<Letter[]>([]);
    const next = ref<number | null>(null);
    const problem = ref<string | null>(null);
    const device = computed(() => route.value.query.device ?? '');
    const path = () => query('/dead-letters', { device: device.value, reason: reason.value });
    const newest = live<'/dead-letters'>(path, 10);

    // Older ones are of the question they were asked by.
    watch(path, () => {
      older.value = [];
      next.value = null;
    });

    function choose(value: string): void {
      reason.value = reason.value === value ? '' : value;
      older.value = [];
      next.value = null;
    }

    async function more(from: number): Promise<void> {
      problem.value = null;
      try {
        const page = await get<'/dead-letters'>(
          query('/dead-letters', { device: device.value, reason: reason.value, before: from }),
        );
        older.value = [...older.value, ...page.rows];
        next.value = page.next ?? 0;
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    return () => {
      if (!newest.data.value) {
        return waiting(newest);
      }
      const first = newest.data.value;
      const seen = new Set(first.rows.map((row) => row.id));
      const rows = [...first.rows, ...older.value.filter((row) => !seen.has(row.id))];
      const from = next.value ?? first.next;
      return [
        h(PageHead, { title: t('nav.refusals') }),
        stale(newest),
        h(
          'div',
          { class: 'chips', role: 'group', 'aria-label': t('refusals.byReason') },
          Object.entries(first.counts).map(([code, count]) =>
            h('button', {
              type: 'button',
              key: code,
              'aria-pressed': reason.value === code,
              onClick: () => choose(code),
            }, [say(first.reasons?.[code]), h('strong', ` ${count}`)])
          ),
        ),
        panel(t('nav.refusals'), [
          rows.length ? table(rows) : empty(t('refusals.none'), t('refusals.noneAdvice')),
          problem.value ? h('p', { class: 'problem', role: 'alert' }, problem.value) : null,
          from
            ? h(
              'div',
              { class: 'more-rows' },
              h('button', { type: 'button', onClick: () => more(from) }, t('refusals.more')),
            )
            : null,
        ], {
          note: t('refusals.note'),
          actions: [
            isAny(['officer', 'maintainer', 'operator'])
              ? link(address('/unknown-devices', { device: device.value }), t('nav.unknown'), { class: 'button' })
              : null,
            device.value
              ? link('/dead-letters', t('refusals.allDevices', { device: device.value }), { class: 'button' })
              : null,
          ],
        }),
      ];
    };
  },
});

function table(rows: Letter[]): VNode {
  const columns: Column<Letter>[] = [
    {
      key: 'last',
      title: t('column.lastTime'),
      sort: (row) => row.last,
      cell: (
        row,
      ) => [
        time(row.last),
        row.count > 1 ? h('span', { class: 'sub' }, t('refusals.since', { time: dateTime(row.first) })) : null,
      ],
    },
    { key: 'count', number: true, title: t('column.count'), sort: (row) => row.count, cell: (row) => `×${row.count}` },
    {
      key: 'reason',
      title: t('column.reason'),
      class: 'fold',
      sort: (row) => say(row.reasonText),
      cell: (row) => badge('warn', say(row.reasonText), row.reason),
    },
    {
      key: 'detail',
      title: t('column.why'),
      class: 'wide',
      cell: (row) => [
        say(row.detailText),
        row.excerpt
          ? h('details', { class: 'excerpt' }, [h('summary', t('refusals.sent')), h('pre', row.excerpt)])
          : null,
      ],
    },
    {
      key: 'device',
      title: t('column.device'),
      class: 'fold',
      sort: (row) => row.device,
      cell: (
        row,
      ) => (row.device ? link(pathOf('devices', row.device), h('code', row.device)) : '—'),
    },
    {
      key: 'sender',
      title: t('column.sender'),
      class: 'fold',
      sort: (row) => row.sender,
      cell: (
        row,
      ) => [
        h('code', row.sender),
        h(
          'span',
          { class: 'sub' },
          row.senderProved ? word('door', row.door) : `${word('door', row.door)} · ${t('refusals.notProved')}`,
        ),
      ],
    },
  ];
  return h(DataTable, { label: t('nav.refusals'), columns, rows, rowKey: (row: Letter) => row.id });
}
