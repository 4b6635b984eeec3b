// What the stores take and how long their disks last: panels of the operations page.
import { h } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Operations } from '#api';
import { t, word } from './text.ts';
import { badge, panel } from './parts.ts';
import { DataTable } from './table/table.tsx';
import type { Column } from './table/column.ts';
import { bytes, duration } from './format.ts';

type Disk = Operations['disk'];
type Store = Disk['stores'][number];
type Volume = Disk['disks'][number];
type Points = Disk['points'][number];

const SOON_DAYS = 14;

export function diskPanels(disk: Disk): VNode[] {
  return [
    panel(t('disk.title'), [stores(disk), disks(disk.disks)], { note: perDay(disk.readingsPerDay) }),
    panel(t('disk.points'), points(disk.points), { note: t('disk.pointsNote') }),
  ];
}

function perDay({ measured, expected }: Disk['readingsPerDay']): string {
  const count = (n: number) => n.toLocaleString('en-US');
  return measured === null
    ? t('disk.perDayExpected', { n: count(expected) })
    : t('disk.perDay', { n: count(measured), expected: count(expected) });
}

function stores(disk: Disk): VNodeChild[] {
  const columns: Column<Store>[] = [
    { key: 'name', title: t('disk.store'), class: 'name', cell: (row) => word('store', row.name) },
    {
      key: 'used',
      number: true,
      title: t('disk.used'),
      sort: (row) => row.usedBytes,
      cell: (
        row,
      ) => (row.usedBytes === null
        ? h('span', { class: 'missing', title: t('disk.elsewhere') }, '—')
        : bytes(row.usedBytes)),
    },
    {
      key: 'readings',
      number: true,
      title: t('disk.readings'),
      sort: (row) => row.readings,
      cell: (row) => (row.readings === null ? '—' : row.readings.toLocaleString('en-US')),
    },
    {
      key: 'each',
      number: true,
      title: t('disk.bytesPerReading'),
      sort: (row) => row.bytesPerReading,
      cell: (row) => (row.bytesPerReading === null ? '—' : [
        row.bytesPerReading.toLocaleString('en-US'),
        row.measured ? null : h('span', { class: 'sub' }, t('disk.usual')),
      ]),
    },
    {
      key: 'keep',
      number: true,
      title: t('disk.keeps'),
      cell: (
        row,
      ) => (row.bytesPerReading === null
        ? '—'
        : row.keepDays === null
        ? t('disk.forEver')
        : duration(row.keepDays * 86400)),
    },
  ];
  return [
    h(DataTable, { label: t('disk.title'), columns, rows: disk.stores, rowKey: (row: Store) => row.name }),
    disk.foldedBytesPerReading === null
      ? null
      : h('p', { class: 'hint' }, t('disk.folded', { bytes: disk.foldedBytesPerReading })),
  ];
}

function disks(rows: Volume[]): VNode {
  const columns: Column<Volume>[] = [
    {
      key: 'name',
      title: t('disk.disk'),
      class: 'name',
      cell: (row) => [
        h('code', row.name),
        h(
          'span',
          { class: 'sub' },
          row.stores.map((store) => word('store', store)).join(' · '),
        ),
      ],
    },
    {
      key: 'free',
      number: true,
      title: t('disk.free'),
      sort: (row) => row.freeBytes,
      cell: (
        row,
      ) => [bytes(row.freeBytes), h('span', { class: 'sub' }, t('disk.of', { total: bytes(row.totalBytes) }))],
    },
    { key: 'grown', number: true, title: t('disk.grownIn30Days'), cell: (row) => bytes(row.grownIn30Days) },
    { key: 'full', title: t('disk.fullIn'), sort: (row) => row.daysUntilFull, cell: (row) => full(row.daysUntilFull) },
  ];
  return h(DataTable, { label: t('disk.disks'), columns, rows, rowKey: (row: Volume) => row.name });
}

function full(days: number | null): VNode {
  if (days === null) {
    return badge('good', t('disk.notInSight'));
  }
  return badge(
    days < SOON_DAYS ? 'bad' : 'good',
    days < 730 ? t('duration.days', { n: Math.floor(days) }) : t('disk.years', { n: Math.floor(days / 365) }),
  );
}

function points(rows: Points[]): VNode {
  const columns: Column<Points>[] = [
    {
      key: 'interval',
      number: true,
      title: t('disk.interval'),
      sort: (row) => row.intervalSeconds,
      cell: (row) => duration(row.intervalSeconds),
    },
    {
      key: 'points',
      number: true,
      title: t('disk.pointCount'),
      sort: (row) => row.points,
      cell: (row) => row.points.toLocaleString('en-US'),
    },
    {
      key: 'each',
      number: true,
      title: t('disk.bytesPerPointAndYear'),
      sort: (row) => row.bytesPerPointAndYear,
      cell: (row) => bytes(row.bytesPerPointAndYear),
    },
    {
      key: 'all',
      number: true,
      title: t('disk.allPerYear'),
      sort: (row) => row.points * row.bytesPerPointAndYear,
      cell: (row) => bytes(row.points * row.bytesPerPointAndYear),
    },
  ];
  return h(DataTable, { label: t('disk.points'), columns, rows, rowKey: (row: Points) => row.intervalSeconds });
}
