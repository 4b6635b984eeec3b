// One park: standing, cases, energy, intensity, its enterprises.
import { h } from 'vue';
import { t, say } from '../text.ts';
import { live, query } from '../api.ts';
import { DataTable, link, panel, stale, waiting } from '../parts.ts';
import { EnergyPanel } from '../energy.js';
import { IntensityPanel } from '../intensity.js';
import { standingTiles } from '../subject.ts';
import { caseList } from './enterprise.js';
import { enterpriseColumns } from './overview.js';

export const ParkPage = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const park = live(() => `/parks/${encodeURIComponent(props.id)}`);
    const enterprises = live(() => '/enterprises');
    const cases = live(() => query('/alerts', { park: props.id, limit: 50 }));
    return () => {
      const it = park.data.value;
      if (!it) {
        return waiting(park);
      }
      return [
        h('div', { class: 'page-head' }, [
          h('nav', { class: 'crumbs', 'aria-label': t('nav.crumbs') }, [link('/', t('nav.overview'))]),
          h('h1', say(it.name)),
        ]),
        stale(park),
        standingTiles(it),
        panel(t('enterprise.cases'), caseList(cases, true), { note: t('enterprise.openCases', { n: it.openCases }) }),
        panel(t('overview.enterprises'), enterprises.data.value ? table(enterprises.data.value.enterprises.filter((each) => each.park.id === it.id)) : waiting(enterprises)),
        h(EnergyPanel, { scope: 'parks', id: it.id }),
        h(IntensityPanel, { scope: 'parks', id: it.id }),
      ];
    };
  },
};

function table(rows) {
  return h(DataTable, { label: t('overview.enterprises'), columns: enterpriseColumns().filter((column) => column.key !== 'park'), rows, rowKey: (row) => row.id, initial: { key: 'verdict', down: false } });
}
