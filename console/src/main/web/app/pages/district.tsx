// The district as a whole: standing, parks, energy, energy per value added, its cases.
import { defineComponent } from 'vue';
import { live, query } from '../api.ts';
import { EnergyPanel } from '../energy.tsx';
import { dated } from '../health.ts';
import { IntensityPanel } from '../intensity.tsx';
import { PageHead } from '../page.tsx';
import { link, panel, stale, waiting } from '../parts.ts';
import { askedBasis, BasisPicker } from '../pickers.tsx';
import { PullPanel } from '../pull.ts';
import { WhenSeen } from '../seen.tsx';
import { useSpan } from '../span.ts';
import { standingTiles } from '../subject.tsx';
import { say, t } from '../text.ts';
import { CaseList } from '../caselist.tsx';
import { reportLink } from '../reports/link.tsx';

export const DistrictPage = dated(defineComponent({
  setup() {
    const district = live<'/district'>(() => query('/district', { basis: askedBasis() }));
    const chosen = useSpan('year', ['hour', 'day', 'month']);
    return () => {
      const it = district.data.value;
      if (!it) {
        return [<PageHead title={t('nav.overview')} />, waiting(district)];
      }
      return [
        <PageHead title={say(it.name)} crumbs={[['/', t('nav.overview')]]}>
          {{
            actions: () => [
              link('/parks', t('district.parks', { n: it.parks }), { class: 'button' }),
              reportLink('district'),
              <BasisPicker />,
            ],
          }}
        </PageHead>,
        stale(district),
        standingTiles(it, { cases: '/cases', devices: '/devices' }),
        panel(t('enterprise.cases'), <CaseList filter={{}} about />, {
          note: t('enterprise.openCases', { n: it.openCases }),
        }),
        <EnergyPanel path='/district' chosen={chosen} />,
        <WhenSeen>
          <IntensityPanel path='/district' />
        </WhenSeen>,
        <WhenSeen>
          <PullPanel scope='DISTRICT' id={it.id} />
        </WhenSeen>,
      ];
    };
  },
}));
