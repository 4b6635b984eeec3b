// Devices: which send, which are silent by the cases that are open, what was last refused.
import { h, ref, watch } from 'vue';
import { t, say, word } from '../text.ts';
import { live } from '../api.ts';
import { route } from '../route.ts';
import { DataTable, badge, choice, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { duration } from '../format.ts';

const TONES = { TALKING: 'good', SILENT: 'bad', REFUSED: 'bad', DOOR_SHUT: 'warn', NEVER: 'quiet', ENDED: 'quiet' };
const ORDER = ['SILENT', 'REFUSED', 'DOOR_SHUT', 'STANDS_STILL', 'NEVER', 'TALKING', 'ENDED'];

/** What can be asked for: states, and what devices in any state may be. One whose messages are all refused is silent, too. */
const CHOICES = {
  TALKING: (each) => each.state === 'TALKING',
  SILENT: (each) => each.state === 'SILENT' || each.state === 'REFUSED',
  REFUSED: (each) => each.state === 'REFUSED',
  DOOR_SHUT: (each) => each.state === 'DOOR_SHUT',
  NEVER: (each) => each.state === 'NEVER',
  ENDED: (each) => each.state === 'ENDED',
  STANDS_STILL: (each) => each.data?.standsStill,
  WITH_REFUSALS: (each) => each.lastRefusal,
};

export const DevicesPage = {
  setup() {
    const devices = live(() => '/devices', 10);
    const state = ref(route.value.query.state ?? '');
    const search = ref(route.value.query.search ?? '');
    watch(route, (now) => {
      state.value = now.query.state ?? '';
      search.value = now.query.search ?? '';
    });

    function shown() {
      const wanted = search.value.trim().toLowerCase();
      return devices.data.value.devices.filter(
        (each) =>
          (CHOICES[state.value] ?? (() => true))(each) &&
          (!wanted || `${each.id} ${each.name.zh} ${each.name.en} ${each.enterprise.name.zh} ${each.enterprise.name.en}`.toLowerCase().includes(wanted)),
      );
    }

    return () => {
      if (!devices.data.value) {
        return waiting(devices);
      }
      const all = devices.data.value.devices;
      const count = (test) => all.filter(test).length;
      const rows = shown();
      return [
        h('h1', { class: 'sr-only' }, t('nav.devices')),
        stale(devices),
        panel(t('nav.devices'), rows.length ? table(rows) : empty(t('devices.none'), t('devices.noneAdvice')), {
          note: t('overview.count', { n: rows.length, all: all.length }),
          actions: [
            h('input', { type: 'search', placeholder: t('devices.search'), 'aria-label': t('devices.search'), value: search.value, onInput: (event) => (search.value = event.target.value) }),
            choice(t('column.state'), [
              ['', t('devices.all')],
              ...Object.entries(CHOICES).map(([name, test]) => [name, `${t(`device.${name}`)} ${count(test)}`]),
            ], state.value, (value) => (state.value = value)),
          ],
        }),
      ];
    };
  },
};

function table(rows) {
  const columns = [
    { key: 'state', title: t('column.state'), sort: (row) => ORDER.indexOf(row.data?.standsStill && row.state === 'TALKING' ? 'STANDS_STILL' : row.state), cell: state },
    { key: 'name', title: t('column.device'), class: 'name', sort: (row) => say(row.name), cell: (row) => [say(row.name), h('code', { class: 'sub' }, row.id)] },
    { key: 'enterprise', title: t('column.enterprise'), sort: (row) => say(row.enterprise.name), cell: (row) => link(`/enterprises/${row.enterprise.id}`, say(row.enterprise.name), { class: 'soft' }) },
    { key: 'last', title: t('column.lastMessage'), sort: (row) => row.lastMessage?.arrival, cell: (row) => (row.lastMessage ? time(row.lastMessage.arrival) : h('span', { class: 'missing' }, t('device.nothing'))) },
    { key: 'door', title: t('column.door'), sort: (row) => row.lastMessage?.door, cell: (row) => (row.lastMessage ? word('door', row.lastMessage.door) : '') },
    { key: 'silent', number: true, title: t('column.silentFor'), sort: (row) => row.silentForSeconds, cell: (row) => (row.silentForSeconds === null ? '—' : duration(row.silentForSeconds)) },
    { key: 'data', title: t('column.newestData'), sort: (row) => row.data?.ageSeconds, cell: newestData },
    { key: 'lag', number: true, title: t('column.lag'), sort: (row) => row.lagSeconds, cell: (row) => (row.lagSeconds === null ? '—' : h('span', { title: t('device.lagWhy', { time: row.lastMessage.time }) }, duration(Math.max(0, row.lagSeconds)))) },
    { key: 'refusal', title: t('column.lastRefusal'), class: 'wide', sort: (row) => row.lastRefusal?.at, cell: (row) => (row.lastRefusal ? refusal(row) : '—') },
  ];
  return h(DataTable, { label: t('nav.devices'), columns, rows, rowKey: (row) => row.id, initial: { key: 'state', down: false } });
}

function state(row) {
  const why = row.state === 'DOOR_SHUT' ? t('device.doorShutWhy') : t('device.silentAfter', { time: duration(row.silenceAfterSeconds) });
  return badge(TONES[row.state], t(`device.${row.state}`), why);
}

/** How old the newest data are; where they stand still while messages arrive, of which points. */
function newestData(row) {
  if (!row.data) {
    return '—';
  }
  if (!row.data.standsStill) {
    return time(row.data.newest);
  }
  const points = row.data.points.map((each) => t('device.pointOld', { point: say(each.name), age: duration(each.ageSeconds) })).join('\n');
  return [badge('bad', t('device.STANDS_STILL'), points), ...row.data.points.slice(0, 3).map((each) => h('span', { class: 'sub', key: each.id }, t('device.pointOld', { point: say(each.name), age: duration(each.ageSeconds) })))];
}

function refusal(row) {
  return [
    link(`/dead-letters?device=${encodeURIComponent(row.id)}`, [badge('warn', say(row.lastRefusal.reasonText), say(row.lastRefusal.detailText))], { class: 'plain' }),
    ' ',
    time(row.lastRefusal.at),
    row.lastRefusal.count > 1 ? h('span', { class: 'times' }, ` ×${row.lastRefusal.count}`) : null,
  ];
}
