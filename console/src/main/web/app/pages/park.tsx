// One park: standing, cases, energy, energy per value added, its enterprises.
import { defineComponent } from 'vue';
import { live, query } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { EnergyPanel } from '../energy.tsx';
import { dated } from '../health.ts';
import { IntensityPanel } from '../intensity.tsx';
import { PageHead } from '../page.tsx';
import { panel, stale, waiting } from '../parts.ts';
import { PullPanel } from '../pull.ts';
import { registryLink } from '../registrylink.tsx';
import { reportLink } from '../reports/link.tsx';
import { pathOf } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { useSpan } from '../span.ts';
import { periodText } from '../standing.tsx';
import { askedBasis, BasisPicker, standingsPath } from '../pickers.tsx';
import { EnterpriseTable } from '../standingtable.tsx';
import { standingTiles } from '../subject.tsx';
import { say, t } from '../text.ts';

export const ParkPage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const path = pathOf('parks', props.id) as `/parks/${string}`;
    const park = live<'/parks/{id}'>(() => query(path, { basis: askedBasis() }));
    const chosen = useSpan('year', ['hour', 'day', 'month']);
    return () => {
      const it = park.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(park)];
      }
      return [
        <PageHead title={say(it.name)} crumbs={[['/', t('nav.overview')], ['/parks', t('nav.parks')]]}>
          {{ actions: () => [<BasisPicker />, reportLink(`park:${it.id}`), registryLink('park', it.id)] }}
        </PageHead>,
        stale(park),
        standingTiles(it, { cases: `/cases?park=${props.id}`, devices: `/devices?park=${props.id}` }),
        panel(t('enterprise.cases'), <CaseList filter={{ park: props.id }} about />, {
          note: t('enterprise.openCases', { n: it.openCases }),
        }),
        <EnergyPanel path={path} chosen={chosen} />,
        <WhenSeen>
          <IntensityPanel path={path} />
        </WhenSeen>,
        <WhenSeen>
          <PullPanel scope='PARK' id={it.id} />
        </WhenSeen>,
        <WhenSeen>
          <ParkEnterprises id={it.id} />
        </WhenSeen>,
      ];
    };
  },
}));

const ParkEnterprises = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const standings = live<'/standings'>(() => standingsPath('enterprise', { park: props.id }), 30);
    return () => {
      const it = standings.data.value;
      return panel(
        t('overview.enterprises'),
        it ? <EnterpriseTable standings={it} rows={it.rows} park={props.id} /> : waiting(standings),
        { note: it ? periodText(it.month) : null },
      );
    };
  },
});
