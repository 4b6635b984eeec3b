// Two to five enterprises side by side, and against the median of their industry.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { PeriodChart } from '../chart/chart.tsx';
import { drawn, energy, intensity, monthColumns } from '../comparedmonths.ts';
import type { Compared, Comparison, Monthly } from '../comparedmonths.ts';
import { look } from '../chart/colours.ts';
import type { PeriodPicture } from '../chart/periods.ts';
import { signed, yearToDate } from '../format.ts';
import { dated } from '../health.ts';
import { PageHead } from '../page.tsx';
import { empty, figure, link, panel, sortable, stale, waiting } from '../parts.ts';
import { param, route } from '../route.ts';
import { levelBadge, pageOf, rank, reasonOf } from '../standing.tsx';
import { BasisPicker, MonthPicker } from '../pickers.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { language, say, t, word } from '../text.ts';
import { valueOf } from '../form.ts';

const LEAST = 2;
const MOST = 5;

type Median = Comparison['industries'][number];

export const ComparisonPage = dated(defineComponent({
  setup() {
    const chosen = param('enterprises');
    const ids = computed(() => chosen.value.split(',').filter(Boolean).slice(0, MOST));
    const all = live<'/enterprises'>(() => '/enterprises?intensity=false&limit=10000', 300);
    const path = computed(() =>
      ids.value.length >= LEAST
        ? query('/comparison', {
          enterprises: ids.value.join(','),
          month: route.value.query.month,
          basis: route.value.query.basis,
        })
        : null
    );
    const compared = live<'/comparison'>(() => path.value, 60);
    const pictures = computed(() => {
      void [look.value, language.value];
      const it = compared.data.value;
      return it ? { intensity: drawn(it, intensity(), true), energy: drawn(it, energy(), false) } : null;
    });

    const chart = (it: Comparison, title: string, picture: PeriodPicture, monthly: Monthly) => (
      <PeriodChart
        title={title}
        picture={picture}
        columns={monthColumns(it, monthly)}
        rows={picture.slots.map((slot) => ({ slot }))}
        rowKey={(row: { slot: string }) => row.slot}
        height={300}
        marked={false}
        notes={[t('figure.basis', { basis: word('basis', it.basis) })]}
      />
    );

    const chooser = () => {
      const rows = all.data.value?.enterprises ?? [];
      const name = (id: string) => say(rows.find((each) => each.id === id)?.name) || id;
      return (
        <div class='filters'>
          {ids.value.map((id) => (
            <button
              type='button'
              class='chip'
              key={id}
              onClick={() => (chosen.value = ids.value.filter((each) => each !== id).join(','))}
            >
              {name(id)} <span aria-hidden='true'>✕</span>
              <span class='sr-only'>{t('comparison.remove')}</span>
            </button>
          ))}
          {ids.value.length < MOST
            ? (
              <select
                aria-label={t('comparison.add')}
                value=''
                onChange={(
                  event: Event,
                ) => (chosen.value = [...ids.value, valueOf(event)].filter(Boolean).join(
                  ',',
                ))}
              >
                <option value=''>{t('comparison.add')}</option>
                {industries(rows.filter((each) => !ids.value.includes(each.id))).map(([industry, members]) => (
                  <optgroup key={industry} label={word('industry', industry)}>
                    {members.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
                  </optgroup>
                ))}
              </select>
            )
            : null}
        </div>
      );
    };

    const content = () => {
      if (ids.value.length < LEAST) {
        return empty(t('comparison.choose', { least: LEAST, most: MOST }), t('comparison.chooseAdvice'));
      }
      const it = compared.data.value;
      return it && pictures.value
        ? [
          stale(compared),
          <DataTable
            name='comparison'
            label={t('comparison.title')}
            columns={columns(it)}
            rows={it.enterprises}
            rowKey={(row: Compared) => row.id}
            file={path.value}
          />,
          <p class='hint'>{t('comparison.medianNote')}</p>,
          chart(it, t('comparison.monthly'), pictures.value.intensity, intensity()),
          chart(it, t('comparison.energy'), pictures.value.energy, energy()),
        ]
        : waiting(compared);
    };

    return () => [
      <PageHead title={t('comparison.title')} crumbs={[['/enterprises', t('nav.enterprises')]]}>
        {{ actions: () => [<MonthPicker month={compared.data.value?.month ?? null} />, <BasisPicker />] }}
      </PageHead>,
      panel(t('comparison.title'), [chooser(), content()], {
        note: compared.data.value ? yearToDate(`${compared.data.value.month}-01`) : null,
      }),
    ];
  },
}));

type Line = Answers['/enterprises']['enterprises'][number];

function industries(rows: readonly Line[]): [string, Line[]][] {
  const found = new Map<string, Line[]>();
  for (const row of rows) {
    found.set(row.industry, [...(found.get(row.industry) ?? []), row]);
  }
  return [...found];
}

function columns(it: Comparison): Column<Compared>[] {
  const median = (row: Compared): Median | undefined => it.industries.find((each) => each.industry === row.industry);
  const against = (row: Compared): number | null => {
    const [own, of] = [row.yearToDate.tcePer10kCny, median(row)?.tcePer10kCny];
    return own == null || of == null || row.reasonCode?.code === 'NOT_ACCEPTED'
      ? null
      : (Number(own) / Number(of) - 1) * 100;
  };
  return [
    {
      key: 'name',
      title: t('column.enterprise'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => link(pageOf(row), say(row.name)),
    },
    {
      key: 'industry',
      title: t('column.industry'),
      sort: (row) => word('industry', row.industry ?? ''),
      cell: (row) => word('industry', row.industry ?? ''),
    },
    {
      key: 'intensity',
      number: true,
      title: t('column.intensity'),
      unit: t('unit.intensity'),
      sort: (row) => sortable(row.yearToDate.tcePer10kCny),
      text: (row) => row.yearToDate.tcePer10kCny ?? '',
      cell: (row) =>
        figure(row.yearToDate.tcePer10kCny, { digits: 4, reason: reasonOf(row.yearToDate, 'tcePer10kCny') }),
    },
    {
      key: 'median',
      number: true,
      title: t('comparison.median'),
      unit: t('unit.intensity'),
      sort: (row) => sortable(median(row)?.tcePer10kCny),
      cell: (row) => medianCell(median(row)),
    },
    {
      key: 'against',
      number: true,
      title: t('comparison.against'),
      unit: '%',
      sort: against,
      cell: (row) => (against(row) === null ? '—' : signed(against(row), 1)),
    },
    {
      key: 'rank',
      number: true,
      title: t('comparison.rank'),
      sort: (row) => row.rank,
      cell: (row) => (row.rank == null ? '—' : t('comparison.rankOf', { n: row.rank, of: median(row)?.n })),
    },
    {
      key: 'change',
      number: true,
      title: t('column.change'),
      unit: '%',
      sort: (row) => sortable(row.yearToDate.changePercent),
      cell: (row) =>
        figure(row.yearToDate.changePercent, {
          digits: 2,
          sign: true,
          reason: reasonOf(row.yearToDate, 'changePercent'),
        }),
    },
    {
      key: 'level',
      title: t('column.level'),
      sort: (row) => rank(row),
      text: (row) => (row.progress?.level ? t(`level.${row.progress.level}`) : ''),
      cell: (row) => levelBadge(row.standing, row.progress),
    },
    {
      key: 'excess',
      number: true,
      title: t('column.excess'),
      unit: 'tce',
      sort: (row) => sortable(row.progress?.excessTce),
      cell: (row) =>
        figure(row.progress?.excessTce, {
          digits: 1,
          sign: true,
          reason: say(row.standing?.reasonText) || t('verdict.noTargetWhy'),
        }),
    },
    {
      key: 'tce',
      number: true,
      title: t('column.tce'),
      unit: 'tce',
      sort: (row) => sortable(row.yearToDate.tce),
      cell: (row) => figure(row.yearToDate.tce, { digits: 1, reason: reasonOf(row.yearToDate, 'tce') }),
    },
  ];
}

function medianCell(of: Median | undefined): VNodeChild {
  return [
    figure(of?.tcePer10kCny, {
      digits: 4,
      reason: say(Object.values(of?.reasonTexts ?? {})[0]) || t('comparison.tooFew'),
    }),
    of ? <span class='sub'>{medianOf(of)}</span> : null,
  ];
}

/** Of how many a median is, and how many are left out whose meters nobody has accepted. */
function medianOf(of: Median): string {
  return of.unaccepted ? t('comparison.ofAccepted', { n: of.n, out: of.unaccepted }) : t('comparison.of', { n: of.n });
}
