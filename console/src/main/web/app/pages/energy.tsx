// Energy: the account of the district or of a park, and who uses how much.
import { computed, defineComponent } from 'vue';
import { live } from '../api.ts';
import { EnergyPanel } from '../energy.tsx';
import type { AccountPath } from '../energy.tsx';
import { dated } from '../health.ts';
import { IntensityPanel } from '../intensity.tsx';
import { PageHead } from '../page.tsx';
import { link, panel, stale, waiting } from '../parts.ts';
import { mayOpen } from '../rights.ts';
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
    const whole = mayOpen('/district');
    const parks = computed(() => standings.data.value?.rows.filter((row) => row.scope === 'PARK') ?? []);
    /** Who has a part of the district begins with a park of it. */
    const chosenPark = computed(() => park.value || (whole ? '' : parks.value[0]?.id ?? null));
    const path = computed((): AccountPath | null =>
      chosenPark.value === null
        ? null
        : chosenPark.value
        ? (pathOf('parks', chosenPark.value) as `/parks/${string}`)
        : '/district'
    );
    return () => {
      const it = standings.data.value;
      return [
        <PageHead title={t('nav.energy')}>
          {{
            actions: () => [
              <select
                aria-label={t('column.park')}
                value={chosenPark.value ?? ''}
                onChange={(event: Event) => (park.value = valueOf(event))}
              >
                {whole ? <option value=''>{t('energy.ofDistrict')}</option> : null}
                {parks.value.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
              </select>,
              chosenPark.value
                ? link(pathOf('parks', chosenPark.value), t('energy.toPark'), { class: 'button' })
                : null,
            ],
          }}
        </PageHead>,
        path.value ? <EnergyPanel key={`energy ${path.value}`} path={path.value} chosen={chosen} /> : null,
        path.value
          ? (
            <WhenSeen key={`intensity ${path.value}`}>
              <IntensityPanel path={path.value} />
            </WhenSeen>
          )
          : null,
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
