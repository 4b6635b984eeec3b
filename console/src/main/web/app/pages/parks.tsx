// All parks against their targets.
import { defineComponent } from 'vue';
import { live } from '../api.ts';
import { dated } from '../health.ts';
import { PageHead } from '../page.tsx';
import { link, panel, stale, waiting } from '../parts.ts';
import { BasisPicker, MonthPicker, standingsPath } from '../pickers.tsx';
import { parkColumns } from '../standingtable.tsx';
import { periodText } from '../standing.tsx';
import type { StandingRow } from '../standing.tsx';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

export const ParksPage = dated(defineComponent({
  setup() {
    const standings = live<'/standings'>(() => standingsPath('district,park'), 30);
    return () => {
      const it = standings.data.value;
      const district = it?.rows.find((row) => row.scope === 'DISTRICT');
      return [
        <PageHead title={t('nav.parks')}>
          {{
            actions: () => [<MonthPicker month={it?.month ?? null} />, <BasisPicker />],
            default: () => (district ? link('/district', t('parks.district', { name: say(district.name) })) : null),
          }}
        </PageHead>,
        stale(standings),
        panel(
          t('overview.parks'),
          it
            ? (
              <DataTable
                name='parks'
                label={t('overview.parks')}
                columns={parkColumns(it.basis)}
                rows={it.rows}
                rowKey={(row: StandingRow) => `${row.scope} ${row.id}`}
                file={standingsPath('district,park')}
              />
            )
            : waiting(standings),
          { note: it ? periodText(it.month) : null },
        ),
      ];
    };
  },
}));
