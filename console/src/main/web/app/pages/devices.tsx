// Devices: which send, which are silent by the cases that are open, how old their data are, what was last refused.
import { computed, defineComponent } from 'vue';
import type { PropType } from 'vue';
import type { Device } from '#api';
import { live, query } from '../api.ts';
import { enterpriseColumn } from '../columns.tsx';
import { deviceState, lastRefusal, newestData, shownState } from '../devicewords.tsx';
import { duration } from '../format.ts';
import { hint } from '../hints.ts';
import { nameOf } from '../names.ts';
import { PageHead } from '../page.tsx';
import { choice, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { param, pathOf, route, setQuery } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { valueOf } from '../form.ts';

/** Those that send, but whose data stand still or are old. */
const LATE = (each: Device) => ['STANDS_STILL', 'OLD_DATA'].includes(shownState(each));
const SILENT = (each: Device) => each.state === 'SILENT' || each.state === 'REFUSED';

const ORDER = ['SILENT', 'REFUSED', 'DOOR_SHUT', 'STANDS_STILL', 'OLD_DATA', 'NEVER', 'TALKING', 'ENDED'];
const MOST = 10_000;

/** What can be asked for: states, and what devices in any state may be. One whose messages are all refused is silent, too. */
const CHOICES: Record<string, (each: Device) => boolean> = {
  talking: (each) => shownState(each) === 'TALKING',
  attention: (each) => SILENT(each) || LATE(each),
  silent: SILENT,
  late: LATE,
  refused: (each) => each.state === 'REFUSED',
  'door-shut': (each) => each.state === 'DOOR_SHUT',
  never: (each) => each.state === 'NEVER',
  ended: (each) => each.state === 'ENDED',
  'with-refusals': (each) => Boolean(each.lastRefusal),
};

/** Parameters of the API for a choice, where it has them. */
const FILTERS: Record<string, Record<string, string> | undefined> = {
  '': {},
  refused: { state: 'refused' },
  'door-shut': { state: 'door-shut' },
  never: { state: 'never' },
  ended: { state: 'ended' },
  late: { late: 'true' },
};

/** Choices of before, in addresses that somebody kept. */
const FORMER: Record<string, string | undefined> = { 'stands-still': 'late', 'old-data': 'late' };

const WORDS = {
  talking: 'device.TALKING',
  attention: 'devices.attention',
  silent: 'device.SILENT',
  late: 'devices.late',
  refused: 'device.REFUSED',
  'door-shut': 'device.DOOR_SHUT',
  never: 'device.NEVER',
  ended: 'device.ENDED',
  'with-refusals': 'device.WITH_REFUSALS',
} as const;

export const DevicesPage = defineComponent({
  setup() {
    const state = param('state');
    const words = param('search');
    const path = computed(() => {
      const { enterprise, park, gateway } = route.value.query;
      return query('/devices', { enterprise, park, gateway, limit: MOST });
    });
    const devices = live<'/devices'>(() => path.value, 10);
    // Addresses of before were written in capitals.
    const asked = computed(() => FORMER[state.value] ?? state.value.toLowerCase().replaceAll('_', '-'));
    /** The list with just what is found; null where the API has no such filter, and the file is made of what is shown. */
    const file = computed(() => {
      const chosen = FILTERS[asked.value];
      const { enterprise, park, gateway } = route.value.query;
      return chosen && !words.value.trim() ? query('/devices', { enterprise, park, gateway, ...chosen }) : null;
    });
    const found = computed(() => {
      const wanted = words.value.trim().toLowerCase();
      return (devices.data.value?.devices ?? []).filter((each) =>
        (CHOICES[asked.value] ?? (() => true))(each) &&
        (!wanted ||
          `${each.id} ${each.name.zh} ${each.name.en} ${each.enterprise.name.zh} ${each.enterprise.name.en}`
            .toLowerCase().includes(wanted))
      );
    });

    return () => {
      const all = devices.data.value?.devices ?? [];
      const narrowed = (['enterprise', 'park', 'gateway'] as const).filter((name) => route.value.query[name]);
      return [
        <PageHead title={t('nav.devices')} />,
        stale(devices),
        panel(t('nav.devices'), [
          <div class='filters'>
            <input
              type='search'
              placeholder={t('devices.search')}
              aria-label={t('devices.search')}
              value={words.value}
              onInput={(event: Event) => (words.value = valueOf(event))}
            />
            {choice(
              t('column.state'),
              [
                ['', t('devices.all')],
                ...(Object.keys(WORDS) as (keyof typeof WORDS)[]).map((
                  name,
                ): [string, string] => [name, `${t(WORDS[name])} ${all.filter(CHOICES[name]).length}`]),
              ],
              asked.value,
              (value) => (state.value = value),
            )}
            {narrowed.map((name) => (
              <button
                type='button'
                class='chip'
                key={name}
                onClick={() => setQuery({ [name]: null })}
              >
                {`${t(`devices.of.${name}`)}: ${nameOf(KINDS[name], route.value.query[name]!)}`}{' '}
                <span aria-hidden='true'>✕</span>
                <span class='sr-only'>{t('cases.without')}</span>
              </button>
            ))}
          </div>,
          !devices.data.value
            ? waiting(devices)
            : found.value.length
            ? <DeviceTable devices={found.value} name='devices' file={file.value} />
            : empty(t('devices.none'), t('devices.noneAdvice')),
        ], { note: devices.data.value ? t('overview.count', { n: found.value.length, all: all.length }) : null }),
      ];
    };
  },
});

const KINDS = { enterprise: 'ENTERPRISE', park: 'PARK', gateway: 'GATEWAY' } as const;

export const DeviceTable = defineComponent({
  props: {
    devices: { type: Array as PropType<Device[]>, required: true },
    name: { type: String, default: null },
    file: { type: String as PropType<string | null>, default: null },
  },
  setup(props) {
    return () => (
      <DataTable
        name={props.name}
        file={props.file}
        label={t('nav.devices')}
        columns={columns()}
        rows={props.devices}
        rowKey={(row: Device) => row.id}
        initial={{ key: 'state', down: false }}
      />
    );
  },
});

function columns(): Column<Device>[] {
  return [
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => ORDER.indexOf(shownState(row)),
      text: (row) => t(`device.${shownState(row)}`),
      group: (row) => t(`device.${shownState(row)}`),
      cell: deviceState,
    },
    {
      key: 'name',
      code: 'name',
      title: t('column.device'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => [link(pathOf('devices', row.id), say(row.name)), <code class='sub'>{row.id}</code>],
    },
    enterpriseColumn(),
    {
      key: 'gateway',
      code: 'gateway',
      title: t('column.gateway'),
      extra: true,
      sort: (row) => say(row.gatewayName) || row.gateway,
      group: (row) => say(row.gatewayName) || row.gateway || null,
      cell: (row) => (row.gateway ? link(pathOf('gateways', row.gateway), say(row.gatewayName) || row.gateway) : '—'),
    },
    {
      key: 'last',
      title: t('column.lastMessage'),
      sort: (row) => row.lastMessage?.arrival,
      cell: (
        row,
      ) => (row.lastMessage ? time(row.lastMessage.arrival) : <span class='missing'>{t('device.nothing')}</span>),
    },
    {
      key: 'silent',
      number: true,
      title: t('column.silentFor'),
      sort: (row) => row.silentForSeconds,
      text: (row) => duration(row.silentForSeconds) ?? '',
      cell: (row) => duration(row.silentForSeconds) ?? '—',
    },
    {
      key: 'limit',
      number: true,
      title: t('column.silenceAfter'),
      sort: (row) => row.silenceAfterSeconds,
      cell: (row) => duration(row.silenceAfterSeconds),
    },
    {
      key: 'data',
      title: t('column.newestData'),
      class: 'fold',
      sort: (row) => row.data?.ageSeconds,
      text: (row) => row.data?.newest ?? '',
      cell: newestData,
    },
    {
      key: 'lag',
      number: true,
      title: t('column.lag'),
      extra: true,
      sort: (row) => row.lagSeconds,
      cell: (row) =>
        row.lagSeconds == null ? '—' : (
          <span {...hint(t('device.lagWhy', { time: row.lastMessage?.time }))}>
            {duration(Math.max(0, row.lagSeconds))}
          </span>
        ),
    },
    {
      key: 'door',
      title: t('column.door'),
      extra: true,
      sort: (row) => row.lastMessage?.door,
      cell: (row) => (row.lastMessage?.door ? word('door', row.lastMessage.door) : ''),
    },
    {
      key: 'refusal',
      title: t('column.lastRefusal'),
      class: 'wide',
      sort: (row) => row.lastRefusal?.at,
      text: (row) => say(row.lastRefusal?.reasonText),
      cell: lastRefusal,
    },
  ];
}
