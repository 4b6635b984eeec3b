// Two to five enterprises side by side, and against the median of their industry.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { PeriodChart } from '../chart/chart.tsx';
import { COLOURS, look, SIDE_BY_SIDE } from '../chart/colours.ts';
import { tip } from '../chart/options.ts';
import type { Drawn, PeriodPicture } from '../chart/periods.ts';
import { exact } from '../chart/tip.ts';
import { signed, yearToDate } from '../format.ts';
import { dated, now } from '../health.ts';
import { PageHead } from '../page.tsx';
import { empty, figure, link, panel, sortable, stale, waiting } from '../parts.ts';
import { param, route } from '../route.ts';
import { levelBadge, pageOf, rank, reasonOf } from '../standing.tsx';
import { BasisPicker, MonthPicker } from '../standingtable.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { language, say, t, word } from '../text.ts';
import { valueOf } from '../form.ts';

const LEAST = 2;
const MOST = 5;

type Comparison = Answers['/comparison'];
type Compared = Comparison['enterprises'][number];
type Median = Comparison['industries'][number];

export const ComparisonPage = dated(defineComponent({
  setup() {
    const chosen = param('enterprises');
    const ids = computed(() => chosen.value.split(',').filter(Boolean).slice(0, MOST));
    const all = live<'/enterprises'>(() => '/enterprises?intensity=false&limit=10000', 300);
    const compared = live<'/comparison'>(
      () =>
        ids.value.length >= LEAST
          ? query('/comparison', {
            enterprises: ids.value.join(','),
            month: route.value.query.month,
            basis: route.value.query.basis,
          })
          : null,
      60,
    );
    const picture = computed(() => {
      void [look.value, language.value];
      return compared.data.value ? drawn(compared.data.value) : null;
    });

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
      return it && picture.value
        ? [
          stale(compared),
          <DataTable
            name='comparison'
            label={t('comparison.title')}
            columns={columns(it)}
            rows={it.enterprises}
            rowKey={(row: Compared) => row.id}
          />,
          <p class='hint'>{t('comparison.medianNote')}</p>,
          <PeriodChart
            title={t('comparison.monthly')}
            picture={picture.value}
            columns={monthColumns(it)}
            rows={picture.value.slots.map((slot) => ({ slot }))}
            rowKey={(row: { slot: string }) => row.slot}
            height={300}
            marked={false}
            notes={[t('figure.basis', { basis: word('basis', it.basis) })]}
          />,
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

/** The months of a year, January with February, of every enterprise. */
function drawn(it: Comparison): PeriodPicture {
  const year = it.month.slice(0, 4);
  const slots = Array.from({ length: 11 }, (_, i) => `${year}-${String(i + 2).padStart(2, '0')}`);
  const lines = it.enterprises.map((each, i): Drawn => ({
    name: say(each.name),
    colour: SIDE_BY_SIDE[i],
    kind: 'line',
    marks: new Map(slots.map((slot) => [slot, { value: sortable(intensityOf(each, slot)) }])),
  }));
  return {
    unit: t('unit.intensity'),
    slots,
    labels: slots.map((slot) => (slot.endsWith('-02') ? t('month.1to2') : word('month', Number(slot.slice(5))))),
    now: now(),
    drawn: lines,
    tip: (slot) =>
      tip(
        monthText(slot),
        it.enterprises.map((each, i) => {
          const value = intensityOf(each, slot);
          return [
            say(each.name),
            value == null ? '—' : exact(value, t('unit.intensity')),
            SIDE_BY_SIDE[i] ?? COLOURS.other,
          ];
        }),
      ),
  };
}

function intensityOf(of: Compared, slot: string): string | null {
  const row = of.months.find((each) => each.from.startsWith(slot));
  return (slot.endsWith('-02') ? row?.yearToDate : row?.month)?.tcePer10kCny ?? null;
}

function monthText(slot: string): string {
  return slot.endsWith('-02') ? `${slot.slice(0, 4)} ${t('month.1to2')}` : slot;
}

function monthColumns(it: Comparison): Column<{ slot: string }>[] {
  return [
    {
      key: 'slot',
      title: t('column.period'),
      sort: (row) => row.slot,
      text: (row) => monthText(row.slot),
      cell: (row) => monthText(row.slot),
    },
    ...it.enterprises.map((each): Column<{ slot: string }> => ({
      key: each.id,
      number: true,
      title: say(each.name),
      unit: t('unit.intensity'),
      sort: (row) => sortable(intensityOf(each, row.slot)),
      text: (row) => intensityOf(each, row.slot) ?? '',
      cell: (row) => figure(intensityOf(each, row.slot), { digits: 4 }),
    })),
  ];
}

function columns(it: Comparison): Column<Compared>[] {
  const median = (row: Compared): Median | undefined => it.industries.find((each) => each.industry === row.industry);
  const against = (row: Compared): number | null => {
    const [own, of] = [row.yearToDate.tcePer10kCny, median(row)?.tcePer10kCny];
    return own == null || of == null ? null : (Number(own) / Number(of) - 1) * 100;
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
  return figure(of?.tcePer10kCny, {
    digits: 4,
    reason: say(Object.values(of?.reasonTexts ?? {})[0]) || t('comparison.tooFew'),
  });
}
