// Energy: the account of the district or of a park, and who uses how much.
import { computed, defineComponent } from 'vue';
import { live } from '../api.ts';
import { EnergyPanel } from '../energy.tsx';
import type { AccountPath } from '../energy.tsx';
import { dated } from '../health.ts';
import { IntensityPanel } from '../intensity.tsx';
import { PageHead } from '../page.tsx';
import { link, panel, stale, waiting } from '../parts.ts';
import { param, pathOf } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { useSpan } from '../span.ts';
import { periodText } from '../standing.tsx';
import { BasisPicker, MonthPicker, standingsPath } from '../pickers.tsx';
import { EnterpriseTable } from '../standingtable.tsx';
import { say, t } from '../text.ts';
import { valueOf } from '../form.ts';

export const EnergyPage = dated(defineComponent({
  setup() {
    const park = param('of');
    const chosen = useSpan('year', ['hour', 'day', 'month']);
    const standings = live<'/standings'>(() => standingsPath('park,enterprise'), 60);
    const path = computed(
      (): AccountPath => (park.value ? (pathOf('parks', park.value) as `/parks/${string}`) : '/district'),
    );
    return () => {
      const it = standings.data.value;
      const parks = it?.rows.filter((row) => row.scope === 'PARK') ?? [];
      return [
        <PageHead title={t('nav.energy')}>
          {{
            actions: () => [
              <select
                aria-label={t('column.park')}
                value={park.value}
                onChange={(event: Event) => (park.value = valueOf(event))}
              >
                <option value=''>{t('energy.ofDistrict')}</option>
                {parks.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
              </select>,
              park.value ? link(pathOf('parks', park.value), t('energy.toPark'), { class: 'button' }) : null,
            ],
          }}
        </PageHead>,
        <EnergyPanel key={`energy ${path.value}`} path={path.value} chosen={chosen} />,
        <WhenSeen key={`intensity ${path.value}`}>
          <IntensityPanel path={path.value} />
        </WhenSeen>,
        panel(
          t('energy.who'),
          [
            stale(standings),
            it
              ? (
                <EnterpriseTable
                  standings={it}
                  park={park.value || null}
                  rows={it.rows.filter((row) =>
                    row.scope === 'ENTERPRISE' && (!park.value || row.park?.id === park.value)
                  )}
                />
              )
              : waiting(standings),
          ],
          {
            note: it ? periodText(it.month) : null,
            actions: [<MonthPicker month={it?.month ?? null} />, <BasisPicker />],
          },
        ),
      ];
    };
  },
}));
