// Inspection packs: one enterprise and some days in a file whose hash is kept; asked for here, and fetched once they are made.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { InspectionPack } from '#api';
import { live } from '../api.ts';
import { dateTime, rounded } from '../format.ts';
import { dated } from '../health.ts';
import { PackForm } from '../packs/form.tsx';
import { announce, PageHead } from '../page.tsx';
import { badge, link, listed, panel } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { pathOf, route } from '../route.ts';
import { DataTable } from '../table/table.tsx';
import type { Column } from '../table/column.ts';
import { say, t } from '../text.ts';

/** Often, as somebody waits for it. */
const REFRESH_SECONDS = 3;
const MEGABYTE = 1_000_000;

export const PacksPage = dated(defineComponent({
  setup() {
    const found = live<'/inspection-packs'>(() => '/inspection-packs', REFRESH_SECONDS);
    const asked = ref(0);

    return () => [
      <PageHead title={t('pack.title')} crumbs={[['/enterprises', t('nav.enterprises')]]}>
        {{ default: () => t('pack.about') }}
      </PageHead>,
      panel(
        t('pack.make'),
        <PackForm
          key={`${route.value.query.enterprise ?? ''} ${asked.value}`}
          enterprise={route.value.query.enterprise}
          onDone={() => {
            asked.value++;
            announce(t('pack.asked'));
            void found.refresh();
          }}
        />,
      ),
      panel(
        t('pack.list'),
        listed(
          found,
          (rows) => (
            <DataTable
              name='packs'
              label={t('pack.list')}
              columns={columns()}
              rows={rows}
              rowKey={(each: InspectionPack) => each.id}
            />
          ),
          [t('pack.none'), t('pack.noneAdvice')],
        ),
        { note: t('pack.listNote') },
      ),
    ];
  },
}));

function columns(): Column<InspectionPack>[] {
  return [
    {
      key: 'enterprise',
      title: t('column.enterprise'),
      sort: (row) => say(row.enterprise.name),
      text: (row) => say(row.enterprise.name),
      cell: (row) => {
        const to = pathOf('enterprises', row.enterprise.id);
        return [
          mayOpen(to) ? link(to, say(row.enterprise.name)) : say(row.enterprise.name),
          <span class='sub'>{`${row.from} – ${row.to}`}</span>,
        ];
      },
    },
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => row.state,
      text: (row) => t(`pack.state.${row.state}`),
      cell: state,
    },
    {
      key: 'orderedAt',
      title: t('pack.orderedAt'),
      sort: (row) => row.orderedAt,
      text: (row) => dateTime(row.orderedAt),
      cell: (row) => [dateTime(row.orderedAt), <span class='sub'>{row.by}</span>],
    },
    { key: 'reason', title: t('pack.reason'), class: 'mute-text', cell: (row) => row.reason },
    {
      key: 'sha256',
      title: t('pack.hash'),
      text: (row) => row.sha256 ?? '',
      cell: (row) => (row.sha256 ? <code class='pack-hash'>{row.sha256}</code> : '—'),
    },
    {
      key: 'act',
      title: '',
      text: () => '',
      cell: (row) =>
        row.state === 'READY'
          ? (
            <a class='button' href={`/api/v1/inspection-packs/${encodeURIComponent(row.id)}/content`} download=''>
              {t('pack.fetch', { size: rounded(String((row.size ?? 0) / MEGABYTE), 1) })}
            </a>
          )
          : null,
    },
  ];
}

function state(row: InspectionPack): VNode[] {
  const tone = row.state === 'READY' ? 'good' : row.state === 'FAILED' ? 'bad' : 'info';
  const cells = [badge(tone, t(`pack.state.${row.state}`))];
  if (row.state === 'RUNNING' && row.parts) {
    cells.push(
      <progress
        class='pack-progress'
        max={row.parts}
        value={row.done}
        aria-label={t('pack.progress', { done: row.done, parts: row.parts })}
      />,
    );
    cells.push(<span class='sub'>{`${row.done} / ${row.parts} · ${say(row.now)}`}</span>);
  }
  if (row.fault) {
    cells.push(<span class='sub'>{say(row.fault)}</span>);
  }
  return cells;
}
