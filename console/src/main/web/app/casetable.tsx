// Cases as a table, wherever some of them are shown; on the page of cases they can be chosen, to be done something with.
import { objectionMark } from './objections/mark.tsx';
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { ownerWords } from './caseowner.tsx';
import { aboutLink, caseBadge, caseFigure, caseLimit } from './casewords.tsx';
import { beneathOf, explainedMark, folded } from './explained.tsx';
import { dateTime } from './format.ts';
import { handlingColumns } from './handling/words.tsx';
import { link, sortable, time } from './parts.ts';
import { mayAcknowledge } from './rights.ts';
import { pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';

export const CaseTable = defineComponent({
  props: {
    cases: { type: Array as PropType<Alert[]>, required: true },
    withAbout: { type: Boolean, default: true },
    name: { type: String, default: null },
    file: { type: String as PropType<string | null>, default: null },
    /** Ids of those that are chosen, to be done something with; none can be chosen without it. */
    chosen: { type: Object as PropType<Set<string> | null>, default: null },
  },
  setup(props) {
    return () => {
      const { rows, beneath } = folded(props.cases);
      return (
        <DataTable
          name={props.name}
          file={props.file}
          label={t('nav.cases')}
          columns={columns(props.withAbout, props.chosen, beneath)}
          rows={rows}
          rowKey={(row: Alert) => row.id}
          tone={(row: Alert) => (row.state === 'OPEN' ? null : 'past')}
          initial={{ key: 'raised', down: true }}
        />
      );
    };
  },
});

function columns(
  withAbout: boolean,
  chosen: Set<string> | null,
  beneath: ReadonlyMap<string, Alert[]>,
): Column<Alert>[] {
  const all: (Column<Alert> | null)[] = [
    chosen
      ? {
        key: 'choose',
        title: t('owner.choose'),
        class: 'choose',
        text: () => '',
        cell: (row) =>
          row.state === 'OPEN'
            ? (
              <input
                type='checkbox'
                aria-label={t('owner.chooseOne', { title: say(row.title) })}
                checked={chosen.has(row.id)}
                onChange={() => chosen.has(row.id) ? chosen.delete(row.id) : chosen.add(row.id)}
              />
            )
            : null,
      }
      : null,
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => `${row.state} ${row.acknowledgedBy ? 1 : 0}`,
      text: (row) => word('state', row.state),
      cell: (row) => [
        caseBadge(row),
        row.trial ? <span class='trial'>{t('case.trial')}</span> : null,
        ' ',
        objectionMark(row.objection),
      ],
    },
    ...handlingColumns(),
    {
      key: 'rule',
      code: 'rule',
      title: t('column.rule'),
      class: 'fold',
      sort: (row) => word('rule', row.rule),
      group: (row) => word('rule', row.rule),
      cell: (row) => word('rule', row.rule),
    },
    {
      key: 'title',
      code: 'title',
      title: t('column.case'),
      class: 'wide',
      sort: (row) => say(row.title),
      cell: (row) => (
        <div>
          {link(pathOf('cases', row.id), say(row.title))}
          {row.handling ? <span class='sub case-number'>{row.handling.number}</span> : null}
          {explainedMark(row)}
          {beneathOf(beneath.get(row.id))}
        </div>
      ),
    },
    withAbout
      ? {
        key: 'about',
        code: 'about',
        title: t('column.about'),
        class: 'fold',
        sort: (row) => say(row.about.name),
        group: (row) => say(row.about.name),
        cell: (row) => [
          aboutLink(row, { class: 'soft' }),
          row.scope === 'ENTERPRISE' ? null : <span class='sub'>{t(`scope.${row.scope}`)}</span>,
        ],
      }
      : null,
    {
      key: 'figure',
      code: 'figure',
      number: true,
      title: t('column.figure'),
      sort: (row) => sortable(row.figure),
      text: (row) => row.figure ?? '',
      cell: caseFigure,
    },
    {
      key: 'limit',
      code: 'limit',
      number: true,
      title: t('column.limit'),
      sort: (row) => sortable(row.limit),
      text: (row) => caseLimit(row),
      cell: caseLimit,
    },
    {
      key: 'raised',
      code: 'raisedAt',
      title: t('column.raised'),
      sort: (row) => row.raisedAt,
      cell: (row) => [time(row.raisedAt), <span class='sub'>{t('case.since', { time: dateTime(row.since) })}</span>],
    },
    {
      key: 'owner',
      code: 'owner',
      title: t('column.owner'),
      sort: (row) => say(row.owner?.name) || null,
      group: (row) => say(row.owner?.name) || null,
      text: (row) => say(row.owner?.name),
      cell: (row) => ownerWords(row) ?? '—',
    },
    {
      key: 'acknowledged',
      code: 'acknowledgedBy',
      title: t('column.acknowledged'),
      sort: (row) => row.acknowledgedBy,
      cell: (row) =>
        row.acknowledgedBy
          ? [row.acknowledgedBy, comment(row)]
          : row.state === 'OPEN' && mayAcknowledge()
          ? link(pathOf('cases', row.id), t('case.acknowledge'), { class: 'button' })
          : '—',
    },
  ];
  return all.filter((each) => each !== null);
}

/** What was said when it was acknowledged. */
function comment(row: Alert): VNode | null {
  const said = row.steps.filter((each) => each.kind === 'ACKNOWLEDGED').at(-1)?.comment;
  return said ? <span class='sub said'>{said}</span> : null;
}
