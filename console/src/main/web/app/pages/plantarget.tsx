// A target of a plan: the figures that its light is made of, every version of what was stated, and of a list each enterprise.
import { computed, defineComponent } from 'vue';
import type { Answers, BoardRow, PlanFigure, PlanStatement } from '#api';
import { live, query } from '../api.ts';
import { PageHead } from '../page.tsx';
import { badge, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { shown } from '../plan/values.ts';
import { checkLines, whyNot } from '../plan/checks.tsx';
import { coverageText, expectedText, lightBadge, neededText, periodName, reachedText, wanted } from '../plan/words.tsx';
import { param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { planMarks } from './plans.tsx';

type Finding = Answers['/plans/{id}/targets/{target}']['findings'][number];

const VERDICTS: Record<Finding['verdict'], Tone> = { listed: 'warn', unknown: 'info', 'not-listed': 'quiet' };

function stated(of: PlanStatement | null) {
  if (!of || (of.value === null && of.progress === null)) {
    return '—';
  }
  return [
    of.progress ? t(`plan.progress.${of.progress}`) : shown(of.value),
    <span class='sub'>{of.source} · {of.who}</span>,
  ];
}

function measured(of: PlanFigure['measured']) {
  if (!of) {
    return '—';
  }
  return [
    of.value === null ? null : shown(of.value),
    <span class='sub'>{of.missing ? say(of.missing) : coverageText(of)}</span>,
  ];
}

function figureColumns(): Column<PlanFigure>[] {
  return [
    { key: 'period', title: t('plan.period'), cell: (row) => periodName(row.period) },
    { key: 'published', title: t('plan.origin.published'), number: true, cell: (row) => stated(row.published) },
    { key: 'measured', title: t('plan.origin.measured'), number: true, cell: (row) => measured(row.measured) },
    { key: 'typed', title: t('plan.origin.typed'), number: true, cell: (row) => stated(row.typed) },
    { key: 'words', title: t('plan.words'), cell: (row) => row.typed?.words ?? row.published?.words ?? '—' },
  ];
}

function stepColumns(): Column<PlanStatement>[] {
  return [
    { key: 'at', title: t('plan.at'), sort: (row) => row.at, cell: (row) => time(row.at) },
    { key: 'who', title: t('plan.who'), cell: (row) => row.who },
    {
      key: 'period',
      title: t('plan.period'),
      cell: (
        row,
      ) => [periodName(row.period), row.area.id === '*' ? null : <span class='sub'>{say(row.area.name)}</span>],
    },
    { key: 'kind', title: t('plan.kind'), cell: (row) => t(`plan.origin.${row.kind}`) },
    {
      key: 'value',
      title: t('plan.value'),
      number: true,
      cell: (row) =>
        row.progress ? t(`plan.progress.${row.progress}`) : row.value === null ? t('plan.takenBack') : shown(row.value),
    },
    { key: 'source', title: t('plan.source'), cell: (row) => row.source || '—' },
    { key: 'words', title: t('plan.words'), cell: (row) => row.words ?? '—' },
  ];
}

function findingColumns(year: string): Column<Finding>[] {
  return [
    {
      key: 'enterprise',
      title: t('column.enterprise'),
      class: 'name',
      sort: (row) => say(row.enterprise.name),
      cell: (row) => link(pathOf('year-sheets', `${row.enterprise.id}:${year}`), say(row.enterprise.name)),
    },
    {
      key: 'verdict',
      title: t('plan.verdict'),
      class: 'plan-verdict',
      group: (row) => t(`plan.verdict.${row.verdict}`),
      cell: (row) => [
        badge(VERDICTS[row.verdict], t(`plan.verdict.${row.verdict}`)),
        <span class='sub'>{whyNot(row)}</span>,
      ],
    },
    {
      key: 'facts',
      title: t('plan.facts'),
      class: 'plan-checks',
      cell: (row) => <div>{checkLines(row)}</div>,
    },
    {
      key: 'lacks',
      title: t('plan.lacks'),
      cell: (row) => (
        <div>
          {row.lacks.map((each) => (
            <span class='sub' key={`${each.year} ${each.words.en}`}>{each.year} {say(each.words)}</span>
          ))}
        </div>
      ),
    },
  ];
}

export const PlanTargetPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const colon = props.id.lastIndexOf(':');
    const plan = props.id.slice(0, colon);
    const target = props.id.slice(colon + 1);
    const period = param('period');
    const path = computed(() =>
      query(`${pathOf('plans', plan)}/targets/${encodeURIComponent(target)}`, { period: period.value || null })
    );
    const found = live<'/plans/{id}/targets/{target}'>(() => path.value, 60);

    const one = (row: BoardRow) =>
      panel(say(row.area.name), [
        <p class='plan-standing'>
          {lightBadge(row)} {say(row.why)}
          {row.reached === null ? null : ` · ${t('plan.reached')} ${reachedText(row)}`}
          {row.expected === null ? null : ` · ${expectedText(row)}`}
          {row.needed === null ? null : ` · ${neededText(row)}`}
        </p>,
        <DataTable
          label={say(row.area.name)}
          columns={figureColumns()}
          rows={[...row.figures ?? []].reverse()}
          rowKey={(each: PlanFigure) => each.period}
        />,
      ]);

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/plans', t('nav.plans')]];
      if (!it) {
        return [<PageHead title={t('nav.plans')} crumbs={crumbs} />, waiting(found)];
      }
      const first = it.rows[0];
      const year = String(it.findingsYear ?? it.period.slice(0, 4));
      return [
        <PageHead
          title={`${first.number} ${say(first.words)}`}
          crumbs={[...crumbs, [`${pathOf('plans', plan)}?period=${it.period}`, say(it.plan.name)]]}
        >
          {{ marks: () => planMarks(it.plan), default: () => periodName(it.period) }}
        </PageHead>,
        stale(found),
        panel(t('plan.target'), [
          <dl class='plan-facts'>
            <dt>{t('plan.type')}</dt>
            <dd>
              {t(`plan.type.${first.type}`)}
              {first.type === 'yearly-average' ? ` · ${t(`plan.averaging.${first.averaging}`)}` : ''}
            </dd>
            <dt>{t('plan.wanted')}</dt>
            <dd>{wanted(first)}</dd>
            <dt>{t('plan.due')}</dt>
            <dd>{periodName(first.due)}</dd>
            <dt>{t('plan.department')}</dt>
            <dd>{say(first.department)}</dd>
            <dt>{t('plan.document')}</dt>
            <dd>{say(first.source)}{first.confirmed ? '' : ` · ${t('plan.unconfirmed')}`}</dd>
          </dl>,
        ]),
        ...it.rows.map(one),
        it.findings.length
          ? panel(t('plan.findings', { year }), [
            <DataTable
              label={t('plan.findings', { year })}
              columns={findingColumns(year)}
              rows={it.findings}
              rowKey={(row: Finding) => row.enterprise.id}
            />,
          ], {
            note: t('plan.findingsNote', {
              listed: first.listed?.listed ?? 0,
              unknown: first.listed?.unknown ?? 0,
            }),
          })
          : null,
        it.steps.length
          ? panel(t('plan.history'), [
            <DataTable
              label={t('plan.history')}
              columns={stepColumns()}
              rows={[...it.steps].reverse()}
              rowKey={(row: PlanStatement) => `${row.at} ${row.period} ${row.area.id} ${row.kind} ${row.version}`}
            />,
          ])
          : null,
      ];
    };
  },
});
