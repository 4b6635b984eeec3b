// The ways on which people are told: how they fare, and test messages on them.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Answers } from '#api';
import { live, post } from './api.ts';
import { announce } from './page.tsx';
import { badge, panel, stale, time, waiting } from './parts.ts';
import { isAny } from './rights.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t } from './text.ts';

type Way = Answers['/channels']['rows'][number];

const REFRESH_SECONDS = 15;

const idOf = (row: Way): string => (row.to === null ? row.channel : `${row.channel}/${row.to}`);

export const ChannelsPanel = defineComponent({
  setup() {
    const ways = live<'/channels'>(() => '/channels', REFRESH_SECONDS);
    const mayTest = isAny(['officer', 'operator']);
    const testing = ref<string | null>(null);
    /** What became of the last test of each. */
    const said = ref<Record<string, { good: boolean; text: string }>>({});

    async function test(row: Way): Promise<void> {
      const id = idOf(row);
      testing.value = id;
      try {
        const path = `/channels/${encodeURIComponent(row.channel)}/test`;
        const answer = await post<'/channels/{id}/test'>(path, { to: row.to });
        const text = answer.delivered ? t('channels.arrived') : t('channels.refused', { answer: answer.answer ?? '' });
        said.value = { ...said.value, [id]: { good: answer.delivered, text } };
        announce(text);
        await ways.refresh();
      } catch (cause) {
        said.value = { ...said.value, [id]: { good: false, text: (cause as Error).message } };
      } finally {
        testing.value = null;
      }
    }

    const state = (row: Way): VNode =>
      row.failingSince
        ? badge('bad', t('channels.fails'), row.answer ?? undefined)
        : row.deliveredAt
        ? badge('good', t('channels.works'))
        : badge('quiet', t('channels.untried'));

    const button = (row: Way): (VNode | null)[] => {
      const told = said.value[idOf(row)];
      // A channel as a whole reaches whoever asks by mail alone.
      const possible = row.to !== null || row.channel === 'mail';
      return [
        possible
          ? (
            <button
              type='button'
              disabled={testing.value !== null}
              aria-label={`${t('channels.test')}: ${say(row.name)} ${row.to ?? ''}`}
              onClick={() => test(row)}
            >
              {testing.value === idOf(row)
                ? t('channels.testing')
                : row.to === null
                ? t('channels.testMe')
                : t('channels.test')}
            </button>
          )
          : null,
        told ? <span class={told.good ? 'sub' : 'sub low'} role='status'>{told.text}</span> : null,
      ];
    };

    const columns = computed<Column<Way>[]>(() => [
      { key: 'state', title: t('column.state'), sort: (row: Way) => (row.failingSince ? 0 : 1), cell: state },
      {
        key: 'name',
        title: t('channels.way'),
        class: 'name',
        sort: (row: Way) => say(row.name),
        cell: (row: Way) => [say(row.name), row.to === null ? null : <span class='sub'>{row.to}</span>],
      },
      {
        key: 'delivered',
        title: t('channels.deliveredAt'),
        sort: (row: Way) => row.deliveredAt,
        cell: (row: Way) => (row.deliveredAt ? time(row.deliveredAt) : '—'),
      },
      {
        key: 'failing',
        title: t('operations.failingSince'),
        class: 'wide',
        sort: (row: Way) => row.failingSince,
        cell: (row: Way) => (row.failingSince ? [time(row.failingSince), <span class='sub'>{row.answer}</span>] : '—'),
      },
      {
        key: 'waiting',
        title: t('channels.waiting'),
        number: true,
        sort: (row: Way) => row.waiting,
        cell: (row: Way) => String(row.waiting),
      },
      ...(mayTest ? [{ key: 'test', title: t('channels.test'), cell: button }] : []),
    ]);

    return () =>
      panel(t('channels.title'), [
        stale(ways),
        ways.data.value
          ? <DataTable label={t('channels.title')} columns={columns.value} rows={ways.data.value.rows} rowKey={idOf} />
          : waiting(ways),
      ], { note: t('channels.note') });
  },
});
