// The meters of an enterprise: what each is, what it last said, and what it came to in the span; the way from an enterprise's figure to
// its readings.
import { computed, defineComponent, ref } from 'vue';
import type { PropType, VNodeChild } from 'vue';
import type { Answers, Device, Point } from '#api';
import { live, query } from './api.ts';
import { RangePicker } from './chart/rangepicker.tsx';
import { deviceState, notAccepted, shownState } from './devicewords.tsx';
import { empty, link, panel, registerValue, sortable, time } from './parts.ts';
import { pathOf } from './route.ts';
import { SeriesCharts } from './series.tsx';
import { written } from './span.ts';
import type { ChosenSpan } from './span.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';
import type { TextKey } from './text.ts';

/** So many points are asked for at once. */
const AT_ONCE = 20;
const DRAWN = 6;

type Enterprise = Answers['/enterprises/{id}'];
type Newest = Answers['/points/newest']['rows'][number];

export const MeterPanel = defineComponent({
  props: {
    enterprise: { type: Object as PropType<Enterprise>, required: true },
    chosen: { type: Object as PropType<ChosenSpan>, required: true },
  },
  setup(props) {
    const drawn = ref(DRAWN);
    const newest = live<'/points/newest'>(
      () => query('/points/newest', { enterprise: props.enterprise.id, limit: 10_000 }),
      30,
    );
    const devices = live<'/devices'>(() => query('/devices', { enterprise: props.enterprise.id, limit: 10_000 }), 30);
    const byId = computed(() => new Map((devices.data.value?.devices ?? []).map((each) => [each.id, each])));
    const byPoint = computed(() => new Map((newest.data.value?.rows ?? []).map((row) => [row.point.id, row])));
    return () => {
      const { meters, outlets } = props.enterprise;
      const points = [...meters, ...outlets.flatMap((outlet) => outlet.points)];
      if (!points.length) {
        return panel(t('enterprise.meters'), empty(t('enterprise.noMeters'), t('enterprise.noMetersAdvice')));
      }
      const amounts = meters.filter((each) => each.kind === 'REGISTER' || each.kind === 'INTERVAL').map((each) =>
        each.id
      );
      return [
        panel(t('enterprise.meters'), table(points, byPoint.value, byId.value, props.chosen)),
        amounts.length
          ? panel(t('meters.amounts'), [
            <SeriesCharts points={amounts.slice(0, Math.min(drawn.value, AT_ONCE))} chosen={props.chosen} before />,
            amounts.length > drawn.value && drawn.value < AT_ONCE
              ? (
                <div class='more-rows'>
                  <button type='button' onClick={() => (drawn.value = AT_ONCE)}>
                    {t('meters.more', { n: amounts.length })}
                  </button>
                </div>
              )
              : null,
          ], { actions: [<RangePicker chosen={props.chosen} />] })
          : null,
      ];
    };
  },
});

function counted(factor: number): TextKey {
  return factor < 0 ? 'meter.deducted' : factor > 0 ? 'meter.counts' : 'meter.sub';
}

function table(
  points: Point[],
  newest: ReadonlyMap<string, Newest>,
  devices: ReadonlyMap<string, Device>,
  chosen: ChosenSpan,
): VNodeChild {
  const columns: Column<Point>[] = [
    {
      key: 'name',
      title: t('column.meter'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => link(`${pathOf('points', row.id)}?span=${written(chosen.span.value)}`, say(row.name)),
    },
    {
      key: 'carrier',
      title: t('column.carrier'),
      sort: (row) => (row.carrier ? word('carrier', row.carrier) : ''),
      group: (row) => (row.carrier ? word('carrier', row.carrier) : null),
      cell: (row) => (row.carrier ? word('carrier', row.carrier) : '—'),
    },
    {
      key: 'newest',
      number: true,
      title: t('column.newest'),
      sort: (row) => sortable(newest.get(row.id)?.value),
      cell: (row) => {
        const it = newest.get(row.id);
        return it?.value == null ? '—' : registerValue(it.value, it.unit, it.ratio);
      },
    },
    {
      key: 'at',
      title: t('column.newestAt'),
      sort: (row) => newest.get(row.id)?.time,
      cell: (row) => (newest.get(row.id)?.time ? time(newest.get(row.id)!.time) : '—'),
    },
    {
      key: 'kind',
      title: t('column.kind'),
      sort: (row) => word('kind', row.kind),
      cell: (row) => word('kind', row.kind),
    },
    {
      key: 'boundary',
      title: t('column.counting'),
      sort: (row) => (row.carrier ? t(counted(row.factor ?? 0)) : ''),
      cell: (row) => (row.carrier ? t(counted(row.factor ?? 0)) : '—'),
    },
    {
      key: 'device',
      title: t('column.device'),
      class: 'fold',
      sort: (row) => say(devices.get(row.device)?.name) || row.device,
      cell: (row) => deviceCell(row.device, devices.get(row.device)),
    },
    { key: 'id', title: t('column.point'), extra: true, sort: (row) => row.id, cell: (row) => <code>{row.id}</code> },
  ];
  return (
    <DataTable
      name='meters'
      label={t('enterprise.meters')}
      columns={columns}
      rows={points}
      rowKey={(row: Point) => row.id}
    />
  );
}

/** A device by its name, and how it stands where it does not simply send. */
function deviceCell(id: string, device: Device | undefined): VNodeChild {
  return [
    link(pathOf('devices', id), say(device?.name) || id),
    device && shownState(device) !== 'TALKING' ? [' ', ...deviceState(device)] : null,
    device ? [' ', notAccepted(device.acceptance.pending)] : null,
  ];
}
