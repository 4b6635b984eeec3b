// The ledger of exceedances of all outlets.
import { computed, defineComponent } from 'vue';
import { RangePicker } from '../chart/rangepicker.tsx';
import { ExceedanceTable } from '../exceedances.tsx';
import { dated } from '../health.ts';
import { PageHead } from '../page.tsx';
import { panel } from '../parts.ts';
import { param, route } from '../route.ts';
import { useSpan } from '../span.ts';
import { t } from '../text.ts';
import { valueOf } from '../form.ts';

export const ExceedancesPage = dated(defineComponent({
  setup() {
    const chosen = useSpan('30d', ['day']);
    const words = param('q');
    const filter = computed((): Record<string, string> => {
      const { park, enterprise, outlet } = route.value.query;
      return Object.fromEntries(
        Object.entries({ park, enterprise, outlet, q: words.value.trim() }).filter((each): each is [string, string] =>
          Boolean(each[1])
        ),
      );
    });
    return () => [
      <PageHead title={t('exceedances.title')} crumbs={[['/outlets', t('nav.outlets')]]} />,
      panel(t('exceedances.title'), [
        <div class='filters'>
          <input
            type='search'
            placeholder={t('exceedances.search')}
            aria-label={t('exceedances.search')}
            value={words.value}
            onChange={(event: Event) => (words.value = valueOf(event))}
          />
        </div>,
        <ExceedanceTable filter={filter.value} span={chosen.span.value} />,
      ], { actions: [<RangePicker chosen={chosen} />] }),
    ];
  },
}));
