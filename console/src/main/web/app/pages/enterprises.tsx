// All enterprises against their targets, to be found, ordered, put together, compared and taken along.
import { computed, defineComponent } from 'vue';
import { live } from '../api.ts';
import { dated } from '../health.ts';
import { PageHead } from '../page.tsx';
import { panel, stale, waiting, way } from '../parts.ts';
import { BasisPicker, MonthPicker, standingsPath } from '../pickers.tsx';
import { EnterpriseTable } from '../standingtable.tsx';
import { periodText } from '../standing.tsx';
import { t } from '../text.ts';

export const EnterprisesPage = dated(defineComponent({
  setup() {
    const standings = live<'/standings'>(() => standingsPath('enterprise'), 30);
    const rows = computed(() => standings.data.value?.rows ?? []);
    return () => {
      const it = standings.data.value;
      return [
        <PageHead title={t('nav.enterprises')}>
          {{
            actions: () => [
              way('/comparison', t('comparison.go'), { class: 'button' }),
              <MonthPicker month={it?.month ?? null} />,
              <BasisPicker />,
            ],
          }}
        </PageHead>,
        stale(standings),
        panel(
          t('overview.enterprises'),
          it ? <EnterpriseTable standings={it} rows={rows.value} /> : waiting(standings),
          {
            note: it ? periodText(it.month) : null,
          },
        ),
      ];
    };
  },
}));
