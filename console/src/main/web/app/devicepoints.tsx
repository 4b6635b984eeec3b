// What the points of a device last said.
import type { Answers } from '#api';
import { defineComponent } from 'vue';
import { live } from './api.ts';
import { link, registerValue, sortable, time, waiting } from './parts.ts';
import { pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

type DevicePoint = Answers['/devices/{id}']['points'][number];

/** The same of a device by its id, for pages of other things. */
export const PointsOfDevice = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const device = live<'/devices/{id}'>(() => pathOf('devices', props.id), 60);
    return () => device.data.value ? pointTable(device.data.value.points) : waiting(device);
  },
});

export function pointTable(points: DevicePoint[]) {
  const columns: Column<DevicePoint>[] = [
    {
      key: 'name',
      title: t('column.point'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => [link(pathOf('points', row.id), say(row.name)), <code class='sub'>{row.id}</code>],
    },
    {
      key: 'newest',
      number: true,
      title: t('column.newest'),
      sort: (row) => sortable(row.newest?.value),
      cell: (
        row,
      ) => (row.newest ? registerValue(row.newest.value, row.unit, row.ratio) : '—'),
    },
    {
      key: 'at',
      title: t('column.newestAt'),
      sort: (row) => row.newest?.time,
      cell: (row) => (row.newest ? time(row.newest.time) : '—'),
    },
    {
      key: 'flag',
      title: t('column.flag'),
      sort: (row) => row.newest?.flag,
      cell: (row) => (row.newest?.flag ? word('flag', row.newest.flag) : '—'),
    },
  ];
  return <DataTable label={t('device.points')} columns={columns} rows={points} rowKey={(row: DevicePoint) => row.id} />;
}
