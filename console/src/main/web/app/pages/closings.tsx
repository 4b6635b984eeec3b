// Closing of months: how the months of all parks stand, one of them with its checklist or its figures, and what changed since.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Answers, ClosedFigureChange, ClosingDetail, ClosingLine } from '#api';
import { live, post, query } from '../api.ts';
import { closingBadge, differenceText, fieldText, valueText } from '../closingmark.tsx';
import { useForm, valueOf } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { isAny } from '../rights.ts';
import { address, param, pathOf } from '../route.ts';
import { pageOf } from '../standing.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;
const TONES: Record<ClosingLine['state'], Tone> = { RUNNING: 'quiet', OPEN: 'info', DUE: 'warn', CLOSED: 'good' };
const STATES = ['DUE', 'OPEN', 'CLOSED', 'RUNNING'] as const;

type Difference = Answers['/closing-differences']['rows'][number];
type Closed = ClosingDetail['figures'][number];

function stateBadge(state: ClosingLine['state']): VNode {
  return badge(TONES[state], t(`closing.state.${state}`));
}

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
        isAny(['officer']) ? <CloseEverywhere onClosed={found.refresh} /> : null,
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

export const ClosingPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const colon = props.id.lastIndexOf(':');
    const own = `${pathOf('closings', props.id.slice(0, colon))}/${props.id.slice(colon + 1)}`;
    const edition = param('edition');
    const found = live<'/closings/{id}/{period}'>(() => query(own, { edition: edition.value }), 60);

    const close = useForm(async (fields) => {
      const done = await post<'/closings/{id}/{period}'>(own, {
        reason: String(fields.get('reason') ?? '').trim() || null,
      });
      announce(t('closing.done', { month: done.month }));
      void found.refresh();
    });
    const asked = ref<string | null>(null);
    const reopen = useForm(async (fields) => {
      const done = await post<'/closings/{id}/{period}/reopening'>(`${own}/reopening`, {
        reason: String(fields.get('reason') ?? '').trim(),
        emergency: fields.get('emergency') === 'on',
      });
      asked.value = done.applied
        ? t('closing.opened', { month: found.data.value?.month ?? '' })
        : t('closing.asked', { n: done.review.request ?? '' });
      announce(asked.value);
      void found.refresh();
    });

    const closing = (it: ClosingDetail) => (
      <form class='people-form' onSubmit={close.submit}>
        <p class='hint'>{t('closing.closeHow')}</p>
        {it.points.length
          ? (
            <label>
              {t('closing.why')}
              <textarea name='reason' rows={2} maxlength={2000} required></textarea>
            </label>
          )
          : null}
        {close.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={close.busy.value}>{t('closing.close')}</button>
        </div>
      </form>
    );

    const reopening = (it: ClosingDetail) =>
      it.reopening !== null
        ? (
          <p class='stale'>
            {t('closing.asked', { n: it.reopening })}{' '}
            {link(pathOf('reviews', String(it.reopening)), t('closing.toReview'))}
          </p>
        )
        : (
          <form class='people-form' onSubmit={reopen.submit}>
            <label>
              {t('closing.reopenWhy')}
              <textarea name='reason' rows={2} maxlength={2000} required></textarea>
            </label>
            <label class='check'>
              <input type='checkbox' name='emergency' /> {t('closing.emergency')}
            </label>
            {reopen.message()}
            <div class='buttons'>
              <button type='submit' disabled={reopen.busy.value}>{t('closing.reopen')}</button>
            </div>
          </form>
        );

    const checklist = (it: ClosingDetail) =>
      it.state === 'RUNNING'
        ? empty(t('closing.notOver'), t('closing.notOverAdvice'))
        : it.points.length
        ? <ul>{it.points.map((each) => <li>{say(each.text)}</li>)}</ul>
        : empty(t('closing.nothingOpen'), t('closing.nothingOpenAdvice'));

    const editions = (it: ClosingDetail) => (
      <ol class='named'>
        {it.editions.map((each) => (
          <li key={each.edition}>
            <span class='named-what'>
              {t('closing.edition', { n: each.edition })} · {each.closedBy}
              <span class='sub'>{time(each.closedAt)}</span>
              {each.reason ? <span class='sub'>{each.reason}</span> : null}
              {each.points.length
                ? (
                  <details>
                    <summary>{t('closing.points', { n: each.points.length })}</summary>
                    <ul>{each.points.map((p) => <li>{say(p.text)}</li>)}</ul>
                  </details>
                )
                : null}
            </span>
            <span class='named-mark'>
              {each.edition === it.edition
                ? null
                : (
                  <button type='button' onClick={() => (edition.value = String(each.edition))}>
                    {t('closing.show')}
                  </button>
                )}
            </span>
          </li>
        ))}
      </ol>
    );

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/closings', t('nav.closings')]];
      if (!it) {
        return [<PageHead title={t('nav.closings')} crumbs={crumbs} />, waiting(found)];
      }
      const officer = isAny(['officer']);
      const former = edition.value !== '';
      return [
        <PageHead title={t('closing.title', { park: say(it.park.name), month: it.month })} crumbs={crumbs}>
          {{ marks: () => stateBadge(it.state), default: () => t('closing.note') }}
        </PageHead>,
        stale(found),
        asked.value ? <p class='done' role='status'>{asked.value}</p> : null,
        it.state === 'CLOSED' ? null : panel(
          t('closing.checklist'),
          [checklist(it), officer && it.state !== 'RUNNING' ? closing(it) : null],
          { note: it.points.length ? t('closing.points', { n: it.points.length }) : null },
        ),
        it.figures.length
          ? panel(
            former ? t('closing.former', { n: it.edition ?? '' }) : t('closing.figures'),
            <DataTable
              name='closed-figures'
              label={t('closing.figures')}
              columns={figureColumns(former)}
              rows={it.figures}
              rowKey={(row: Closed) => `${row.scope} ${row.id}`}
            />,
          )
          : null,
        it.editions.length ? panel(t('closing.editions'), editions(it)) : null,
        officer && it.state === 'CLOSED' ? panel(t('closing.reopen'), reopening(it)) : null,
      ];
    };
  },
});

/** What was closed, of both bases; what differs now is marked. */
function figureColumns(former: boolean): Column<Closed>[] {
  const value = (key: string, title: string, of: (row: Closed) => string | null, field: string): Column<Closed> => ({
    key,
    number: true,
    title,
    sort: (row) => (of(row) === null ? null : Number(of(row))),
    text: (row) => of(row) ?? '',
    cell: (row) => valueText(field, of(row)),
  });
  const basis = (row: Closed, name: string) => row.closed.bases[name];
  return [
    {
      key: 'subject',
      title: t('closing.subject'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => link(pageOf(row), say(row.name)),
    },
    ...(former ? [] : [
      {
        key: 'changed',
        title: t('closing.differing'),
        sort: (row: Closed) => -row.changes.length,
        text: (row: Closed) => String(row.changes.length),
        cell: (row: Closed) =>
          closingBadge({ edition: 0, closedAt: null, changes: row.changes, since: row.since }, true) ?? '—',
      },
    ]),
    value(
      'tce',
      fieldText({ field: 'tce', basis: 'EQUIVALENT' }),
      (row) => basis(row, 'equivalent')?.tce ?? null,
      'tce',
    ),
    value(
      'tceEqual',
      fieldText({ field: 'tce', basis: 'EQUAL_VALUE' }),
      (row) => basis(row, 'equal-value')?.tce ?? null,
      'tce',
    ),
    value('iva', t('closing.field.ivaCny'), (row) => row.closed.ivaCny, 'ivaCny'),
    value('output', t('closing.field.outputCny'), (row) => row.closed.outputCny, 'outputCny'),
    value(
      'intensity',
      fieldText({ field: 'tcePer10kCny', basis: 'EQUIVALENT' }),
      (row) => basis(row, 'equivalent')?.tcePer10kCny ?? null,
      'tcePer10kCny',
    ),
    {
      key: 'level',
      title: t('closing.field.level'),
      sort: (row) => basis(row, 'equivalent')?.level ?? null,
      cell: (row) => valueText('level', basis(row, 'equivalent')?.level ?? null),
    },
    {
      key: 'completeness',
      number: true,
      title: t('column.completeness'),
      sort: (row) => row.closed.completeness,
      cell: (row) => (row.closed.completeness === null ? '—' : `${Math.floor(row.closed.completeness * 100)} %`),
    },
  ];
}

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
  ];
}
