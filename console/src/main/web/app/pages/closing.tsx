// A month of a park: its checklist and closing it; then its figures as they were and as they are, and asking for it to be reopened.
import { objectionMark } from '../objections/mark.tsx';
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { ClosingDetail, ClosingLine } from '#api';
import { live, post, query } from '../api.ts';
import { closingBadge, fieldText, valueText } from '../closingmark.tsx';
import { useForm } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { isAny } from '../rights.ts';
import { param, pathOf } from '../route.ts';
import { pageOf } from '../standing.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

const TONES: Record<ClosingLine['state'], Tone> = { RUNNING: 'quiet', OPEN: 'info', DUE: 'warn', CLOSED: 'good' };

type Closed = ClosingDetail['figures'][number];

export function stateBadge(state: ClosingLine['state']): VNode {
  return badge(TONES[state], t(`closing.state.${state}`));
}

/** Numbers of the open objections that the checklist has. */
function objections(it: ClosingDetail): string[] {
  return it.points.flatMap((each) => (each.kind === 'OBJECTION' && each.detail ? [each.detail] : []));
}

/** A line of the checklist, with the way to where it is decided. */
function pointLine(each: ClosingDetail['points'][number]): VNode {
  const number = each.kind === 'OBJECTION' ? each.detail : null;
  return <li>{number ? link(pathOf('objections', number), say(each.text)) : say(each.text)}</li>;
}

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
        // What was on the page when it was confirmed, not what came meanwhile.
        objections: fields.getAll('objections').flatMap((each) => String(each).split(' ')),
      });
      announce(t('closing.done', { month: done.month }));
      void found.refresh();
      void askWaiting();
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
        {objections(it).length
          ? (
            <label class='check'>
              <input type='checkbox' name='objections' value={objections(it).join(' ')} required />{' '}
              {t('closing.objections', { list: objections(it).join(', ') })}
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
        ? <ul>{it.points.map(pointLine)}</ul>
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
                    <ul>{each.points.map(pointLine)}</ul>
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
      cell: (row) => [link(pageOf(row), say(row.name)), ' ', objectionMark(row.objection)],
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
