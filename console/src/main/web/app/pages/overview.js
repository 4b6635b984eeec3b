// The district, its parks and its enterprises against their targets.
import { h, ref } from 'vue';
import { t, say, word } from '../text.ts';
import { live } from '../api.ts';
import { DataTable, badge, empty, link, panel, stale, waiting } from '../parts.ts';
import { standingColumns, attentionColumns } from '../standing.ts';
import { yearToDate } from '../format.ts';

export const Overview = {
  setup() {
    const parks = live(() => '/parks');
    const enterprises = live(() => '/enterprises');
    const search = ref('');
    const park = ref('');
    const onlyTrouble = ref(false);

    function shown() {
      const wanted = search.value.trim().toLowerCase();
      return enterprises.data.value.enterprises.filter(
        (each) =>
          (!park.value || each.park.id === park.value) &&
          (!onlyTrouble.value || troubled(each)) &&
          (!wanted || `${each.name.zh} ${each.name.en} ${each.id}`.toLowerCase().includes(wanted)),
      );
    }

    return () => {
      if (!parks.data.value || !enterprises.data.value) {
        return waiting(parks.data.value ? enterprises : parks);
      }
      const all = enterprises.data.value.enterprises;
      return [
        h('h1', { class: 'sr-only' }, t('nav.overview')),
        stale(enterprises),
        tiles(parks.data.value, all),
        panel(t('overview.district'), h(DataTable, { label: t('overview.district'), columns: districtColumns(), rows: [parks.data.value.district], rowKey: (row) => row.id }), { note: period([parks.data.value.district]) }),
        panel(t('overview.parks'), h(DataTable, { label: t('overview.parks'), columns: parkColumns(), rows: parks.data.value.parks, rowKey: (row) => row.id, initial: { key: 'verdict', down: false } }), { note: period(all) }),
        panel(t('overview.enterprises'), table(shown()), { note: t('overview.count', { n: shown().length, all: all.length }), actions: filters(parks.data.value.parks, search, park, onlyTrouble) }),
      ];
    };
  },
};

function troubled(each) {
  return each.openCases > 0 || each.silentDevices > 0 || each.intensity?.standing?.verdict === 'BEHIND';
}

function period(all) {
  const from = all.map((each) => each.intensity?.from).filter(Boolean).sort().at(-1);
  return from ? t('overview.period', { period: yearToDate(from) }) : null;
}

function tiles({ parks, district }, all) {
  const count = (test) => all.filter(test).length;
  const sum = (rows, name) => rows.reduce((total, each) => total + each[name], 0);
  const behind = count((each) => each.intensity?.standing?.verdict === 'BEHIND');
  const kept = count((each) => each.intensity?.standing?.verdict === 'ON_TARGET');
  const open = count((each) => each.intensity?.standing?.verdict === 'NOT_JUDGED');
  const cases = sum(parks, 'openCases') + district.openCases;
  const silent = sum(all, 'silentDevices');
  return h('div', { class: 'tiles' }, [
    tile(t('tile.enterprises'), all.length, t('tile.inParks', { n: parks.length })),
    tile(t('tile.behind'), behind, t('tile.ofJudged', { n: behind + kept }), behind ? 'bad' : 'good'),
    tile(t('tile.notJudged'), open, t('tile.notJudgedWhy'), open ? 'quiet' : 'good'),
    tile(t('tile.cases'), cases, t('tile.casesGo'), cases ? 'bad' : 'good', '/cases'),
    tile(t('tile.silent'), silent, t('tile.silentGo'), silent ? 'warn' : 'good', '/devices?state=SILENT'),
  ]);
}

function tile(title, value, note, tone = 'plain', to = null) {
  const content = [h('span', { class: 'tile-title' }, title), h('span', { class: 'tile-value' }, String(value)), h('span', { class: 'tile-note' }, note)];
  return to ? link(to, content, { class: ['tile', tone] }) : h('div', { class: ['tile', tone] }, content);
}

function districtColumns() {
  return [
    { key: 'name', title: t('column.district'), class: 'name', cell: (row) => say(row.name) },
    { key: 'enterprises', number: true, title: t('column.enterprises'), cell: (row) => String(row.enterprises) },
    ...standingColumns(),
    ...attentionColumns(() => '/cases?scope=district').filter((column) => column.key === 'openCases'),
  ];
}

function parkColumns() {
  return [
    { key: 'name', title: t('column.park'), class: 'name', sort: (row) => say(row.name), cell: (row) => link(`/parks/${row.id}`, say(row.name)) },
    { key: 'enterprises', number: true, title: t('column.enterprises'), sort: (row) => row.enterprises, cell: (row) => String(row.enterprises) },
    ...standingColumns(),
    ...attentionColumns((row) => `/cases?park=${row.id}`),
  ];
}

export function enterpriseColumns() {
  return [
    { key: 'name', title: t('column.enterprise'), class: 'name fold', sort: (row) => say(row.name), cell: (row) => link(`/enterprises/${row.id}`, say(row.name)) },
    { key: 'park', title: t('column.park'), class: 'fold', sort: (row) => say(row.park.name), cell: (row) => link(`/parks/${row.park.id}`, say(row.park.name), { class: 'soft' }) },
    { key: 'industry', title: t('column.industry'), class: 'fold', sort: (row) => word('industry', row.industry), cell: (row) => word('industry', row.industry) },
    ...standingColumns(),
    ...attentionColumns((row) => `/cases?enterprise=${row.id}`),
  ];
}

function table(rows) {
  return rows.length
    ? h(DataTable, { label: t('overview.enterprises'), columns: enterpriseColumns(), rows, rowKey: (row) => row.id, initial: { key: 'verdict', down: false } })
    : empty(t('overview.none'), t('overview.noneAdvice'));
}

function filters(parks, search, park, onlyTrouble) {
  return [
    h('input', { type: 'search', placeholder: t('overview.search'), 'aria-label': t('overview.search'), value: search.value, onInput: (event) => (search.value = event.target.value) }),
    h('select', { 'aria-label': t('column.park'), value: park.value, onChange: (event) => (park.value = event.target.value) }, [
      h('option', { value: '' }, t('overview.allParks')),
      ...parks.map((each) => h('option', { value: each.id, key: each.id }, say(each.name))),
    ]),
    h('label', { class: 'check' }, [
      h('input', { type: 'checkbox', checked: onlyTrouble.value, onChange: (event) => (onlyTrouble.value = event.target.checked) }),
      t('overview.onlyTrouble'),
    ]),
  ];
}

/** Properties of an enterprise that matter to rules and statistics. */
export function marks(enterprise) {
  return [
    enterprise.aboveScale ? badge('info', t('mark.aboveScale')) : null,
    enterprise.polluting ? badge('info', t('mark.polluting')) : null,
  ];
}
