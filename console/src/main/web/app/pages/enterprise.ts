// One enterprise: standing, energy, intensity, outlets, cases, meters.
import { defineComponent, h } from 'vue';
import type { VNode } from 'vue';
import type { Answers, Point } from '#api';
import { say, t, word } from '../text.ts';
import type { TextKey } from '../text.ts';
import { live, query } from '../api.ts';
import type { Live } from '../api.ts';
import { badge, DataTable, empty, link, panel, stale, waiting } from '../parts.ts';
import type { Column } from '../parts.ts';
import { EnergyPanel } from '../energy.js';
import { IntensityPanel } from '../intensity.js';
import { FindingsPanel, ProposalsPanel } from '../findings.ts';
import { OutletPanel } from '../outlet.js';
import { standingTiles } from '../subject.ts';
import { CaseTable } from './cases.ts';
import { marks } from './overview.js';
import { unitText } from '../format.ts';

export const EnterprisePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const enterprise = live<'/enterprises/{id}'>(() => `/enterprises/${encodeURIComponent(props.id)}`);
    const cases = live<'/alerts'>(() => query('/alerts', { enterprise: props.id, limit: 50 }));
    return () => {
      const it = enterprise.data.value;
      if (!it) {
        return waiting(enterprise);
      }
      return [
        h('div', { class: 'page-head' }, [
          h('nav', { class: 'crumbs', 'aria-label': t('nav.crumbs') }, [
            link('/', t('nav.overview')),
            ' / ',
            link(`/parks/${it.park.id}`, say(it.park.name)),
          ]),
          h('h1', [
            say(it.name),
            ' ',
            h('span', { class: 'marks' }, [badge('quiet', word('industry', it.industry)), ...marks(it)]),
          ]),
        ]),
        stale(enterprise),
        standingTiles(it),
        panel(t('enterprise.cases'), caseList(cases), { note: t('enterprise.openCases', { n: it.openCases }) }),
        h(ProposalsPanel, { filter: { enterprise: props.id, state: 'open' } }),
        h(EnergyPanel, { scope: 'enterprises', id: it.id }),
        h(IntensityPanel, { scope: 'enterprises', id: it.id }),
        ...it.outlets.map((outlet) => h(OutletPanel, { key: outlet.id, outlet })),
        panel(t('enterprise.meters'), meters(it.meters)),
        h(FindingsPanel, { filter: { enterprise: props.id }, title: t('nav.findings'), always: true }),
      ];
    };
  },
});

/** The cases of an enterprise or a park, once they are loaded. */
export function caseList(cases: Live<Answers['/alerts']>, withAbout = false): VNode {
  if (!cases.data.value) {
    return waiting(cases);
  }
  return cases.data.value.alerts.length
    ? h(CaseTable, { cases: cases.data.value.alerts, withAbout })
    : empty(t('enterprise.noCases'), t('enterprise.noCasesAdvice'));
}

function counted(factor: number): TextKey {
  return factor < 0 ? 'meter.deducted' : factor > 0 ? 'meter.counts' : 'meter.sub';
}

function meters(points: Point[]): VNode {
  if (points.length === 0) {
    return empty(t('enterprise.noMeters'), t('enterprise.noMetersAdvice'));
  }
  const columns: Column<Point>[] = [
    {
      key: 'name',
      title: t('column.meter'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => say(row.name),
    },
    {
      key: 'carrier',
      title: t('column.carrier'),
      sort: (row) => row.carrier,
      cell: (row) => (row.carrier ? word('carrier', row.carrier) : '—'),
    },
    { key: 'kind', title: t('column.kind'), sort: (row) => row.kind, cell: (row) => t(`kind.${row.kind}`) },
    { key: 'unit', title: t('column.unit'), cell: (row) => unitText(row.unit) },
    { key: 'boundary', title: t('column.boundary'), cell: (row) => t(counted(row.factor ?? 0)) },
    {
      key: 'device',
      title: t('column.device'),
      sort: (row) => row.device,
      cell: (row) => link(`/devices?search=${encodeURIComponent(row.device)}`, row.device, { class: 'code' }),
    },
    { key: 'id', title: t('column.point'), sort: (row) => row.id, cell: (row) => h('code', row.id) },
  ];
  return h(DataTable, { label: t('enterprise.meters'), columns, rows: points, rowKey: (row: Point) => row.id });
}
