// One park: standing, cases, energy, intensity, its enterprises.
import { defineComponent, h } from 'vue';
import type { VNode } from 'vue';
import type { EnterpriseLine } from '#api';
import { say, t } from '../text.ts';
import { live, query } from '../api.ts';
import { DataTable, link, panel, stale, waiting } from '../parts.ts';
import { EnergyPanel } from '../energy.js';
import { IntensityPanel } from '../intensity.js';
import { standingTiles } from '../subject.ts';
import { caseList } from './enterprise.ts';
import { enterpriseColumns } from './overview.js';

export const ParkPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const park = live<'/parks/{id}'>(() => `/parks/${encodeURIComponent(props.id)}`);
    const enterprises = live<'/enterprises'>(() => '/enterprises');
    const cases = live<'/alerts'>(() => query('/alerts', { park: props.id, limit: 50 }));
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
        panel(
          t('overview.enterprises'),
          enterprises.data.value
            ? table(enterprises.data.value.enterprises.filter((each) => each.park.id === it.id))
            : waiting(enterprises),
        ),
        h(EnergyPanel, { scope: 'parks', id: it.id }),
        h(IntensityPanel, { scope: 'parks', id: it.id }),
      ];
    };
  },
});

function table(rows: EnterpriseLine[]): VNode {
  return h(DataTable, {
    label: t('overview.enterprises'),
    columns: enterpriseColumns().filter((column) => column.key !== 'park'),
    rows,
    rowKey: (row: EnterpriseLine) => row.id,
    initial: { key: 'verdict', down: false },
  });
}
