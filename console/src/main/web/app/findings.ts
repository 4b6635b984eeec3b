// What was noticed about points, and replacements of meters that the readings suggest; for pages that show them.
import { defineComponent, h } from 'vue';
import type { PropType, VNode, VNodeChild } from 'vue';
import type { Answers, Finding, ReplacementProposal } from '#api';
import { say, t } from './text.ts';
import { live, post, query } from './api.ts';
import { badge, empty, link, panel, time, waiting } from './parts.ts';
import { notAccepted } from './devicewords.tsx';
import { DataTable } from './table/table.tsx';
import type { Tone } from './parts.ts';
import type { Column } from './table/column.ts';
import { dateTime, unitText } from './format.ts';
import { useForm } from './form.ts';
import type { Form } from './form.ts';
import { isAny } from './rights.ts';
import { pathOf } from './route.ts';

const REFRESH_SECONDS = 30;
const TONES: Partial<Record<Finding['kind'], Tone>> = {
  LIKE_REPLACED: 'bad',
  FALL_THAT_STAYED: 'bad',
  SECOND_CLOCK: 'bad',
  EXCURSION: 'info',
  FREEZE: 'info',
  OVERLAPPED: 'info',
};

/** Rows of the findings, with what to do about each kind below. */
export function findingsTable(
  found: Answers['/findings'],
  { withEnterprise = true, label }: { withEnterprise?: boolean; label?: string } = {},
): VNodeChild[] {
  const texts = new Map(found.kinds.map((each) => [each.kind, each.text]));
  const all: (Column<Finding> | null)[] = [
    {
      key: 'kind',
      title: t('findings.what'),
      class: 'fold',
      sort: (row) => say(texts.get(row.kind)),
      cell: (row) => badge(TONES[row.kind] ?? 'warn', say(texts.get(row.kind)), row.kind),
    },
    {
      key: 'point',
      title: t('column.point'),
      class: 'name',
      sort: (row) => say(row.point.name),
      cell: (
        row,
      ) => [
        link(pathOf('points', row.point.id), say(row.point.name)),
        h('code', { class: 'sub' }, row.point.id),
        notAccepted(!row.accepted),
      ],
    },
    withEnterprise
      ? {
        key: 'enterprise',
        title: t('column.enterprise'),
        class: 'fold',
        sort: (row) => say(row.enterprise.name),
        cell: (row) =>
          link(`/enterprises/${encodeURIComponent(row.enterprise.id)}`, say(row.enterprise.name), { class: 'soft' }),
      }
      : null,
    {
      key: 'to',
      title: t('findings.data'),
      sort: (row) => row.to,
      cell: (
        row,
      ) => [
        time(row.to),
        row.from === row.to ? null : h('span', { class: 'sub' }, t('findings.since', { time: dateTime(row.from) })),
      ],
    },
    { key: 'count', number: true, title: t('column.count'), sort: (row) => row.count, cell: (row) => `×${row.count}` },
    { key: 'reason', title: t('findings.newest'), class: 'wide', cell: (row) => say(row.reasonText) },
    {
      key: 'device',
      title: t('column.device'),
      class: 'fold',
      sort: (row) => row.device,
      cell: (row) => link(pathOf('devices', row.device), h('code', row.device)),
    },
  ];
  const columns = all.filter((each) => each !== null);
  return [
    h(DataTable, {
      label: label ?? t('nav.findings'),
      columns,
      rows: found.findings,
      rowKey: (row: Finding) => `${row.kind} ${row.point.id} ${row.from}`,
    }),
    found.more ? h('p', { class: 'hint' }, t('findings.more', { n: found.more })) : null,
    h(
      'dl',
      { class: 'facts advice' },
      found.kinds.flatMap((each) => [h('dt', say(each.text)), h('dd', say(each.advice))]),
    ),
  ];
}

/** Parameters of the API that choose what is shown. */
type Filter = Record<string, string>;

/** A panel of the findings of an enterprise, or of those for the operator; gone where there are none, unless told otherwise. */
export const FindingsPanel = defineComponent({
  props: {
    filter: { type: Object as PropType<Filter>, required: true },
    title: { type: String, required: true },
    always: { type: Boolean, default: false },
  },
  setup(props) {
    const found = live<'/findings'>(() => query('/findings', { ...props.filter, limit: 50 }), REFRESH_SECONDS);
    return () => {
      const it = found.data.value;
      if (!it) {
        return panel(props.title, waiting(found));
      }
      if (!it.findings.length) {
        return props.always ? panel(props.title, empty(t('findings.none'), t('findings.noneAdvice'))) : null;
      }
      return panel(props.title, findingsTable(it, { withEnterprise: !props.filter.enterprise, label: props.title }), {
        note: t('findings.note'),
      });
    };
  },
});

/** Replacements of meters that wait for a decision; nothing where there are none. */
export const ProposalsPanel = defineComponent({
  props: { filter: { type: Object as PropType<Filter>, required: true } },
  setup(props) {
    const found = live<'/proposals'>(() => query('/proposals', props.filter), REFRESH_SECONDS);
    return () => {
      const all = found.data.value?.proposals ?? [];
      return all.length
        ? panel(t('proposals.title'), [
          h('p', { class: 'hint' }, t('proposals.note')),
          ...all.map((each) => h(Proposal, { key: each.id, it: each, onDone: found.refresh })),
        ], {
          note: t('proposals.open', {
            n: `${all.filter((each) => each.state === 'OPEN').length}${found.data.value?.next ? '+' : ''}`,
          }),
        })
        : null;
    };
  },
});

const Proposal = defineComponent({
  props: { it: { type: Object as PropType<ReplacementProposal>, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      await post<'/proposals/{id}/decline'>(`${pathOf('proposals', props.it.id)}/decline`, {
        comment: fields.get('comment'),
      });
      emit('done');
    });
    return () => {
      const it = props.it;
      const value = (text: string, unit: string) => [h('strong', text), ` ${unitText(unit)}`];
      return h('article', { class: 'proposal', 'aria-label': say(it.point.name) }, [
        h('h3', [
          say(it.point.name),
          ' ',
          h('code', it.point.id),
          ' ',
          it.declined ? badge('quiet', t('proposals.declined')) : badge('bad', t('proposals.waits')),
        ]),
        h('p', say(it.reasonText)),
        h('dl', { class: 'facts' }, [
          h('dt', t('column.enterprise')),
          h('dd', link(`/enterprises/${encodeURIComponent(it.enterprise.id)}`, say(it.enterprise.name))),
          h('dt', t('proposals.lastOld')),
          h('dd', time(it.lastOld)),
          h('dt', t('proposals.at')),
          h('dd', time(it.at)),
          h('dt', t('proposals.oldEnd')),
          h('dd', value(it.oldEnd, it.oldEndUnit)),
          h('dt', t('proposals.newStart')),
          h('dd', value(it.newStart, it.newStartUnit)),
          ...(it.declined
            ? [
              h('dt', t('proposals.declined')),
              h('dd', [time(it.declined.at), ` ${it.declined.by}: ${it.declined.comment}`]),
            ]
            : []),
        ]),
        it.declined || !isAny(['officer', 'operator']) ? null : decide(it, form),
      ]);
    };
  },
});

function decide(it: ReplacementProposal, form: Form): VNode[] {
  return [
    h('details', { class: 'excerpt' }, [
      h('summary', t('proposals.accept')),
      h('p', { class: 'hint' }, t('proposals.acceptHint')),
      h('p', t('proposals.byApi')),
      h('pre', JSON.stringify(it.change, null, 2)),
      h('p', t('proposals.byFile')),
      h('pre', it.fileLines),
    ]),
    h('details', { class: 'excerpt' }, [
      h('summary', t('proposals.decline')),
      h('form', { onSubmit: form.submit, class: 'acknowledge' }, [
        h('label', [
          t('proposals.comment'),
          h('textarea', {
            name: 'comment',
            rows: 2,
            maxlength: 2000,
            required: true,
            placeholder: t('proposals.commentHint'),
          }),
        ]),
        form.message(),
        h('button', { disabled: form.busy.value }, t('proposals.decline')),
      ]),
    ]),
  ];
}
