// Operations: the state of the platform itself, for its operators.
import { h } from 'vue';
import { t, say, word } from '../text.ts';
import { live } from '../api.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, panel, stale, time, waiting } from '../parts.ts';
import { DataTable } from '../table/table.tsx';
import { duration, rounded } from '../format.ts';
import { diskPanels } from '../disk.ts';
import { FindingsPanel } from '../findings.ts';
import { UnstatedUses } from '../uses.ts';
import { RegistryPanels } from '../registry.ts';
import { ChannelsPanel } from '../channels.tsx';

const REFRESH_SECONDS = 5;
const STAGES = ['acknowledged', 'stored', 'heard', 'influx'];

export const OperationsPage = {
  setup() {
    const operations = live(() => '/operations', REFRESH_SECONDS);
    return () => {
      const now = operations.data.value;
      if (!now) {
        return waiting(operations);
      }
      return [
        h(PageHead, { title: t('nav.operations') }),
        stale(operations),
        tiles(now),
        now.troubles.length ? panel(t('operations.troubles'), troubles(now.troubles)) : null,
        now.exposures.length ? panel(t('operations.exposures'), exposures(now.exposures), { note: t('operations.exposuresNote') }) : null,
        h(RegistryPanels),
        h(ChannelsPanel),
        panel(t('operations.readers'), readers(now), { note: t('operations.readersNote') }),
        panel(t('operations.doors'), [doors(now.doors), intake(now.intake)]),
        panel(t('operations.refusals'), refusals(now.intake.doors), { note: t('operations.sinceStart') }),
        h('div', { class: 'two' }, [
          panel(t('operations.log'), log(now.log)),
          panel(t('operations.canary'), canary(now.canary), { note: now.canary ? t('operations.canaryNote', { every: duration(now.canary.everySeconds), within: duration(now.canary.withinSeconds) }) : null }),
        ]),
        panel(t('operations.http'), http(now.http), { note: t('operations.sinceStart') }),
        ...diskPanels(now.disk),
        panel(t('operations.influx'), now.influxRefused.length ? influx(now.influxRefused) : empty(t('operations.influxNone'), t('operations.influxNoneAdvice'))),
        h(FindingsPanel, { filter: { operator: true }, title: t('operations.findings') }),
        h(UnstatedUses),
        panel(t('operations.versions'), facts(Object.entries(now.versions).sort().map(([name, version]) => [word('operations.version', name), version]))),
      ];
    };
  },
};

function tiles(now) {
  const open = Object.values(now.openCases).reduce((sum, each) => sum + each, 0);
  const health = !now.live ? ['bad', 'stuck'] : !now.ready ? ['bad', 'notReady'] : now.troubles.length ? ['warn', 'degraded'] : ['good', 'ready'];
  const flight = !now.canary ? ['quiet', 'off'] : now.canary.problem ? ['bad', 'missing'] : now.canary.lastArrived ? ['good', 'arrives'] : ['quiet', 'waits'];
  return h('div', { class: 'tiles' }, [
    tile(health[0], t('operations.health'), t(`operations.health.${health[1]}`), t('operations.asOf', { time: now.time.slice(11, 19) })),
    tile(flight[0], t('operations.canary'), t(`operations.canary.${flight[1]}`), now.canary?.lastArrived ? t('operations.lastArrived', { time: now.canary.lastArrived.slice(11, 19) }) : ''),
    tile(now.intake.trouble ? 'bad' : 'good', t('operations.inFlight'), count(now.intake.inFlight), t('operations.inFlightLimit', { limit: count(now.intake.limit) })),
    tile(now.outbox.givenUp ? 'warn' : 'good', t('operations.outbox'), count(now.outbox.pending), t('operations.outboxGivenUp', { n: count(now.outbox.givenUp) })),
    ...(now.bounces.some((each) => each.mails) ? [bounces(now.bounces)] : []),
    tile('quiet', t('operations.openCases'), count(open), Object.entries(now.openCases).filter(([, n]) => n > 0).map(([rule, n]) => `${word('rule', rule)} ${n}`).join(' · ')),
  ]);
}

/** Mails that came back; those that nobody could read are for a person to look at. */
function bounces(all) {
  const of = (kind) => all.find((each) => each.kind === kind);
  const unread = of('unreadable');
  return tile(
    unread.mails ? 'warn' : 'quiet',
    t('operations.bounces'),
    count(of('failed').mails + of('delayed').mails),
    unread.mails ? t('operations.bouncesUnread', { n: count(unread.mails), last: unread.last.slice(0, 10) }) : t('operations.bouncesOthers', { n: count(of('not-ours').mails + of('auto-reply').mails + of('other').mails) }),
  );
}

function tile(tone, title, value, note) {
  return h('div', { class: ['tile', tone] }, [
    h('div', { class: 'tile-title' }, title),
    h('div', { class: 'tile-value' }, value),
    h('div', { class: 'tile-note' }, note),
  ]);
}

function troubles(all) {
  return h('ul', { class: 'troubles' }, all.map((each) => h('li', { key: each.code + each.detail }, [badge('bad', say(each.text), each.code), ' ', each.detail])));
}

function exposures(all) {
  return h('ul', { class: 'troubles' }, all.map((each) => h('li', { key: each.code }, [badge('warn', say(each.text), each.code), ' ', say(each.detail)])));
}

function http(it) {
  return facts([
    [t('operations.httpConnections'), t('operations.httpOf', { n: count(it.connections), limit: count(it.limit) })],
    [t('operations.httpEvicted'), count(it.evicted)],
    [t('operations.httpLate'), count(it.late)],
    [t('operations.httpRefused'), count(it.refused)],
    [t('operations.signIns'), count(it.signInsAccepted)],
    [t('operations.signInsRejected'), count(it.signInsRejected)],
    [t('operations.signInsThrottled'), count(it.signInsThrottled)],
  ]);
}

function readers(now) {
  const columns = [
    { key: 'state', title: t('column.state'), sort: (row) => (row.failure ? 0 : 1), cell: (row) => (row.running ? (row.failure ? badge('bad', t('operations.fails'), row.failure) : badge('good', t('operations.works'))) : badge('bad', t('operations.ended'))) },
    { key: 'name', title: t('operations.reader'), class: 'name', sort: (row) => row.name, cell: (row) => [word('reader', row.name), h('code', { class: 'sub' }, row.name)] },
    { key: 'lag', number: true, title: t('operations.lag'), sort: (row) => row.lag, cell: (row) => count(row.lag) },
    { key: 'since', title: t('operations.failingSince'), sort: (row) => row.failingSince, cell: (row) => (row.failingSince ? [time(row.failingSince), h('span', { class: 'sub' }, row.failure)] : '—') },
    { key: 'failures', number: true, title: t('operations.failures'), sort: (row) => row.failures, cell: (row) => count(row.failures) },
    { key: 'missed', number: true, title: t('operations.missed'), sort: (row) => row.missed, cell: (row) => (row.missed ? h('span', { class: 'low', title: t('operations.missedWhy') }, count(row.missed)) : '0') },
  ];
  return h(DataTable, { label: t('operations.readers'), columns, rows: now.readers, rowKey: (row) => row.name });
}

function doors(all) {
  const columns = [
    { key: 'state', title: t('column.state'), sort: (row) => (row.open ? 1 : 0), cell: (row) => (row.open ? badge('good', t('operations.open')) : badge('bad', t('operations.shut'), row.problem)) },
    { key: 'name', title: t('column.door'), class: 'name', sort: (row) => row.name, cell: (row) => [word('door', row.name), h('code', { class: 'sub' }, row.address)] },
    { key: 'connections', number: true, title: t('operations.connections'), sort: (row) => row.connections, cell: (row) => (row.connections === null ? '—' : count(row.connections)) },
    { key: 'messages', number: true, title: t('operations.messages'), sort: (row) => row.messages, cell: (row) => count(row.messages) },
    { key: 'readings', number: true, title: t('operations.readings'), sort: (row) => row.readings, cell: (row) => count(row.readings) },
    { key: 'refusals', number: true, title: t('operations.refused'), sort: (row) => row.refusals, cell: (row) => count(row.refusals) },
    { key: 'problem', title: t('column.why'), class: 'wide', cell: (row) => row.problem ?? '' },
  ];
  return h(DataTable, { label: t('operations.doors'), columns, rows: all, rowKey: (row) => row.name });
}

function intake(it) {
  return it.trouble ? h('p', { class: 'problem', role: 'alert' }, it.trouble) : null;
}

/** One row per reason, one column per door that refused anything. */
function refusals(all) {
  const refusing = all.filter((door) => door.refusals.some((each) => each.count > 0));
  const rows = (all[0]?.refusals ?? []).map((each, i) => ({ ...each, by: Object.fromEntries(refusing.map((door) => [door.door, door.refusals[i].count])) }));
  const sum = (row) => Object.values(row.by).reduce((total, n) => total + n, 0);
  const columns = [
    { key: 'reason', title: t('column.reason'), class: 'name', sort: (row) => say(row.text), cell: (row) => [say(row.text), h('code', { class: 'sub' }, row.reason)] },
    ...refusing.map((door) => ({ key: door.door, number: true, title: word('door', door.door), sort: (row) => row.by[door.door], cell: (row) => count(row.by[door.door]) })),
    { key: 'sum', number: true, title: t('operations.sum'), sort: sum, cell: (row) => h('span', { class: sum(row) ? null : 'zero' }, count(sum(row))) },
  ];
  return h(DataTable, { label: t('operations.refusals'), columns, rows, rowKey: (row) => row.reason, initial: { key: 'sum', down: true } });
}

function log(it) {
  const at = (ms) => (ms === null || ms === undefined ? '—' : t('operations.atMost', { value: `${rounded(ms, ms < 10 ? 2 : 0)} ms` }));
  const size = (n) => (n === null || n === undefined ? '—' : t('operations.atMost', { value: count(n) }));
  return [
    it.trouble ? h('p', { class: 'problem', role: 'alert' }, it.trouble) : null,
    facts([
      [t('operations.kept'), count(it.readings)],
      [t('operations.commits'), count(it.commits)],
      [t('operations.failedCommits'), count(it.failedCommits)],
      [t('operations.commitMs'), `${at(it.commitMsP50)} · ${at(it.commitMsP99)}`],
      [t('operations.commitReadings'), `${size(it.commitReadingsP50)} · ${size(it.commitReadingsP99)}`],
      [t('operations.damagedRows'), it.damagedRows ? h('span', { class: 'low' }, count(it.damagedRows)) : '0'],
    ]),
  ];
}

function canary(it) {
  if (!it) {
    return empty(t('operations.canary.off'), t('operations.canaryOffAdvice'));
  }
  return [
    it.problem ? h('p', { class: 'problem', role: 'alert' }, it.problem) : null,
    facts([
      [t('operations.canarySent'), count(it.sent)],
      [t('operations.canaryArrived'), count(it.arrived)],
      [t('operations.canaryMissing'), it.missing ? h('span', { class: 'low' }, count(it.missing)) : '0'],
      ...STAGES.filter((stage) => stage in it.stagesMs).map((stage) => [t(`operations.stage.${stage}`), `${count(it.stagesMs[stage])} ms`]),
    ]),
  ];
}

function influx(rows) {
  const columns = [
    { key: 'last', title: t('column.lastTime'), sort: (row) => row.last, cell: (row) => time(row.last) },
    { key: 'count', number: true, title: t('column.count'), sort: (row) => row.count, cell: (row) => `×${row.count}` },
    { key: 'series', title: t('operations.series'), sort: (row) => row.series, cell: (row) => h('code', row.series) },
    { key: 'reason', title: t('column.reason'), sort: (row) => row.reason, cell: (row) => badge('warn', say(row.reasonText), row.reason) },
    { key: 'words', title: t('column.why'), class: 'wide', cell: (row) => [row.words, h('details', { class: 'excerpt' }, [h('summary', t('operations.line')), h('pre', row.line)])] },
  ];
  return h(DataTable, { label: t('operations.influx'), columns, rows, rowKey: (row) => row.series + row.reason });
}

function facts(rows) {
  return h('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [h('dt', name), h('dd', value)]));
}

function count(n) {
  return Number(n).toLocaleString('en-US');
}
