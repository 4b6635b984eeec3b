// The data quality board: every station by every day, what arrived, what of it is valid, when it was silent.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { RangePicker } from '../chart/rangepicker.tsx';
import { notAccepted } from '../devicewords.tsx';
import { share } from '../format.ts';
import { FindingsPanel } from '../findings.ts';
import { hint } from '../hints.ts';
import { dated, today } from '../health.ts';
import { PageHead } from '../page.tsx';
import { choice, empty, link, panel, stale, waiting, way } from '../parts.ts';
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

const KINDS = { OUTLET: 'quality.outlets', METER: 'quality.meters' } as const;

/** The API tells of so many days at once. */
const MOST_DAYS = 100;

export const QualityPage = dated(defineComponent({
  setup() {
    // Today is not over: with it the last seven days would be six, and others than those of the list of outlets.
    const chosen = useSpan('7d', ['day'], () => 'day', true);
    const scope = param('scope', 'all');
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
    /** The file has just what is shown. */
    const file = computed(() => low.value ? `${path.value}&below=${ENOUGH * 100}` : path.value);
    const board = live<'/data-quality'>(() => path.value, 60);
    return () => {
      const it = board.data.value;
      const below = it?.rows.filter(isLow) ?? [];
      const rows = low.value ? below : it?.rows ?? [];
      return [
        <PageHead title={t('nav.quality')}>
          {{ actions: () => way('/findings', t('nav.findings'), { class: 'button' }) }}
        </PageHead>,
        stale(board),
        panel(t('quality.board'), [
          <div class='filters'>
            {choice(
              t('quality.scope'),
              [['all', t('cases.all')], ['outlet', t('quality.outlets')], ['meter', t('quality.meters')]],
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
              {it ? t('quality.onlyLowCount', { n: below.length, all: it.rows.length }) : t('quality.onlyLow')}
            </label>
            {legend()}
          </div>,
          !it ? waiting(board) : rows.length
            ? (
              <DataTable
                name='quality'
                label={t('quality.board')}
                columns={columns(rows)}
                rows={rows}
                rowKey={(row: Station) => row.id}
                initial={{ key: 'total', down: false }}
                group='enterprise'
                file={file.value}
              />
            )
            : empty(t('quality.none'), t('quality.noneAdvice')),
          <p class='hint'>{t('quality.validityWhy')} {t('quality.completenessWhy')}</p>,
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

/** As it is shown, cut to whole percent; a station from which nothing was due, or that is not accepted, is not below anything. */
function isLow(row: Station): boolean {
  const value = assessed(row.total);
  return row.accepted && value !== null && Math.floor(value * 100 + 1e-6) < ENOUGH * 100;
}

/** What the stations of an enterprise come to: their mean, and how many of them are below. */
function together(rows: Station[]): VNodeChild {
  const known = rows.map((row) => assessed(row.total)).filter((each) => each !== null);
  const low = rows.filter(isLow).length;
  return known.length
    ? [
      t('quality.mean', { share: share(known.reduce((sum, each) => sum + each, 0) / known.length) }),
      low ? <span class='sub warn-text'>{t('quality.lowCount', { n: low })}</span> : null,
    ]
    : '—';
}

function columns(rows: readonly Station[]): Column<Station>[] {
  const dates = rows[0]?.days.map((each) => each.date) ?? [];
  return [
    {
      key: 'name',
      code: 'name',
      title: t('quality.station'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => [
        link(pathOf(row.kind === 'OUTLET' ? 'outlets' : 'points', row.id), say(row.name)),
        ' ',
        notAccepted(!row.accepted),
      ],
    },
    {
      key: 'kind',
      code: 'kind',
      title: t('column.medium'),
      sort: (row) => t(KINDS[row.kind]),
      group: (row) => t(KINDS[row.kind]),
      cell: (row) => t(KINDS[row.kind]),
    },
    {
      key: 'enterprise',
      code: 'enterprise',
      title: t('column.enterprise'),
      class: 'fold',
      sort: (row) => say(row.enterprise.name),
      group: (row) => say(row.enterprise.name),
      cell: (row) => link(pathOf('enterprises', row.enterprise.id), say(row.enterprise.name), { class: 'soft' }),
    },
    {
      key: 'total',
      code: 'total.assessed',
      number: true,
      title: t('quality.assessed'),
      sort: (row) => assessed(row.total),
      summary: together,
      text: (row) => share(assessed(row.total)),
      cell: (row) => (
        <strong class={isLow(row) ? 'warn-text' : undefined} {...hint(totalText(row))}>
          {share(assessed(row.total))}
        </strong>
      ),
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
  return [day.date, ...ratesText(day)].join('\n');
}

function totalText(row: Station): string {
  return ratesText(row.total).join('\n');
}

function ratesText(day: Pick<Day, 'completeness' | 'validity'>): string[] {
  return [
    day.completeness == null ? null : t('figure.completeness', { share: share(day.completeness) }),
    day.validity == null ? null : t('quality.validityOf', { share: share(day.validity) }),
  ].filter((each) => each !== null);
}

function percent(value: number | null): string {
  return value === null ? '—' : `${Math.floor(value * 100 + 1e-6)} %`;
}
