// Closing of months: how the months of all parks stand, and what of closed ones changed since.
import { objectionMark } from '../objections/mark.tsx';
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Answers, ClosedFigureChange, ClosingLine } from '#api';
import { live, post, query } from '../api.ts';
import { differenceText, fieldText, valueText } from '../closingmark.tsx';
import { stateBadge } from './closing.tsx';
import { useForm, valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { address, param, pathOf } from '../route.ts';
import { pageOf } from '../standing.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

const MOST = 10_000;
const STATES = ['DUE', 'OPEN', 'CLOSED', 'RUNNING'] as const;

type Difference = Answers['/closing-differences']['rows'][number];

/** The choice of a month, for lists of many. */
function monthField(month: { value: string }): VNode {
  return (
    <input
      type='month'
      aria-label={t('closing.month')}
      value={month.value}
      onChange={(event: Event) => (month.value = valueOf(event))}
    />
  );
}

export const ClosingsPage = defineComponent({
  setup() {
    const month = param('month');
    const park = param('park');
    const path = computed(() => query('/closings', { month: month.value, park: park.value, limit: MOST }));
    const found = live<'/closings'>(() => path.value, 30);

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.closings')}>
          {{
            actions: () => [link('/closing-differences', t('closing.toDifferences'), { class: 'button' })],
            default: () =>
              [t('closing.note'), it?.closeOnDay ? t('closing.byItself', { day: it.closeOnDay }) : ''].join(' '),
          }}
        </PageHead>,
        stale(found),
        panel(t('nav.closings'), [
          <div class='filters'>{monthField(month)}</div>,
          it
            ? (
              <DataTable
                name='closings'
                label={t('nav.closings')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: ClosingLine) => `${row.park.id}:${row.month}`}
                file={path.value}
              />
            )
            : waiting(found),
        ]),
        isAny(['officer'])
          ? <CloseEverywhere onClosed={() => void Promise.all([found.refresh(), askWaiting()])} />
          : null,
      ];
    };
  },
});

function columns(): Column<ClosingLine>[] {
  return [
    {
      key: 'park',
      code: 'park',
      title: t('closing.park'),
      class: 'name',
      sort: (row) => say(row.park.name),
      group: (row) => say(row.park.name),
      cell: (row) => say(row.park.name),
    },
    {
      key: 'month',
      code: 'month',
      title: t('closing.month'),
      sort: (row) => row.month,
      cell: (row) => link(pathOf('closings', `${row.park.id}:${row.month}`), row.month),
    },
    {
      key: 'state',
      code: 'state',
      title: t('closing.state'),
      sort: (row) => STATES.indexOf(row.state),
      group: (row) => t(`closing.state.${row.state}`),
      cell: (row) => [
        stateBadge(row.state),
        row.reopening === null ? null : [' ', badge('warn', t('closing.waits'))],
      ],
    },
    {
      key: 'closedAt',
      code: 'closedAt',
      title: t('closing.closedBy'),
      sort: (row) => row.closedAt,
      text: (row) => `${row.closedBy ?? ''} ${row.closedAt ?? ''}`,
      cell: (row) =>
        row.closedAt
          ? [
            row.closedBy,
            <span class='sub'>
              {time(row.closedAt)}
              {row.edition && row.edition > 1 ? ` · ${t('closing.edition', { n: row.edition })}` : ''}
            </span>,
          ]
          : '—',
    },
    {
      key: 'reason',
      code: 'reason',
      title: t('closing.reason'),
      class: 'fold',
      sort: (row) => row.reason,
      cell: (row) =>
        row.reason
          ? [row.reason, row.openPoints ? <span class='sub'>{t('closing.points', { n: row.openPoints })}</span> : null]
          : '—',
    },
    {
      key: 'differing',
      code: 'differing',
      title: t('closing.differing'),
      sort: (row) => row.differing,
      text: (row) => String(row.differing),
      cell: (row) =>
        row.differing
          ? link(
            address('/closing-differences', { park: row.park.id, month: row.month }),
            t('closing.differingCount', { n: row.differing }),
            { class: 'warn-text' },
          )
          : '—',
    },
  ];
}

/** A month of every park that is not closed yet. */
const CloseEverywhere = defineComponent({
  emits: { closed: () => true },
  setup(_, { emit }) {
    const results = ref<string[]>([]);
    const form = useForm(async (fields) => {
      const done = await post<'/closings'>('/closings', {
        month: String(fields.get('month') ?? ''),
        reason: String(fields.get('reason') ?? '').trim() || null,
      });
      results.value = done.parks.length
        ? done.parks.map((each) =>
          each.closed
            ? t('closing.districtClosed', { park: say(each.park.name) })
            : t('closing.districtNot', { park: say(each.park.name), why: say(each.why) })
        )
        : [t('closing.districtNothing')];
      emit('closed');
    });
    return () =>
      panel(t('closing.district'), [
        <p class='hint'>{t('closing.districtHow')}</p>,
        <form class='people-form' onSubmit={form.submit}>
          <label>
            {t('closing.month')}
            <input type='month' name='month' required />
          </label>
          <label>
            {t('closing.why')}
            <textarea name='reason' rows={2} maxlength={2000}></textarea>
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('closing.close')}</button>
          </div>
        </form>,
        <ul role='status'>{results.value.map((each) => <li>{each}</li>)}</ul>,
      ]);
  },
});

export const DifferencesPage = defineComponent({
  setup() {
    const month = param('month');
    const park = param('park');
    const path = computed(() => query('/closing-differences', { month: month.value, park: park.value, limit: MOST }));
    const found = live<'/closing-differences'>(() => path.value, 60);
    const parks = live<'/parks'>(() => '/parks', 300);

    const filters = () => (
      <div class='filters'>
        {monthField(month)}
        <select
          aria-label={t('closing.park')}
          value={park.value}
          onChange={(event: Event) => (park.value = valueOf(event))}
        >
          <option value=''>{t('closing.all')}</option>
          {parks.data.value?.parks.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
        </select>
      </div>
    );

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.closingDifferences')} crumbs={[['/closings', t('nav.closings')]]}>
          {{ default: () => (it ? t('closing.differencesNote', { n: it.closedMonths }) : null) }}
        </PageHead>,
        stale(found),
        panel(t('nav.closingDifferences'), [
          filters(),
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='closing-differences'
                label={t('nav.closingDifferences')}
                columns={differenceColumns()}
                rows={it.rows}
                rowKey={(row: Difference) => `${row.month} ${row.scope} ${row.id} ${row.field} ${row.basis}`}
                file={path.value}
              />
            )
            : empty(t('closing.differencesNone'), t('closing.differencesNoneAdvice')),
        ]),
      ];
    };
  },
});

function differenceColumns(): Column<Difference>[] {
  const of = (row: Difference): ClosedFigureChange => row;
  return [
    {
      key: 'month',
      code: 'month',
      title: t('closing.month'),
      sort: (row) => row.month,
      cell: (row) => link(pathOf('closings', `${row.park.id}:${row.month}`), `${row.month} ${say(row.park.name)}`),
    },
    {
      key: 'subject',
      code: 'subject',
      title: t('closing.subject'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => link(pageOf(row), say(row.name)),
    },
    {
      key: 'what',
      code: 'what',
      title: t('closing.figure'),
      sort: (row) => row.field,
      cell: (row) => fieldText(of(row)),
    },
    {
      key: 'closed',
      code: 'closed',
      number: true,
      title: t('closing.closedValue'),
      text: (row) => row.closed ?? '',
      cell: (row) => valueText(row.field, row.closed),
    },
    {
      key: 'present',
      code: 'present',
      number: true,
      title: t('closing.presentValue'),
      text: (row) => row.present ?? '',
      cell: (row) => valueText(row.field, row.present),
    },
    {
      key: 'difference',
      code: 'difference',
      number: true,
      title: t('closing.difference'),
      sort: (row) => (row.difference === null ? null : Number(row.difference)),
      text: (row) => row.difference ?? '',
      cell: (row) => differenceText(of(row)),
    },
    {
      key: 'since',
      code: 'since',
      title: t('closing.sinceColumn'),
      sort: (row) => row.since,
      cell: (row) => (row.since ? time(row.since) : '—'),
    },
    {
      key: 'objection',
      code: 'objection',
      title: t('closing.objection'),
      sort: (row) => row.objection?.number ?? null,
      text: (row) => row.objection?.number ?? '',
      cell: (row) => objectionMark(row.objection) ?? '—',
    },
  ];
}
