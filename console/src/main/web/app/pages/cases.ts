// Cases: findings with their notices and acknowledgements.
import { defineComponent, h, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { say, t, word } from '../text.ts';
import { live, query } from '../api.ts';
import { route } from '../route.ts';
import { dateTime, unitText } from '../format.ts';
import { badge, choice, DataTable, empty, figure, link, panel, sortable, stale, time, waiting } from '../parts.ts';
import type { Column } from '../parts.ts';

/** The state of a case in words: open cases are bad or a warning by their rule, trial ones never. */
export function caseBadge(it: Alert): VNode {
  if (it.state === 'CLEARED') {
    return badge('good', t('state.CLEARED'));
  }
  if (it.state === 'WITHDRAWN') {
    return badge('quiet', t('state.WITHDRAWN'));
  }
  const warning = it.rule === 'limit-warning' ||
    ['device-silent', 'gateway-silent', 'data-stands-still'].includes(it.rule);
  return badge(it.trial ? 'info' : warning ? 'warn' : 'bad', t('state.OPEN'));
}

/** Whether its figure is a change, read with its sign against a target, and not an amount against a limit. */
export function isChange(it: Alert): boolean {
  return it.rule === 'energy-decline-behind';
}

/** A link to the enterprise, the park or the district a case is about. */
export function aboutLink(it: Alert, attributes: Record<string, unknown> = {}): VNode {
  const pages = { ENTERPRISE: `/enterprises/${it.about.id}`, PARK: `/parks/${it.about.id}`, DISTRICT: '/' };
  return link(pages[it.scope], say(it.about.name), attributes);
}

export const CaseTable = defineComponent({
  props: { cases: { type: Array as PropType<Alert[]>, required: true }, withAbout: { type: Boolean, default: true } },
  setup(props) {
    return () =>
      h(DataTable, {
        label: t('nav.cases'),
        columns: columns(props.withAbout),
        rows: props.cases,
        rowKey: (row: Alert) => row.id,
        tone: (row: Alert) => (row.state === 'OPEN' ? null : 'past'),
        initial: { key: 'raised', down: true },
      });
  },
});

function columns(withAbout: boolean): Column<Alert>[] {
  const all: (Column<Alert> | null)[] = [
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => row.state,
      cell: (row) => [caseBadge(row), row.trial ? h('span', { class: 'trial' }, t('case.trial')) : null],
    },
    {
      key: 'rule',
      title: t('column.rule'),
      sort: (row) => word('rule', row.rule),
      cell: (row) => word('rule', row.rule),
    },
    {
      key: 'title',
      title: t('column.case'),
      class: 'wide',
      sort: (row) => say(row.title),
      cell: (row) => link(`/cases/${encodeURIComponent(row.id)}`, say(row.title)),
    },
    withAbout
      ? {
        key: 'about',
        title: t('column.about'),
        class: 'fold',
        sort: (row) => say(row.about.name),
        cell: (
          row,
        ) => [
          aboutLink(row, { class: 'soft' }),
          row.scope === 'ENTERPRISE' ? null : h('span', { class: 'sub' }, t(`scope.${row.scope}`)),
        ],
      }
      : null,
    {
      key: 'figure',
      number: true,
      title: t('column.figure'),
      sort: (row) => sortable(row.figure),
      cell: (
        row,
      ) => (row.figure === null ? '' : figure(row.figure, { digits: 2, unit: row.unit, sign: isChange(row) })),
    },
    {
      key: 'limit',
      number: true,
      title: t('column.limit'),
      sort: (row) => sortable(row.limit),
      cell: (
        row,
      ) => (row.limit === null
        ? ''
        : [figure(row.limit, { digits: 2, unit: row.unit }), ' ', h('span', { class: 'unit' }, unitText(row.unit))]),
    },
    {
      key: 'raised',
      title: t('column.raised'),
      sort: (row) => row.raisedAt,
      cell: (row) => [time(row.raisedAt), h('span', { class: 'sub' }, t('case.since', { time: dateTime(row.since) }))],
    },
    {
      key: 'acknowledged',
      title: t('column.acknowledged'),
      sort: (row) => row.acknowledgedBy,
      cell: (row) =>
        row.acknowledgedBy ??
          (row.state === 'OPEN'
            ? link(`/cases/${encodeURIComponent(row.id)}`, t('case.acknowledge'), { class: 'button' })
            : '—'),
    },
  ];
  return all.filter((each) => each !== null);
}

export const CasesPage = defineComponent({
  setup() {
    const state = ref('open');
    const cases = live<'/alerts'>(() => {
      const { enterprise, park, scope } = route.value.query;
      return query('/alerts', { enterprise, park, scope, state: state.value, limit: 10000 });
    });
    return () => [
      h('h1', { class: 'sr-only' }, t('nav.cases')),
      stale(cases),
      panel(t('nav.cases'), cases.data.value ? list(cases.data.value.alerts) : waiting(cases), {
        note: cases.data.value ? t('cases.count', { n: cases.data.value.alerts.length }) : null,
        actions: [
          narrowed() ? link('/cases', t('cases.only', { what: narrowed() }), { class: 'button' }) : null,
          choice(
            t('column.state'),
            [['open', t('state.OPEN')], ['cleared', t('state.CLEARED')], ['withdrawn', t('state.WITHDRAWN')], [
              '',
              t('cases.all'),
            ]],
            state.value,
            (value) => (state.value = value),
          ),
        ],
      }),
    ];
  },
});

/** The filter in the address, in words. */
function narrowed(): string {
  const { enterprise, park, scope } = route.value.query;
  return [enterprise, park, scope ? word('scope', scope.toUpperCase()) : null].filter(Boolean).join(', ');
}

function list(cases: Alert[]): VNode {
  return cases.length ? h(CaseTable, { cases }) : empty(t('cases.none'), t('cases.noneAdvice'));
}
