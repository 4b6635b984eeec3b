// One case: figure against limit, the data behind it, its steps, its notices, and the acknowledgement.
import { computed, defineComponent, h, ref } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Alert } from '#api';
import { say, t, word } from '../text.ts';
import { live, post } from '../api.ts';
import { base, categoryAxis, Chart, COLOURS, exact, limitLine, tip, tooltip, valueAxis } from '../chart.ts';
import type { ChartOption } from '../echarts.ts';
import { badge, coverageColumns, DataTable, figure, link, panel, shares, stale, time, waiting } from '../parts.ts';
import type { Column, Tone } from '../parts.ts';
import { dateTime, rounded, share, unitText } from '../format.ts';
import { PullPanel } from '../pull.ts';
import { aboutLink, caseBadge, isChange } from './cases.ts';

type Evidence = NonNullable<Alert['evidence']>[number];
type Notice = NonNullable<Alert['notices']>[number];

export const CasePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/alerts/{id}'>(() => `/alerts/${encodeURIComponent(props.id)}`);
    const option = computed(() => found.data.value ? evidenceChart(found.data.value) : {});
    return () => {
      const it = found.data.value;
      if (!it) {
        return waiting(found);
      }
      return [
        h('div', { class: 'page-head' }, [
          h('nav', { class: 'crumbs', 'aria-label': t('nav.crumbs') }, [
            link('/cases', t('nav.cases')),
            ' / ',
            aboutLink(it),
          ]),
          h('h1', [
            say(it.title),
            ' ',
            h('span', { class: 'marks' }, [
              caseBadge(it),
              it.trial ? badge('info', t('case.trial'), t('case.trialWhy')) : null,
            ]),
          ]),
        ]),
        stale(found),
        h('div', { class: 'case' }, [
          h('div', [
            panel(t('case.what'), [
              h('p', { class: 'case-text' }, say(it.text)),
              it.figure === null ? null : gauge(it),
              facts(it),
            ]),
            it.evidence?.length
              ? panel(t('case.evidence'), [
                drawn(it) ? h(Chart, { option: option.value, height: 230, label: t('case.evidence') }) : null,
                evidenceTable(it),
              ])
              : null,
            it.scope === 'ENTERPRISE' ? null : h(PullPanel, { scope: it.scope, id: it.about.id }),
          ]),
          h('div', [
            panel(t('case.steps'), h('ol', { class: 'steps' }, it.steps.map(step))),
            it.state === 'OPEN' || !it.acknowledgedBy ? h(Acknowledge, { id: it.id, onDone: found.refresh }) : null,
            panel(
              t('case.notices'),
              it.notices?.length
                ? h('ul', { class: 'notices' }, it.notices.map(notice))
                : h('p', { class: 'hint' }, t(it.trial ? 'case.trialWhy' : 'case.noNotices')),
            ),
          ]),
        ]),
      ];
    };
  },
});

const Acknowledge = defineComponent({
  props: { id: { type: String, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const problem = ref<string | null>(null);
    const busy = ref(false);
    async function submit(event: Event): Promise<void> {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      busy.value = true;
      problem.value = null;
      try {
        await post<'/alerts/{id}/acknowledge'>(`/alerts/${encodeURIComponent(props.id)}/acknowledge`, {
          comment: new FormData(form).get('comment'),
        });
        form.reset();
        emit('done');
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }
    return () =>
      panel(
        t('case.acknowledge'),
        h('form', { onSubmit: submit, class: 'acknowledge' }, [
          h('label', [
            t('case.comment'),
            h('textarea', {
              name: 'comment',
              rows: 3,
              maxlength: 2000,
              required: true,
              placeholder: t('case.commentHint'),
            }),
          ]),
          problem.value ? h('p', { class: 'problem', role: 'alert' }, problem.value) : null,
          h('button', { class: 'primary', disabled: busy.value }, t('case.acknowledge')),
        ]),
      );
  },
});

/** The figure on a scale with its limit; a change has no such scale, only the chart below. */
function gauge(it: Alert): VNode {
  const value = Number(it.figure);
  const limit = Number(it.limit);
  const reach = Math.max(Math.abs(value), Math.abs(limit)) * 1.25 || 1;
  const place = (number: number) => Math.round((Math.abs(number) / reach) * 400);
  const text = t('case.gauge', { figure: it.figure, limit: it.limit, unit: unitText(it.unit) });
  return h('div', { class: 'gauge' }, [
    h('div', { class: 'gauge-figures' }, [
      h('span', [
        h('strong', figure(it.figure, { digits: 2, unit: it.unit, sign: isChange(it) })),
        ' ',
        unitText(it.unit),
        h('small', t('column.figure')),
      ]),
      h('span', [
        h('strong', figure(it.limit, { digits: 2, unit: it.unit })),
        ' ',
        unitText(it.unit),
        h('small', t(isChange(it) ? 'column.target' : 'column.limit')),
      ]),
    ]),
    isChange(it) ? null : h('svg', {
      viewBox: '0 0 400 22',
      preserveAspectRatio: 'xMinYMid',
      width: 400,
      height: 22,
      role: 'img',
      'aria-label': text,
    }, [
      h('rect', { x: 0, y: 7, width: 400, height: 8, rx: 4, class: 'track' }),
      h('rect', {
        x: 0,
        y: 7,
        width: place(value),
        height: 8,
        rx: 4,
        class: it.state === 'OPEN' ? 'behind' : 'open',
      }),
      h('line', { x1: place(limit), x2: place(limit), y1: 1, y2: 21, class: 'target' }),
    ]),
  ]);
}

function facts(it: Alert): VNode {
  const line = (name: string, value: VNodeChild) => (value ? [h('dt', name), h('dd', [value])] : []);
  return h('dl', { class: 'facts' }, [
    ...line(t('column.rule'), word('rule', it.rule)),
    ...line(t('column.about'), [aboutLink(it), it.scope === 'ENTERPRISE' ? null : ` (${t(`scope.${it.scope}`)})`]),
    ...line(t('column.point'), it.point ? h('code', it.point) : null),
    ...line(
      t('column.device'),
      it.device ? link(`/devices?search=${encodeURIComponent(it.device)}`, h('code', it.device)) : null,
    ),
    ...line(t('column.since'), time(it.since)),
    ...line(t('column.raised'), time(it.raisedAt)),
    ...line(t('column.cleared'), it.clearedAt ? time(it.clearedAt) : null),
    ...line(t('column.acknowledged'), it.acknowledgedBy),
    ...line(t('column.caseId'), h('code', it.id)),
  ]);
}

/** Silence has no figures: its periods are in the table only. */
function drawn(it: Alert): boolean {
  return Boolean(it.evidence?.some((row) => row.figure !== null));
}

function evidenceChart(it: Alert): ChartOption {
  const rows = it?.evidence ?? [];
  const lines = it?.limit == null
    ? []
    : [limitLine(it.limit, t(isChange(it) ? 'column.target' : 'column.limit'), it.unit, COLOURS.limit)];
  return base({
    legend: { show: false },
    xAxis: categoryAxis(rows.map(periodText)),
    yAxis: valueAxis(it?.unit),
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        data: rows.map((row) => ({
          value: row.figure === null ? null : Number(row.figure),
          itemStyle: { color: row.outcome === 'RAISES' ? COLOURS.limit : COLOURS.line },
        })),
        markLine: { symbol: 'none', silent: true, animation: false, data: lines },
      }, // Not drawn: it extends the axis to the limit.
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { opacity: 0 },
        data: rows.map(() => (it.limit === null ? null : Number(it.limit))),
      },
    ],
    tooltip: tooltip((points) => {
      const row = rows[points[0].dataIndex];
      return tip(`${dateTime(row.from)} – ${dateTime(row.to)}`, [
        [t('column.figure'), row.figure == null ? say(row.reasonText) || '—' : exact(row.figure, row.unit)],
        [t('column.limit'), row.limit == null ? '—' : exact(row.limit, row.unit), COLOURS.limit],
      ], [
        t(`outcome.${row.outcome}`),
        isChange(it)
          ? t('figure.coverage', { ...shares(row) })
          : t('figure.completeness', { share: share(row.completeness) }),
        row.source,
      ]);
    }),
  });
}

/** The label of a period on the axis: a month, a day, or the start of an hour. */
function periodText(row: Evidence): string {
  const hours = (Date.parse(row.to ?? '') - Date.parse(row.from ?? '')) / 3600000;
  const from = dateTime(row.from);
  return hours > 24 * 7 ? from.slice(0, 7) : hours > 20 ? from.slice(5, 10) : from.slice(5);
}

function evidenceTable(it: Alert): VNode {
  const tones: Record<Evidence['outcome'], Tone> = { RAISES: 'bad', HOLDS: 'warn', CLEARS: 'good', UNJUDGED: 'quiet' };
  const columns: Column<Evidence>[] = [
    {
      key: 'from',
      title: t('column.period'),
      sort: (row) => row.from,
      cell: (row) => [time(row.from), ' – ', time(row.to)],
    },
    {
      key: 'figure',
      number: true,
      title: t('column.figure'),
      unit: it.unit,
      cell: (row) => figure(row.figure, { digits: 2, unit: row.unit, reason: say(row.reasonText) }),
    },
    {
      key: 'limit',
      number: true,
      title: t('column.limit'),
      unit: it.unit,
      cell: (row) => figure(row.limit, { digits: 2, unit: row.unit }),
    },
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: (row) => badge(tones[row.outcome], t(`outcome.${row.outcome}`), say(row.reasonText) || undefined),
    },
    // Means of outlets are never estimated.
    ...coverageColumns<Evidence>((row) => row).filter((column) => isChange(it) || column.key === 'completeness'),
  ];
  return h('details', { class: 'more', open: !drawn(it) }, [
    h('summary', t('energy.table')),
    h(DataTable, {
      label: t('case.evidence'),
      columns,
      rows: it.evidence ?? [],
      rowKey: (row: Evidence) => `${row.from} ${row.phase}`,
      initial: { key: 'from', down: true },
    }),
  ]);
}

function step(it: Alert['steps'][number]): VNode {
  return h('li', { key: it.number, class: ['step', it.kind.toLowerCase()] }, [
    h('div', [
      h('strong', word('step', it.kind)),
      ' ',
      h('span', { class: 'soft' }, [time(it.at), ' · ', it.by === 'greenpark' ? t('step.platform') : it.by]),
    ]),
    it.comment ? h('blockquote', it.comment) : null,
    it.text ? h('p', say(it.text)) : null,
  ]);
}

function notice(it: Notice): VNode {
  const tones: Record<Notice['state'], Tone> = { DELIVERED: 'good', WAITING: 'warn', GIVEN_UP: 'bad' };
  return h('li', { key: it.id }, [
    badge(tones[it.state], t(`notice.${it.state}`)),
    ` ${t('notice.to', { recipient: it.recipient, channel: word('channel', it.channel), step: it.step })}`,
    it.deliveredAt ? [' · ', time(it.deliveredAt)] : null,
    it.lastError
      ? h('p', { class: 'soft' }, t('notice.error', { attempts: rounded(String(it.attempts), 0), error: it.lastError }))
      : null,
  ]);
}
