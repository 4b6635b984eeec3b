// The data quality board: every station by every day, what arrived, what of it is valid, when it was silent.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { RangePicker } from '../chart/rangepicker.tsx';
import { share } from '../format.ts';
import { FindingsPanel } from '../findings.ts';
import { hint } from '../hints.ts';
import { dated, today } from '../health.ts';
import { PageHead } from '../page.tsx';
import { choice, empty, link, panel, stale, waiting } from '../parts.ts';
import { param, pathOf, route } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { useSpan } from '../span.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { valueOf } from '../form.ts';

type Station = Answers['/data-quality']['rows'][number];
type Day = Station['days'][number];

/** What is assessed: energy data complete to nine tenths, those of outlets valid to nine tenths. */
const ENOUGH = 0.9;
const HALF = 0.5;

/** The API tells of so many days at once. */
const MOST_DAYS = 100;

export const QualityPage = dated(defineComponent({
  setup() {
    const chosen = useSpan('7d', ['day']);
    const scope = param('scope', 'outlet');
    const words = param('q');
    const low = param('low');
    const path = computed(() => {
      const { park, enterprise } = route.value.query;
      return query('/data-quality', {
        scope: scope.value,
        park,
        enterprise,
        q: words.value.trim(),
        ...chosen.span.value,
        limit: 10_000,
      });
    });
    const board = live<'/data-quality'>(() => path.value, 60);
    return () => {
      const it = board.data.value;
      const rows = it?.rows.filter((row) => !low.value || (assessed(row.total) ?? 0) < ENOUGH) ?? [];
      return [
        <PageHead title={t('nav.quality')}>
          {{ actions: () => link('/findings', t('nav.findings'), { class: 'button' }) }}
        </PageHead>,
        stale(board),
        panel(t('quality.board'), [
          <div class='filters'>
            {choice(
              t('quality.scope'),
              [['outlet', t('quality.outlets')], ['meter', t('quality.meters')]],
              scope.value,
              (value) => (scope.value = value),
            )}
            <input
              type='search'
              placeholder={t('quality.search')}
              aria-label={t('quality.search')}
              value={words.value}
              onChange={(event: Event) => (words.value = valueOf(event))}
            />
            <label class='check'>
              <input
                type='checkbox'
                checked={low.value !== ''}
                onChange={() => (low.value = low.value ? '' : '1')}
              />
              {t('quality.onlyLow')} {it ? `${rows.length} / ${it.rows.length}` : null}
            </label>
            {legend()}
          </div>,
          !it ? waiting(board) : rows.length
            ? (
              <DataTable
                name='quality'
                label={t('quality.board')}
                columns={columns(rows, scope.value)}
                rows={rows}
                rowKey={(row: Station) => row.id}
                initial={{ key: 'total', down: false }}
                file={low.value ? null : path.value}
              />
            )
            : empty(t('quality.none'), t('quality.noneAdvice')),
          <p class='hint'>{t(scope.value === 'outlet' ? 'quality.validityWhy' : 'quality.completenessWhy')}</p>,
        ], { actions: [<RangePicker chosen={chosen} most={MOST_DAYS} />] }),
        <WhenSeen>
          <FindingsPanel filter={{}} title={t('nav.findings')} always />
        </WhenSeen>,
      ];
    };
  },
}));

function legend(): VNodeChild {
  return (
    <span class='board-legend'>
      {(['good', 'low', 'bad', 'none'] as const).map((each) => (
        <span key={each}>
          <span class={['cell', each]} aria-hidden='true'></span>{' '}
          {each === 'none' ? t('outlet.noData') : t(`quality.${each}`)}
        </span>
      ))}
    </span>
  );
}

/** What a day is assessed by. */
function assessed(day: Pick<Day, 'completeness' | 'validity'>): number | null {
  return day.validity ?? day.completeness ?? null;
}

function columns(rows: readonly Station[], scope: string): Column<Station>[] {
  const dates = rows[0]?.days.map((each) => each.date) ?? [];
  return [
    {
      key: 'name',
      code: 'name',
      title: t(scope === 'outlet' ? 'column.outlet' : 'column.enterprise'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) =>
        link(
          scope === 'outlet' ? pathOf('outlets', row.id) : `${pathOf('enterprises', row.id)}?tab=meters`,
          say(row.name),
        ),
    },
    {
      key: 'enterprise',
      title: t('column.enterprise'),
      class: 'fold',
      extra: scope !== 'outlet',
      sort: (row) => say(row.enterprise?.name),
      group: (row) => say(row.enterprise?.name) || null,
      cell: (
        row,
      ) => (row.enterprise
        ? link(pathOf('enterprises', row.enterprise.id), say(row.enterprise.name), { class: 'soft' })
        : null),
    },
    {
      key: 'total',
      number: true,
      title: t(scope === 'outlet' ? 'column.validity' : 'column.completeness'),
      sort: (row) => assessed(row.total),
      cell: (row) => <strong>{percent(assessed(row.total))}</strong>,
    },
    ...dates.map((date, i): Column<Station> => ({
      key: date,
      title: date.slice(5),
      class: 'board',
      sort: (row) => (row.days[i] ? assessed(row.days[i]) : null),
      text: (row) => (row.days[i] ? percent(assessed(row.days[i])) : ''),
      cell: (row) => dayCell(row.days[i]),
    })),
  ];
}

function dayCell(day: Day | undefined): VNodeChild {
  const value = day ? assessed(day) : null;
  if (day && value === null && day.date >= today()) {
    return <span class='cell none' {...hint(t('quality.running'))}>{t('quality.runningShort')}</span>;
  }
  const tone = value === null ? 'none' : value >= ENOUGH ? 'good' : value >= HALF ? 'low' : 'bad';
  return <span class={['cell', tone]} {...hint(day ? dayText(day) : t('figure.unknown'))}>{percent(value)}</span>;
}

function dayText(day: Day): string {
  return [
    day.date,
    day.completeness == null ? null : t('figure.completeness', { share: share(day.completeness) }),
    day.validity == null ? null : t('quality.validityOf', { share: share(day.validity) }),
  ].filter(Boolean).join('\n');
}

function percent(value: number | null): string {
  return value === null ? '—' : `${Math.floor(value * 100 + 1e-6)} %`;
}
